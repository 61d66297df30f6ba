/** Makes the customer card of one engagement, or the directory, from the rows of the sheet. */
import { isProblem, openDirectory, type Problem, problem, zoneOf } from '#core';
import type { CustomerCard } from '#core/card/card.ts';
import { makeCard } from '#core/card/make-card.ts';
import type { Directory } from '#core/engagement/directory-schema.ts';
import type { NamedCalendar } from '#core/engagement/schema.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { readTrackerRows } from '#core/tracker/index.ts';
import type { ExportChoices, SidebarAnswer } from './protocol.ts';

export type Made =
  | { kind: 'card'; card: CustomerCard }
  | { kind: 'directory'; directory: Directory }
  | { kind: 'not-exported'; problems: Problem[] };

/** The engagement's card, or the whole directory where none is named; else every cell that stands in the way. */
export function makeExport(
  told: Extract<SidebarAnswer, { kind: 'export-rows' }>,
  engagement: string | null,
  { zones }: ExportChoices,
): Made {
  const base = { rulebook: told.rulebook, calendars: calendarsOf(zones) };
  const directory = readTrackerRows(told.rows, base, serviceManagement);
  const book = Array.isArray(directory) ? directory : openDirectory(directory);
  if (Array.isArray(book)) {
    return { kind: 'not-exported', problems: book.map((one) => placed(one, told.called)) };
  }
  if (engagement === null) return { kind: 'directory', directory: directory as Directory };
  const card = makeCard(book, engagement, told.nowMs);
  return isProblem(card) ? { kind: 'not-exported', problems: [card] } : { kind: 'card', card };
}

/** A zone that is none is left out: the calendar is then said to be unknown. */
function calendarsOf(zones: ExportChoices['zones']): NamedCalendar[] {
  return Object.entries(zones)
    .filter(([, zone]) => !isProblem(zoneOf(zone)))
    .map(([id, zone]) => ({ id, zone, week: serviceManagement.availability.week }));
}

/** The place of a cell as it is called in the sheet. */
function placed(one: Problem, called: Readonly<Record<string, string>>): Problem {
  if (!('tab' in one.values && 'column' in one.values)) return one;
  const { tab, column, ...rest } = one.values as { tab: string; column: string };
  const names = { tab: called[tab] ?? tab, column: called[`${tab}.${column}`] ?? column };
  return problem(one.code, one.path, { ...rest, ...names } as never) as Problem;
}
