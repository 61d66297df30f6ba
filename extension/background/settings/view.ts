/** What the options page shows beside the directory. */
import type { DirectoryBook } from '#core/engagement/book.ts';
import type { SettingsView } from '../../platform/settings-messages.ts';
import { setAsideItem } from '../../state/set-aside.ts';
import { remindersItem } from '../../state/settings.ts';
import { managedParts, policy } from '../policy.ts';

export async function viewSettings(book: DirectoryBook | null): Promise<SettingsView> {
  const organisation = await policy();
  const { sites, unusable } = organisation;
  return {
    managed: { ...managedParts(organisation), sites, unusable },
    setAside: Object.keys(await setAsideItem.getValue()),
    demo: book?.directory.demo === true,
    reminders: await remindersItem.getValue(),
    people: [...(book?.managers.values() ?? [])].map(({ id, name }) => ({ id, name })),
    calendars: (book?.directory.calendars ?? []).map(({ id, name }) => ({ id, name: name ?? id })),
  };
}
