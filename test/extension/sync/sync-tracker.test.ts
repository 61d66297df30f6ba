/** A tracker read into a directory: nothing moved when nothing changed, all or nothing, and the trouble said since when. */
import { afterEach, expect, test } from 'vitest';
import { openDirectory } from '#core';
import { matchEngagement } from '#core/engagement/match.ts';
import { mergeDirectories } from '#core/engagement/merge-directories.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { readTrackerRows } from '#core/tracker/read-directory.ts';
import { syncTracker, type TrackerSource } from '../../../extension/background/sync/sync-tracker.ts';
import { plainDirectory } from '../../support/plain-directory.ts';
import { storedTracker } from '../../support/stored-tracker.ts';
import { type Bench, plainRows, trackerBench } from './google.ts';

const NOW_MS = Date.UTC(2026, 5, 8, 9);
const HOUR_MS = 3_600_000;
const NEW = storedTracker();
const { calendars } = plainDirectory();
const BASE = { rulebook: { use: 'service-management' as const }, calendars };
const ground = (nowMs = NOW_MS) => ({ base: BASE, rulebook: serviceManagement, nowMs });

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
  bench = undefined;
});
const sourceOf = ({ state, sheet }: Bench): TrackerSource => ({ state, rows: sheet.rows });

test('a tracker becomes the directory that it was made from', async () => {
  bench = await trackerBench();
  const synced = await syncTracker(NEW, sourceOf(bench), ground());
  expect(synced).toMatchObject({ name: 'Tracker', readMs: NOW_MS, trouble: null });
  const { managers, customers, engagements } = synced.directory!;
  const wanted = plainDirectory();
  expect(managers).toEqual(wanted.managers);
  expect(customers).toEqual(wanted.customers);
  expect(engagements).toEqual(wanted.engagements);
  expect(Array.isArray(openDirectory(synced.directory!))).toBe(false);
});

test('a German tracker says the same', async () => {
  bench = await trackerBench(plainRows('de'), 'de');
  const synced = await syncTracker(NEW, sourceOf(bench), ground());
  expect(synced.directory?.engagements).toEqual(plainDirectory().engagements);
  expect(synced.shown['method.in-person']).toBe('persönlich');
});

test('nothing has changed: one small question, and not a cell is transferred', async () => {
  bench = await trackerBench();
  const first = await syncTracker(NEW, sourceOf(bench), ground());
  bench.calls();
  const second = await syncTracker(first, sourceOf(bench), ground(NOW_MS + HOUR_MS));
  expect(bench.calls()).toEqual([`GET ${bench.id}`]);
  expect(second.readMs).toBe(NOW_MS + HOUR_MS);
});

test('a cell that cannot be read is named; the copy stays, and the trouble keeps its beginning', async () => {
  bench = await trackerBench();
  const first = await syncTracker(NEW, sourceOf(bench), ground());
  const wrong: TrackerSource = {
    state: async () => ({ name: 'Tracker', version: 'next' }),
    rows: async () => ({
      ...(await readAll(bench!)),
      activities: [{ engagement: 'E-1', date: 'yesterday', hours: 'two' }],
    }),
  };
  const second = await syncTracker(first, wrong, ground(NOW_MS + HOUR_MS));
  expect(second.directory).toBe(first.directory);
  expect(second.readMs).toBe(NOW_MS);
  expect(second.trouble).toMatchObject({
    sinceMs: NOW_MS + HOUR_MS,
    problems: [
      { code: 'cell-date', values: { tab: 'activities', row: 2, column: 'date', text: 'yesterday' } },
      { code: 'cell-hours', values: { tab: 'activities', row: 2, column: 'hours', text: 'two' } },
    ],
  });
  const third = await syncTracker(second, wrong, ground(NOW_MS + 5 * HOUR_MS));
  expect(third.trouble?.sinceMs).toBe(NOW_MS + HOUR_MS);
  const healed = await syncTracker(third, sourceOf(bench), ground(NOW_MS + 6 * HOUR_MS));
  expect(healed.trouble).toBeNull();
});

test('file-not-picked: a sheet that was never picked asks to be picked, and is no bare 404', async () => {
  bench = await trackerBench();
  bench.google.plan = () => '404';
  const synced = await syncTracker(NEW, sourceOf(bench), ground());
  expect(synced.trouble?.problems).toEqual([{ code: 'sheet-not-picked', path: [], values: {} }]);
});

async function readAll({ sheet }: Bench) {
  const rows = await sheet.rows([
    'customers',
    'managers',
    'engagements',
    'contacts',
    'cases',
    'activities',
    'calendar',
    'lists',
  ]);
  if ('failed' in rows) throw new Error(String(rows.failed));
  return rows;
}

test('a calendar called by its zone has the rulebook’s hours there; any other name is asked for', () => {
  const rows = plainRows();
  const withCalendar = (calendar: string) => ({
    ...rows,
    lists: [
      { tier: 'Premium', tierId: 'premium' },
      { tier: 'Standard', tierId: 'standard' },
    ],
    engagements: rows.engagements!.map((row) => ({ ...row, calendar })),
  });
  const none = { ...BASE, calendars: [] };
  const read = readTrackerRows(withCalendar('Asia/Seoul'), none, serviceManagement);
  expect(read).toMatchObject({ calendars: [{ id: 'Asia/Seoul', zone: 'Asia/Seoul' }] });
  expect(readTrackerRows(withCalendar('seoul'), none, serviceManagement)).toMatchObject([
    { code: 'calendar-unknown', values: { calendar: 'seoul' } },
  ]);
});

test('two managers’ trackers are one directory; what they contradict each other in is named with both', () => {
  const one = { name: 'Mira', directory: plainDirectory() };
  const other = {
    name: 'Noah',
    directory: {
      ...plainDirectory(),
      customers: [{ id: 'cyber', name: 'Cyber' }],
      engagements: [{ ...plainDirectory().engagements[0]!, id: 'E-9', customer: 'cyber' }],
      activities: [{ id: 'row 1', engagement: 'E-9', date: '2026-06-08', hours: 1 }],
    },
  };
  const first = {
    ...one,
    directory: {
      ...one.directory,
      activities: [{ id: 'row 1', engagement: 'E-1', date: '2026-06-08', hours: 2 }],
    },
  };
  const merged = mergeDirectories([first, other]);
  if (Array.isArray(merged)) throw new Error(JSON.stringify(merged));
  expect(merged.engagements.map(({ id }) => id)).toEqual(['E-1', 'E-2', 'E-9']);
  expect(merged.managers).toHaveLength(2);
  expect(merged.activities?.map(({ id, hours }) => [id, hours])).toEqual([
    ['row 1', 2],
    ['Noah row 1', 1],
  ]);
  const clash = {
    ...other,
    directory: { ...other.directory, managers: [{ id: 'M-1', name: 'Somebody else' }] },
  };
  expect(mergeDirectories([one, clash])).toMatchObject([
    { code: 'given-twice', values: { id: 'M-1', first: 'Mira', second: 'Noah' } },
  ]);
});

test('a note that somebody typed beside a finding is read; what the journal put there is not read twice', async () => {
  const key = 'finding.weekly-hours|engagement|E-1|2026-06-08|2026-W24';
  const other = 'finding.contacts|engagement|E-1|2026-06-08';
  const decision = {
    id: 'D-1',
    decision: 'acknowledged' as const,
    engagement: 'E-1',
    about: other,
    by: 'Mira',
    at: '2026-06-08T09:00:00Z',
    reason: 'agreed',
  };
  bench = await trackerBench(plainRows('en', { decisions: [decision] }));
  const sheet = bench.google.onlyBook.titled('Violations');
  const header = sheet.rows.findIndex((cells) =>
    cells?.some((cell) => cell?.userEnteredValue?.stringValue === 'Acknowledged by'),
  );
  const type = (row: number, column: string, text: string) => {
    const place = sheet.rows[header]!.findIndex((cell) => cell?.userEnteredValue?.stringValue === column);
    sheet.cell(header + row, place).userEnteredValue = { stringValue: text };
  };
  type(1, 'Id', key);
  type(1, 'Acknowledged by', 'Noah');
  type(1, 'Reason', 'a launch');
  type(2, 'Id', other);
  type(2, 'Acknowledged by', 'Mira');
  type(2, 'Reason', 'agreed');
  const synced = await syncTracker(NEW, sourceOf(bench), ground());
  expect(synced.trouble).toBeNull();
  expect(synced.notes).toEqual({ [key]: { by: 'Noah', reason: 'a launch' } });
});

test('of three trackers one has changed: it alone is read, and of the others nothing but that they have not', async () => {
  const benches = await Promise.all([trackerBench(), trackerBench(), trackerBench()]);
  try {
    const first = await Promise.all(benches.map((one) => syncTracker(NEW, sourceOf(one), ground())));
    for (const one of benches) one.calls();
    const [changed, ...others] = benches;
    changed!.google.files.touch(changed!.id);
    const bytes: number[] = [];
    const counted = (one: Bench): TrackerSource => ({
      state: async () => {
        const state = await one.state();
        bytes.push(JSON.stringify(state).length);
        return state;
      },
      rows: one.sheet.rows,
    });
    await Promise.all(
      benches.map((one, index) => syncTracker(first[index]!, counted(one), ground(NOW_MS + HOUR_MS))),
    );
    expect(changed!.calls().length).toBeGreaterThan(2);
    for (const one of others) expect(one.calls()).toEqual([`GET ${one.id}`]);
    expect(Math.max(...bytes)).toBeLessThan(100);
  } finally {
    await Promise.all(benches.map((one) => one.close()));
  }
});

test('a ticket that two engagements list leaves the rest of the tracker usable, and is asked on its page', async () => {
  const [{ engagements }, link] = [plainDirectory(), 'https://desk.example/tickets/7'];
  const cases = engagements
    .slice(0, 2)
    .map(({ id }) => ({ id: `C-${id}`, engagement: id, status: 'open' as const, link }));
  bench = await trackerBench(plainRows('en', { cases }));
  const synced = await syncTracker(NEW, sourceOf(bench), ground());
  expect(synced.trouble).toBeNull();
  const book = openDirectory(synced.directory!);
  if (Array.isArray(book)) throw new Error(JSON.stringify(book));
  const facts = { url: link, messages: [] } as unknown as TicketFacts;
  expect(matchEngagement(facts, book, NOW_MS)).toMatchObject({
    kind: 'ambiguous',
    candidates: cases.map(({ engagement }) => ({ id: engagement })),
  });
});
