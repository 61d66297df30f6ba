/** A portfolio worked by hand: what a person has in all their trackers, whose answers were late, who takes over. */
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Case, type Directory, serviceManagement } from '#core';
import { writeFolder } from '../../../sheets-addon/provision/tables/write-folder.ts';
import { writeRows } from '../../../sheets-addon/provision/write-tracker.ts';
import { directoryOf, type Parts, WEEK } from '../../core/scope/book.ts';
import { DESCRIBED, type Portfolio, portfolioAt, rowsOf } from './loaded.ts';

/** Friday of the week 2026-W24. */
const NOW_MS = Date.parse('2026-06-12T10:00:00Z');

let portfolio: Portfolio;
beforeEach(async () => {
  portfolio = await portfolioAt(NOW_MS, new Map([['hq', 'Americas']]));
});
afterEach(() => portfolio.close());

function keep(name: string, parts: Parts): string {
  const path = join(portfolio.folder, name);
  writeFolder(path, DESCRIBED.tabs, rowsOf(parts));
  return path;
}

function document(name: string, directory: Directory): void {
  writeFileSync(join(portfolio.folder, `${name}.json`), JSON.stringify(directory));
}

const person = (id: string, email: string, backup?: string) => ({
  id,
  name: id,
  email,
  ...(backup && { backup }),
});
const openCases = (count: number): Partial<Case>[] =>
  Array.from({ length: count }, (_, index) => ({ id: `C${index}` }));

test('a person’s cases in hand are those of all their trackers; the 30th is in, the 31st is over', async () => {
  const mia = [person('M-1', 'mia@v.example')];
  keep('one', { managers: mia, cases: openCases(20) });
  keep('two', { managers: [person('M-1', ' MIA@v.example ')], cases: openCases(10) });
  keep('three', { managers: [person('M-1', 'noa@v.example')], cases: openCases(23) });
  await portfolio.load();
  const near = await portfolio.ask('limits');
  expect(near).toMatchObject([{ rule: 'cases-in-hand', manager: 'M-1', used: 30, most: 30, is_over: false }]);
  keep('two', { managers: mia, cases: openCases(11) });
  expect(await portfolio.load()).toMatchObject({ loaded: 1, unchanged: 2 });
  expect(await portfolio.ask('limits')).toMatchObject([{ used: 31, most: 30, is_over: true }]);
});

test('three of the last four complete weeks over 10 hours, and the average too: an additional engagement', async () => {
  const hours = (perWeek: readonly number[]) =>
    // Wednesdays of the four complete weeks before 2026-06-12.
    ['2026-05-13', '2026-05-20', '2026-05-27', '2026-06-03'].map((date, week) => ({
      date,
      hours: perWeek[week]!,
    }));
  keep('over', { activities: hours([12, 10, 10.01, 10.5]) });
  keep('twice', { activities: hours([20, 20, 10, 10]) });
  keep('average', { activities: hours([10.01, 10.01, 10.01, 0]) });
  await portfolio.load();
  const found = await portfolio.ask('additional');
  // 12 + 10 + 10.01 + 10.5 = 42.51 hours in milliseconds.
  expect(found).toMatchObject([{ customer: 'Customer A', tier: 'premium', weeks_over: 3, ms: 153_036_000 }]);
});

test('answers by tier and region: the due instant itself is in time, one millisecond later is late', async () => {
  const calendars = [
    { id: 'Europe/Berlin', zone: 'Europe/Berlin', week: WEEK },
    { id: 'hq', zone: 'America/Chicago', week: WEEK },
  ];
  const at = (received: string, answered?: string) => ({
    inquiries: [{ received, ...(answered && { answered }) }],
  });
  document(
    'answers',
    directoryOf({
      calendars,
      engagements: [
        { calendar: 'Europe/Berlin', tier: 'premium' },
        { calendar: 'hq', tier: 'standard' },
      ],
      cases: [
        // Friday 16:30 and one business day: Monday 16:30.
        at('2026-06-05T16:30:00+02:00', '2026-06-08T16:30:00+02:00'),
        at('2026-06-05T16:30:00+02:00', '2026-06-08T16:30:00.001+02:00'),
        // Due Thursday 11 June 09:00 in Berlin; nobody has answered.
        at('2026-06-10T09:00:00+02:00'),
        { ...at('2026-06-01T09:00:00+02:00'), status: 'closed', closed: '2026-06-09' },
        // Two business days in Chicago: due on Monday.
        { ...at('2026-06-11T09:00:00-05:00'), engagement: 'E-2' },
      ],
    }),
  );
  expect(await portfolio.load()).toMatchObject({ loaded: 1, bad: [] });
  expect(await portfolio.ask('responses')).toEqual([
    {
      ...{ tier: 'premium', region: 'Europe', inquiries: 4, in_time: 1, late: 1, waiting: 0, overdue: 1 },
      closed_unanswered: 1,
      mean_ms: 3 * 86_400_000 + 0.5,
    },
    {
      ...{ tier: 'standard', region: 'Americas', inquiries: 1, in_time: 0, late: 0, waiting: 1, overdue: 0 },
      closed_unanswered: 0,
      mean_ms: null,
    },
  ]);
});

test('who takes over: the backup, unless off too, over the limit or not named; others who are there and have room', async () => {
  const away = (manager: string, from: string, until: string) => ({ manager, from, until });
  const managers = [
    person('Ana', 'ana@v.example', 'Ben'),
    person('Ben', 'ben@v.example'),
    person('Cleo', 'cleo@v.example', 'Dan'),
    person('Dan', 'dan@v.example'),
    person('Eva', 'eva@v.example', 'Full'),
    person('Full', 'full@v.example'),
  ];
  const serving = (manager: string, language?: string) => ({ manager, ...(language && { language }) });
  keep('team', {
    managers,
    engagements: [
      serving('Ana', 'ko'),
      serving('Ben'),
      serving('Cleo'),
      serving('Dan', 'ko'),
      serving('Eva'),
      serving('Full'),
    ],
    cases: [
      { engagement: 'E-1' },
      { engagement: 'E-5' },
      ...openCases(30).map((entry) => ({ ...entry, engagement: 'E-6' })),
    ],
    timeOff: [
      away('Ana', '2026-06-15', '2026-06-19'),
      away('Ben', '2026-06-22', '2026-06-23'),
      away('Cleo', '2026-06-22', '2026-06-26'),
      away('Dan', '2026-06-26', '2026-06-30'),
      away('Eva', '2026-07-01', '2026-07-01'),
      away('Eva', '2027-01-01', '2027-01-05'),
    ],
  });
  await portfolio.load();
  const found = await portfolio.ask('cover');
  expect(found.map(({ manager, backup, state, cases }) => [manager, backup, state, cases])).toEqual([
    ['Ana', 'Ben', 'free', 1],
    ['Ben', null, 'nobody', 0],
    ['Cleo', 'Dan', 'away', 0],
    ['Dan', null, 'nobody', 0],
    ['Eva', 'Full', 'full', 1],
  ]);
  // All share the region; Dan speaks Korean with a customer too. Full has no room for one more.
  expect(found[0]).toMatchObject({ first_other: 'Dan', second_other: 'Cleo', third_other: 'Eva' });
  // Ben and Dan are off on some of these days; of the others, whoever has least in hand comes first.
  expect(found[2]).toMatchObject({ first_other: 'Ana', second_other: 'Eva', third_other: 'Full' });
});

test('an .xlsx says what the folder says, and a folder whose name is a pattern is read as itself', async () => {
  const parts: Parts = { cases: openCases(31), activities: [{ date: '2026-06-10', hours: 10.01 }] };
  keep('folder', parts);
  await portfolio.load();
  const wanted = await portfolio.ask('limits');
  expect(wanted).toHaveLength(2);
  rmSync(join(portfolio.folder, 'folder'), { recursive: true });
  const options = { language: 'en' as const, rulebook: serviceManagement, calendars: ['berlin'] };
  writeFileSync(join(portfolio.folder, 'book.xlsx'), writeRows(rowsOf(parts), options));
  expect(await portfolio.load()).toMatchObject({ loaded: 1, bad: [] });
  expect(await portfolio.ask('limits')).toEqual(wanted);
  rmSync(join(portfolio.folder, 'book.xlsx'));
  renameSync(keep('x', parts), join(portfolio.folder, 'odd [a-z]*'));
  expect(await portfolio.load()).toMatchObject({ loaded: 1, bad: [] });
  expect(await portfolio.ask('limits')).toEqual(wanted);
});

test('a number in text is none, in the sheet, in its CSV and in the portfolio', async () => {
  const rows = rowsOf({ activities: [{ date: '2026-06-10', hours: 9 }] });
  const activities = [...rows.activities!, { ...rows.activities![0], hours: '9' }];
  writeFolder(join(portfolio.folder, 't'), DESCRIBED.tabs, { ...rows, activities });
  await portfolio.load();
  expect(await portfolio.ask('limits')).toMatchObject([{ rule: 'weekly-hours', used: 9 * 3_600_000 }]);
  expect(await portfolio.sql('SELECT row_count, unread FROM trackers')).toEqual([
    { row_count: 2, unread: 1 },
  ]);
});

test('an id that its CSV has to guard, at its start and within, is the same id in every table', async () => {
  const id = '=a;-1;"+2\n@b';
  keep('odd', {
    engagements: [{ id }],
    cases: openCases(31).map((entry) => ({ ...entry, engagement: id })),
  });
  await portfolio.load();
  expect(await portfolio.sql('SELECT row_count, unread FROM trackers')).toEqual([
    { row_count: 31, unread: 0 },
  ]);
});

test('bad trackers are named with what is wrong, and the others count', async () => {
  keep('good', { cases: openCases(31) });
  rmSync(join(keep('no-tab', {}), 'cases.csv'));
  const noColumn = join(keep('no-column', {}), 'activities.csv');
  writeFileSync(noColumn, readFileSync(noColumn, 'utf8').replace('Hours', 'Time spent'));
  mkdirSync(join(portfolio.folder, 'nothing'));
  writeFileSync(join(portfolio.folder, 'broken.xlsx'), 'PK but no zip');
  writeFileSync(join(portfolio.folder, 'broken.json'), '{');
  const loaded = await portfolio.load([portfolio.folder, join(portfolio.folder, 'nothing'), 'nowhere']);
  expect(
    loaded.bad.map(({ name, reason }) => [name.slice(portfolio.folder.length + 1), reason]).sort(),
  ).toEqual([
    ['broken.json', 'unreadable'],
    ['broken.xlsx', 'unreadable'],
    ['no-column', 'column'],
    ['no-tab', 'tab'],
  ]);
  expect(loaded.missing).toEqual([join(portfolio.folder, 'nothing'), 'nowhere']);
  expect(await portfolio.ask('limits')).toHaveLength(1);
});

test('a CSV that the database will not read is read as patiently as an import: ragged, old encoding, open quote', async () => {
  const path = keep('ragged', { cases: openCases(30) });
  appendFileSync(
    join(path, 'cases.csv'),
    Buffer.from([0x58, 0x2c, 0x45, 0x2d, 0x31, 0x2c, 0xe4, 0x2c, 0x4f, 0x70, 0x65, 0x6e]),
  );
  keep('plain', { cases: openCases(1) });
  expect(await portfolio.load()).toMatchObject({ loaded: 2, bad: [] });
  expect(await portfolio.ask('limits')).toMatchObject([{ rule: 'cases-in-hand', used: 31 }]);
});

test('what has not changed is not read again, and what is no longer named is gone', async () => {
  keep('a', { cases: openCases(31) });
  document('b', directoryOf({ cases: openCases(31) }));
  expect(await portfolio.load()).toMatchObject({ loaded: 2, unchanged: 0 });
  expect(await portfolio.load()).toMatchObject({ loaded: 0, unchanged: 2 });
  expect(portfolio.converted).toHaveLength(1);
  expect(await portfolio.load([join(portfolio.folder, 'a')])).toMatchObject({ loaded: 0, unchanged: 1 });
  expect(await portfolio.ask('limits')).toHaveLength(1);
  // A run that was killed after it had written rows, before it said so, leaves nothing behind.
  await portfolio.sql("UPDATE trackers SET version = 'unfinished'");
  expect(await portfolio.load([join(portfolio.folder, 'a')])).toMatchObject({ loaded: 1, unchanged: 0 });
  expect(await portfolio.ask('limits')).toMatchObject([{ used: 31 }]);
});
