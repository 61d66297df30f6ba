/** Who took note of a finding by hand, in the Violations tab, and why. */
import { notesInJournal } from './journal-notes.ts';
import type { TrackerRows } from './rows.ts';
import { textOf } from './verdict/read-cell.ts';

/** By the finding's key; an empty name where only the reason was typed. */
export type HandNotes = Record<string, { by: string; reason: string }>;

/** What the journal of decisions has put there is left out: it says the same itself, with its instant. */
export function handNotes(rows: TrackerRows): HandNotes {
  const { isOurs } = notesInJournal(rows);
  return Object.fromEntries(
    (rows.violations ?? []).flatMap((row) => {
      const [key, by, reason] = [textOf(row.key), textOf(row.acknowledgedBy), textOf(row.reason)];
      // The tab's title and header come before its rows; only a finding's key has parts.
      return key.includes('|') && by + reason !== '' && !isOurs(row) ? [[key, { by, reason }] as const] : [];
    }),
  );
}
