/** The whole Violations tab after a check: what was found, with what people noted of it, before or elsewhere. */
import { notesInJournal } from '../journal-notes.ts';
import type { Row, TrackerRows } from '../rows.ts';
import type { Words } from '../words.ts';
import { textOf } from './read-cell.ts';

/**
 * Findings from the top, each with who took note of it and why; below them those that are found no longer but have
 * a note, which says so. Rows are told apart by their key, wherever people have sorted them to. One row of each
 * engagement names it, with how many of its violations nobody has taken note of: what the Overview says of it.
 */
export function violationTable(findings: readonly Row[], rows: TrackerRows, words: Words): Row[] {
  const before = rows.violations ?? [];
  const notes = notesOn(before, rows);
  const noted = (row: Row): Row => ({ ...row, ...notes.get(textOf(row.key)) });
  const current = new Set(findings.map(({ key }) => textOf(key)));
  const settled = before
    .filter(({ key }) => notes.has(textOf(key)) && !current.has(textOf(key)))
    .map((row) => ({ ...noted(row), status: words.text('trackerStatus.settled'), statusLevel: 0 }));
  return counted([...findings.map(noted), ...settled]);
}

function counted(rows: readonly Row[]): Row[] {
  const open = new Map<string, number>();
  for (const { engagement, statusLevel, acknowledgedBy } of rows) {
    const id = textOf(engagement);
    if (id !== '' && statusLevel === 3 && textOf(acknowledgedBy) === '')
      open.set(id, (open.get(id) ?? 0) + 1);
  }
  return rows.map((row) => {
    const id = textOf(row.engagement);
    const count = open.get(id);
    open.delete(id);
    return { ...row, engagement: count ? id : '', open: count ?? '' };
  });
}

/** What people noted on tickets, and what they noted here, which goes first. */
function notesOn(before: readonly Row[], rows: TrackerRows): Map<string, Row> {
  const journal = notesInJournal(rows);
  const here = before.filter((row) => hasNote(row) && !journal.isOurs(row));
  return new Map([
    ...journal.current,
    ...here.map(({ key, acknowledgedBy, reason }) => [textOf(key), { acknowledgedBy, reason }] as const),
  ]);
}

function hasNote(row: Row): boolean {
  return textOf(row.acknowledgedBy) !== '' || textOf(row.reason) !== '';
}
