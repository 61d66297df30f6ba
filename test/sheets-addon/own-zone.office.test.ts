/** This week's hours are those of the week that it is where the contract was signed, whatever the spreadsheet's zone. */
import { describe, expect, test } from 'vitest';
import { serviceManagement, type Zone, zoneOf } from '#core/index.ts';
import {
  describedPosition,
  describeTracker,
  serialOf,
  type TrackerRows,
  tabOf,
  wallsAt,
  withLeads,
  wordsOf,
} from '#core/tracker/index.ts';
import { packWorkbook } from '../../sheets-addon/provision/xlsx/package.ts';
import { shownAt } from './support/compare.ts';
import { openInIronCalc } from './support/iron-calc.ts';
import { openInOffice } from './support/office.ts';

const words = wordsOf('en');
/** The last is a calendar of the contract's own, of whose zone the tracker knows nothing. */
const CALENDARS = ['Europe/Berlin', 'Asia/Seoul', 'America/Los_Angeles', 'acme'];
/** In the week of each of these Wednesdays as many hours as it has weeks before it, and one. */
const WEDNESDAYS = ['2026-02-25', '2026-03-04', '2026-03-11', '2026-03-18', '2026-03-25', '2026-04-01'];
const rows: TrackerRows = {
  customers: [{ id: 'C', name: 'Customer' }],
  managers: [{ id: 'M' }],
  engagements: CALENDARS.map((calendar) => ({
    id: calendar,
    customer: 'C',
    tier: words.text('tier.premium'),
    manager: 'M',
    calendar,
  })),
  activities: CALENDARS.flatMap((engagement) =>
    WEDNESDAYS.map((date, before) => ({ date: serialOf(date), engagement, hours: before + 1 })),
  ),
};

const capacity = {
  engagements: 5,
  managers: 2,
  customers: 2,
  contacts: 2,
  cases: 2,
  inquiries: 2,
  activities: 26,
  calendar: 2,
  decisions: 2,
  deliverables: 2,
  violations: 2,
};
const losAngeles = zoneOf('America/Los_Angeles') as Zone;
const workbook = withLeads(
  describeTracker({ language: 'en', rulebook: serviceManagement, calendars: CALENDARS, capacity }),
  { offsetMs: (atMs) => losAngeles.offsetMs(atMs), nowMs: Date.parse('2026-03-08T12:00Z') },
);

/** Los Angeles changes its clocks on 8 March, Berlin on 29 March, Seoul never. */
const MOMENTS: [wall: string, offset: string, berlin: number, seoul: number, here: number][] = [
  ['2026-03-01 07:30', '-08:00', 1, 2, 1],
  ['2026-03-01 15:30', '-08:00', 2, 2, 1],
  ['2026-03-08 15:30', '-07:00', 2, 3, 2],
  ['2026-03-15 07:30', '-07:00', 3, 3, 3],
  ['2026-03-15 15:30', '-07:00', 3, 4, 3],
  ['2026-03-29 15:30', '-07:00', 6, 6, 5],
];

const serialAt = (wall: string) =>
  serialOf(wall.slice(0, 10)) + (Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14))) / 1440;

async function inOffice(asOf: number) {
  const file = packWorkbook({
    workbook,
    words,
    rowsOf: (tab) => rows[tab.id] ?? tab.rows,
    named: { asOf },
  });
  return hoursIn((await openInOffice(file)).values);
}

async function inIronCalc(asOf: number) {
  const { model, sheetOf, values } = openInIronCalc(workbook, rows);
  const overview = tabOf(workbook, 'overview');
  const cell = overview.band.find(({ name }) => name === 'asOf')!;
  const column = describedPosition(overview, cell.column) + 1;
  model.setUserInput(sheetOf('overview'), cell.row, column, String(asOf));
  model.evaluate();
  return hoursIn(values());
}

function hoursIn(values: Map<string, string[][]>): number[] {
  const overview = tabOf(workbook, 'overview');
  return CALENDARS.map((_, place) => Number(shownAt(values, overview, 'thisWeek', place)));
}

describe.each([
  ['LibreOffice', inOffice],
  ['IronCalc', inIronCalc],
])('in %s, in a spreadsheet of Los Angeles', (_, open) => {
  test.each(MOMENTS)('at %s there (%s)', async (wall, offset, berlin, seoul, here) => {
    expect(await open(serialAt(wall))).toEqual([berlin, seoul, here, here]);
    // The check goes by the same walls.
    const atMs = Date.parse(`${wall.replace(' ', 'T')}${offset}`);
    const walls = wallsAt(atMs, (ms) => losAngeles.offsetMs(ms));
    const days = CALENDARS.map((calendar) => new Date(walls.of(calendar, atMs)).toISOString().slice(0, 10));
    const weekOf = (day: string) => 1 + Math.floor((serialOf(day) - serialOf('2026-02-23')) / 7);
    expect(days.map(weekOf)).toEqual([berlin, seoul, here, here]);
  });

  test('a day that somebody typed to look back at is that day for all', async () => {
    expect(await open(serialOf('2026-03-29'))).toEqual([5, 5, 5, 5]);
  });
});
