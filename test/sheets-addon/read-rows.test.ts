/** Dates of a sheet come as instants of the spreadsheet's own zone; the day that somebody typed is the day that counts. */
import { expect, test } from 'vitest';
import { isProblem, serviceManagement, zoneOf } from '#core/index.ts';
import { describeTracker, tabOf } from '#core/tracker/index.ts';
import type { FoundTab } from '../../sheets-addon/places.ts';
import { readRowsOf } from '../../sheets-addon/read-rows.ts';

const tab = tabOf(describeTracker({ language: 'en', rulebook: serviceManagement }), 'cases');
const [first] = tab.columns.filter(({ role }) => role === 'typed');

/** The tab with one date in one row, as a spreadsheet of that zone gives it. */
function dateIn(zoneName: string, instant: string): unknown {
  const zone = zoneOf(zoneName);
  if (isProblem(zone)) throw new Error(zoneName);
  const values = [[new Date(instant)]];
  const sheet = { rowCount: 2, columnCount: 1, values: () => values } as unknown as FoundTab['sheet'];
  const positions = new Map([[first!.id, 0]]);
  const found = { tab, sheet, isMarked: true, positions, unheaded: new Set<string>() };
  return readRowsOf(found, (atMs) => zone.offsetMs(atMs))[0]?.[first!.id];
}

// Serial numbers of days since 30 December 1899, from a table of them.
test.each([
  ['Asia/Seoul', '2026-02-28T15:00:00Z', '2026-03-01', 46_082],
  ['Europe/Brussels', '2015-03-31T22:00:00Z', '2015-04-01', 42_095],
  ['America/Los_Angeles', '2026-03-01T08:00:00Z', '2026-03-01', 46_082],
])(
  'sheet-zone: midnight in %s, which is %s, is %s wherever the script runs',
  (zone, instant, _day, serial) => {
    expect(dateIn(zone, instant)).toBe(serial);
  },
);
