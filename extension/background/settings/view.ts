/** What the options page shows beside the directory. */
import type { DirectoryBook } from '#core/engagement/book.ts';
import type { ChangedReadings, SettingsView } from '../../platform/settings-messages.ts';
import { setAsideItem } from '../../state/set-aside.ts';
import { remindersItem } from '../../state/settings.ts';
import { trackerBaseItem, trackersItem } from '../../state/trackers.ts';
import { managedParts, policy } from '../policy.ts';
import { rulingTracker } from '../sync/ruling.ts';

export async function viewSettings(book: DirectoryBook | null): Promise<SettingsView> {
  const organisation = await policy();
  const { sites, unusable } = organisation;
  const managed = managedParts(organisation);
  const ruling = managed.rulebook
    ? null
    : rulingTracker(await trackersItem.getValue(), await trackerBaseItem.getValue());
  return {
    managed: { ...managed, sites, unusable },
    ruledBy: ruling && {
      name: ruling.name,
      readings: Object.keys(ruling.rules.readings) as (keyof ChangedReadings)[],
    },
    setAside: Object.keys(await setAsideItem.getValue()),
    demo: book?.directory.demo === true,
    reminders: await remindersItem.getValue(),
    people: [...(book?.managers.values() ?? [])].map(({ id, name }) => ({ id, name })),
    calendars: (book?.directory.calendars ?? []).map(({ id, name }) => ({ id, name: name ?? id })),
  };
}
