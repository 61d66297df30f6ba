/** What the options page shows beside the directory. */
import type { DirectoryBook } from '#core/engagement/book.ts';
import type { SettingsView } from '../../platform/settings-messages.ts';
import { remindersItem } from '../../state/settings.ts';
import { policy } from '../policy.ts';

export async function viewSettings(book: DirectoryBook | null): Promise<SettingsView> {
  const { directory, language, sites, unusable } = await policy();
  return {
    managed: { directory: directory !== null, language: language !== null, sites, unusable },
    demo: book?.directory.demo === true,
    reminders: await remindersItem.getValue(),
    people: [...(book?.managers.values() ?? [])].map(({ id, name }) => ({ id, name })),
    calendars: (book?.directory.calendars ?? []).map(({ id, name }) => ({ id, name: name ?? id })),
  };
}
