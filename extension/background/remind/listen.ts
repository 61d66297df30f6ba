/** When to look at what is owed: at an alarm, at the start, and whenever what it rests on has changed. */
import { browser } from 'wxt/browser';
import { REMINDER_KEYS } from '../../state/settings.ts';
import { ALARM, type Around, remind, snoozeShown } from './remind.ts';
import { openShown } from './show.ts';

export function listenForReminders(around: () => Around): void {
  const look = () => {
    remind(around).catch((error: unknown) => console.error(error));
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) look();
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && REMINDER_KEYS.some((key) => Object.hasOwn(changes, key))) look();
  });
  browser.permissions.onAdded.addListener(({ permissions = [] }) => {
    if (!permissions.includes('notifications')) return;
    listenForClicks(around);
    look();
  });
  // An alarm does not outlive every browser's end, nor an update of ours: each start looks for itself.
  look();
  if (browser.notifications !== undefined) listenForClicks(around);
}

function listenForClicks(around: () => Around): void {
  browser.notifications.onClicked.addListener((id) => void openShown(id));
  browser.notifications.onButtonClicked?.addListener((id) => void snoozeShown(id, around().nowMs));
}
