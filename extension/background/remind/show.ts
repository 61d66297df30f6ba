/** Shows reminders as notifications of the system, and leads from one of them to its ticket. */
import { browser } from 'wxt/browser';
import type { Translate } from '#core/language/index.ts';
import { shownItem, update } from '../../state/settings.ts';
import { instantIn } from '../../ui/format.ts';
import type { OwedTicket } from '../owed.ts';
import type { Reminder } from './plan.ts';

export interface Shown {
  ticket: OwedTicket;
  customer: string;
  kind: Reminder['kind'];
}

const MOST_LINES = 5;
const MOST_KEPT = 50;

interface Reading {
  translate: Translate;
  /** The reader's. */
  zone: string;
  nowMs: number;
}

/** One notification, for however many reminders come at once. */
export async function showReminders(reminders: readonly Shown[], reading: Reading): Promise<void> {
  const { translate } = reading;
  const [first] = reminders;
  if (!first) return;
  const id = `${first.ticket.key} ${first.kind}`;
  const title =
    reminders.length === 1
      ? titleOf(first, reading)
      : translate('remind.several', { count: reminders.length });
  const lines =
    reminders.length === 1
      ? [lineOf(first)]
      : reminders.slice(0, MOST_LINES).map((reminder) => entryOf(reminder, reading));
  await update(shownItem, (shown) =>
    Object.fromEntries([
      ...Object.entries(shown).slice(-MOST_KEPT),
      [id, reminders.map(({ ticket }) => ({ key: ticket.key, url: ticket.facts.url }))],
    ]),
  );
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message: lines.join('\n'),
    ...(takesButtons() ? { buttons: [{ title: translate('remind.snooze') }] } : {}),
  });
}

/** What a reminder looks like, for the one who has just switched them on. */
export async function showExample(translate: Translate): Promise<void> {
  await browser.notifications?.create('example', {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: translate('remind.example-title'),
    message: translate('remind.example-text'),
  });
}

/** Firefox refuses a notification with buttons, and says nowhere that it does. */
function takesButtons(): boolean {
  return !browser.runtime.getURL('/').startsWith('moz-extension:');
}

/** The day by its date: a notification may lie there until "today" is over. */
function titleOf({ ticket, customer, kind }: Shown, { translate, zone, nowMs }: Reading): string {
  const dueMs = ticket.inquiry.due?.[0] ?? 0;
  return translate(`remind.${kind}`, {
    customer,
    when: instantIn(dueMs, zone, translate.language, nowMs),
  });
}

/** One among several, which may all be one customer's. */
function entryOf(reminder: Shown, reading: Reading): string {
  const { id } = reminder.ticket.facts;
  return [id?.value, titleOf(reminder, reading)].filter(Boolean).join(' · ');
}

function lineOf({ ticket: { facts } }: Shown): string {
  return [facts.id?.value, facts.subject?.value].filter(Boolean).join(' · ') || facts.url;
}

/** Opens what a notification is about: its ticket, or the list of answers owed where it is about several. */
export async function openShown(id: string): Promise<void> {
  const about = (await shownItem.getValue())[id] ?? [];
  const url = about.length === 1 ? about[0]!.url : browser.runtime.getURL('/popup.html');
  const open = (await browser.tabs.query({})).find((tab) => tab.url === url);
  if (open?.id === undefined) await browser.tabs.create({ url });
  else {
    await browser.tabs.update(open.id, { active: true });
    await browser.windows.update(open.windowId, { focused: true });
  }
  await browser.notifications.clear(id);
}

/** The inquiries that a notification is about. */
export async function keysShown(id: string): Promise<string[]> {
  return ((await shownItem.getValue())[id] ?? []).map(({ key }) => key);
}
