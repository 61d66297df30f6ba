/** What leaves the tracker: the customer card of one engagement, and the directory that the extension imports. */
import { openDirectory, type Problem, problem } from '#core';
import { makeCard } from '#core/card/make-card.ts';
import type { Directory } from '#core/engagement/directory-schema.ts';
import type { NamedCalendar } from '#core/engagement/schema.ts';
import { isProblem } from '#core/problem.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { zoneOf } from '#core/time/zone.ts';
import { type Row, readTrackerRows, textOf } from '#core/tracker/index.ts';
import { type ReadTracker, readTracker } from '../read-rows.ts';
import { remember, remembered } from '../store.ts';
import type { Desk } from './desk.ts';
import type { SidebarAnswer, SidebarRequest } from './protocol.ts';

/** Zones of the calendars that are not called by one, under which they are remembered with the document. */
const ZONES = 'zones';
type Zones = Record<string, string>;

/** The engagements that there are, and the calendars whose zone somebody has to say. */
export function exportFacts(desk: Desk): SidebarAnswer {
  const read = readTracker(desk.spreadsheet, desk.workbook, desk.words);
  if ('missing' in read) return { kind: 'failed', text: read.missing };
  const known = remembered<Zones>(ZONES) ?? {};
  const zones = namedIn(read.rows.engagements, 'calendar')
    .filter((id) => isProblem(zoneOf(id)))
    .map((id) => ({ id, zone: known[id] ?? '' }));
  return { kind: 'exports', engagements: namedIn(read.rows.engagements, 'id'), zones };
}

/** The engagement's card, or the whole directory where none is named; else every cell that stands in the way. */
export function exported(
  { engagement, zones }: Extract<SidebarRequest, { ask: 'export' }>,
  desk: Desk,
): SidebarAnswer {
  const read = readTracker(desk.spreadsheet, desk.workbook, desk.words);
  if ('missing' in read) return { kind: 'failed', text: read.missing };
  if (JSON.stringify(remembered<Zones>(ZONES) ?? {}) !== JSON.stringify(zones)) remember(ZONES, zones);
  const base = { rulebook: { use: 'service-management' as const }, calendars: calendarsOf(zones) };
  const directory = readTrackerRows(read.rows, base, serviceManagement);
  const book = Array.isArray(directory) ? directory : openDirectory(directory);
  if (Array.isArray(book)) return { kind: 'not-exported', problems: book.map((one) => placed(one, read)) };
  if (engagement === null) return { kind: 'directory', directory: directory as Directory };
  const card = makeCard(book, engagement, desk.nowMs);
  if ('code' in card) return { kind: 'not-exported', problems: [card] };
  return { kind: 'card', card };
}

/** A zone that is none is left out: the calendar is then said to be unknown. */
function calendarsOf(zones: Zones): NamedCalendar[] {
  return Object.entries(zones)
    .filter(([, zone]) => !isProblem(zoneOf(zone)))
    .map(([id, zone]) => ({ id, zone, week: serviceManagement.availability.week }));
}

/** The place of a cell as it stands in the sheet: its tab's title, its column's header. */
function placed(one: Problem, { found }: ReadTracker): Problem {
  if (!('tab' in one.values && 'column' in one.values)) return one;
  const { tab: id, column, ...rest } = one.values as { tab: string; column: string };
  const { tab, sheet } = found.get(id)!;
  const header = tab.columns.find((candidate) => candidate.id === column)?.header ?? column;
  return problem(one.code, one.path, { ...rest, tab: sheet.title, column: header } as never) as Problem;
}

function namedIn(rows: readonly Row[] | undefined, column: string): string[] {
  return [...new Set((rows ?? []).map((row) => textOf(row[column])).filter((text) => text !== ''))];
}
