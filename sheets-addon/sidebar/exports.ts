/** What leaves the tracker: the customer card of one engagement, and the directory that the extension imports. */
import { isProblem, openDirectory, type Problem, problem, zoneOf } from '#core';
import { makeCard } from '#core/card/make-card.ts';
import type { NamedCalendar } from '#core/engagement/schema.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { type Row, readTrackerRows, rulebookChoice, textOf } from '#core/tracker/index.ts';
import { warnShare } from '../check.ts';
import { type ReadTracker, readTracker } from '../read-rows.ts';
import { chosenReading } from '../settings.ts';
import { remember, remembered } from '../store.ts';
import type { Desk } from './desk.ts';
import type { ExportChoices, SidebarAnswer, SidebarRequest } from './protocol.ts';

/** The choices of the last export, remembered with the document. */
const CHOICES = 'export';

/** The engagements that there are, and the calendars whose zone somebody has to say. */
export function exportFacts(desk: Desk): SidebarAnswer {
  const read = readTracker(desk.spreadsheet, desk.workbook, desk.words);
  if ('missing' in read) return { kind: 'failed', text: read.missing };
  const known = remembered<ExportChoices>(CHOICES) ?? { zones: {}, page: '' };
  const zones = namedIn(read.rows.engagements, 'calendar')
    .filter((id) => isProblem(zoneOf(id)))
    .map((id) => ({ id, zone: known.zones[id] ?? '' }));
  return { kind: 'exports', engagements: namedIn(read.rows.engagements, 'id'), zones, page: known.page };
}

/** The engagement's card, or the whole directory where none is named; else every cell that stands in the way. */
export function exported(
  { engagement, choices }: Extract<SidebarRequest, { ask: 'export' }>,
  desk: Desk,
): SidebarAnswer {
  const read = readTracker(desk.spreadsheet, desk.workbook, desk.words);
  if ('missing' in read) return { kind: 'failed', text: read.missing };
  if (JSON.stringify(remembered(CHOICES)) !== JSON.stringify(choices)) remember(CHOICES, choices);
  const base = {
    rulebook: rulebookChoice(serviceManagement, read.rows.rules ?? [], {
      businessDay: chosenReading(),
      warnFromShare: warnShare(read, desk.workbook),
    }),
    calendars: calendarsOf(choices.zones),
  };
  const directory = readTrackerRows(read.rows, base, serviceManagement);
  if (Array.isArray(directory)) return notExported(directory, read);
  const book = openDirectory(directory);
  if (Array.isArray(book)) return notExported(book, read);
  if (engagement === null) return { kind: 'directory', directory };
  const card = makeCard(book, engagement, desk.nowMs);
  return isProblem(card) ? notExported([card], read) : { kind: 'card', card };
}

/** A zone that is none is left out: the calendar is then said to be unknown. */
function calendarsOf(zones: ExportChoices['zones']): NamedCalendar[] {
  return Object.entries(zones)
    .filter(([, zone]) => !isProblem(zoneOf(zone)))
    .map(([id, zone]) => ({ id, zone, week: serviceManagement.availability.week }));
}

/** The place of each cell as it stands in the sheet: its tab's title, its column's header. */
function notExported(problems: readonly Problem[], { found }: ReadTracker): SidebarAnswer {
  const placed = problems.map((one) => {
    if (!('tab' in one.values && 'column' in one.values)) return one;
    const { tab: id, column, ...rest } = one.values as { tab: string; column: string };
    const { tab, sheet } = found.get(id)!;
    const header = tab.columns.find((candidate) => candidate.id === column)?.header ?? column;
    return problem(one.code, one.path, { ...rest, tab: sheet.title, column: header } as never) as Problem;
  });
  return { kind: 'not-exported', problems: placed };
}

function namedIn(rows: readonly Row[] | undefined, column: string): string[] {
  return [...new Set((rows ?? []).map((row) => textOf(row[column])).filter((text) => text !== ''))];
}
