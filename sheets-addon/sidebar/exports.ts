/** What an export is made from, as it stands in the sheet; the sidebar makes it, so that the script stays small. */
import { isProblem, zoneOf } from '#core';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { type Row, rulebookChoice, type TrackerRows, textOf } from '#core/tracker/index.ts';
import { rulebookAsRead, warnShare } from '../check.ts';
import { type ReadTracker, readTracker } from '../read-rows.ts';
import { remember, remembered } from '../store.ts';
import { type Desk, unread } from './desk.ts';
import { engagementOffers } from './engagement-offers.ts';
import type { ExportChoices, SidebarAnswer, SidebarRequest } from './protocol.ts';

/** The choices of the last export, remembered with the document. */
const CHOICES = 'export';
const TABS = [
  'customers',
  'managers',
  'engagements',
  'contacts',
  'cases',
  'inquiries',
  'calendar',
  'lists',
] as const;
/** What was done and decided is no part of any customer's card. */
const INNER_TABS = ['activities', 'decisions'] as const;

/** The engagements that there are, and the calendars whose zone somebody has to say. */
export function exportFacts(desk: Desk): SidebarAnswer {
  const read = readTracker(desk.spreadsheet, desk.workbook, desk.words);
  if ('missing' in read) return unread(read);
  const known = Object(remembered(CHOICES)) as Record<keyof ExportChoices, unknown>;
  const zonesKnown = new Map(Object.entries(Object(known.zones)));
  const zones = namedIn(read.rows.engagements, 'calendar')
    .filter((id) => isProblem(zoneOf(id)))
    .map((id) => ({ id, zone: written(zonesKnown.get(id)) }));
  return { kind: 'exports', engagements: engagementOffers(read.rows), zones, page: written(known.page) };
}

const written = (value: unknown) => (typeof value === 'string' ? value : '');

export function exportRows(
  { engagement, choices }: Extract<SidebarRequest, { ask: 'export' }>,
  desk: Desk,
): SidebarAnswer {
  const read = readTracker(desk.spreadsheet, desk.workbook, desk.words);
  if ('missing' in read) return unread(read);
  if (JSON.stringify(remembered(CHOICES)) !== JSON.stringify(choices)) remember(CHOICES, choices);
  const wanted = engagement === null ? [...TABS, ...INNER_TABS] : TABS;
  return {
    kind: 'export-rows',
    nowMs: desk.nowMs,
    rows: filledIn(read.rows, wanted),
    called: calledIn(read, wanted),
    rulebook: rulebookChoice(serviceManagement, read.rows.rules ?? [], {
      businessDay: rulebookAsRead(read, desk.workbook).readings.businessDay,
      warnFromShare: warnShare(read, desk.workbook),
    }),
  };
}

/** Rows down to the last one in which anything stands, of each only the cells in which something does. */
function filledIn(rows: TrackerRows, tabs: readonly string[]): TrackerRows {
  const filled = (row: Row): Row =>
    Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null));
  return Object.fromEntries(
    tabs.map((tab) => {
      const all = (rows[tab] ?? []).map(filled);
      return [tab, all.slice(0, all.findLastIndex((row) => Object.keys(row).length > 0) + 1)];
    }),
  );
}

/** What tabs and columns are called in this sheet, by `tab` and `tab.column`. */
function calledIn({ found }: ReadTracker, tabs: readonly string[]): Record<string, string> {
  const names = tabs.flatMap((id) => {
    const { tab, sheet } = found.get(id)!;
    return [[id, sheet.title], ...tab.columns.map((column) => [`${id}.${column.id}`, column.header])];
  });
  return Object.fromEntries(names) as Record<string, string>;
}

function namedIn(rows: readonly Row[] | undefined, column: string): string[] {
  return [...new Set((rows ?? []).map((row) => textOf(row[column])).filter((text) => text !== ''))];
}
