/** Inquiries that trackers keep: judged by core, in the zone of their engagement, whatever the tracker came as. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Language, serviceManagement } from '#core';
import { describeTracker, type Row, serialOf, tabOf, wordsOf } from '#core/tracker/index.ts';
import { writeFolder } from '../../../sheets-addon/provision/tables/write-folder.ts';
import { writeRows } from '../../../sheets-addon/provision/write-tracker.ts';
import { type Portfolio, portfolioAt } from './loaded.ts';

// Friday, 12:00 in Berlin and 19:00 in Seoul.
const NOW_MS = Date.parse('2026-06-12T12:00+02:00');
const MEAN_MS = ((24 + 26) / 2) * 3_600_000;

let portfolio: Portfolio | undefined;
afterEach(() => portfolio?.close());

const at = (date: string, hours: number) => serialOf(date) + hours / 24;

/** Premium: one business day, 09:00 to 17:00. */
function rowsIn(language: Language): Record<string, Row[]> {
  const words = wordsOf(language);
  const tier = words.text('tier.premium');
  const status = words.text('tracker.case-open');
  return {
    managers: [{ id: 'M-1', name: 'Ana', email: 'ana@v.example' }],
    customers: [{ id: 'K-1', name: 'Nordwind' }],
    engagements: [
      { id: 'E-1', customer: 'K-1', tier, manager: 'M-1', calendar: 'Europe/Berlin' },
      { id: 'E-2', customer: 'K-1', tier, manager: 'M-1', calendar: 'Asia/Seoul' },
    ],
    cases: [
      { id: 'B-1', engagement: 'E-1', status },
      { id: 'B-2', engagement: 'E-1', status: words.text('tracker.case-closed') },
      { id: 'S-1', engagement: 'E-2', status },
    ],
    inquiries: [
      // Due on Tuesday at 10:00: answered to the minute, and two hours late.
      { case: 'B-1', received: at('2026-06-08', 10), answered: at('2026-06-09', 10) },
      { case: 'b-1', received: at('2026-06-08', 10), answered: at('2026-06-09', 12) },
      // Due today at 11:00, an hour ago; and at 13:00, in an hour.
      { case: 'B-1', received: at('2026-06-11', 11) },
      { case: 'B-1', received: at('2026-06-11', 13) },
      { case: 'B-2', received: at('2026-06-10', 10) },
      // Seoul: received today at 16:00 there, which is 09:00 in Berlin; due on Monday.
      { case: 'S-1', received: at('2026-06-12', 16) },
      // Due today at 16:00 there, three hours ago: in Berlin that time is still to come.
      { case: 'S-1', received: at('2026-06-11', 16) },
      // No such case, and no time: nothing that could be judged.
      { case: 'X-1', received: at('2026-06-08', 10) },
      { case: 'B-1', received: 'soon' },
    ],
  };
}

const WANTED = [
  {
    ...{ tier: 'premium', region: 'Asia', inquiries: 2, in_time: 0, late: 0, waiting: 1, overdue: 1 },
    closed_unanswered: 0,
    mean_ms: null,
  },
  {
    ...{ tier: 'premium', region: 'Europe', inquiries: 5, in_time: 1, late: 1, waiting: 1, overdue: 1 },
    closed_unanswered: 1,
    mean_ms: MEAN_MS,
  },
];

test.each(['en', 'de', 'zh-CN'] as const)('%s: an exported folder', async (language) => {
  portfolio = await portfolioAt(NOW_MS);
  const workbook = describeTracker({ language, rulebook: serviceManagement });
  const rules = tabOf(workbook, 'rules').rows;
  writeFolder(join(portfolio.folder, 'berlin'), workbook.tabs, { ...rowsIn(language), rules });
  expect(await portfolio.load()).toMatchObject({ loaded: 1, bad: [] });
  expect(await portfolio.ask('responses')).toEqual(WANTED);
});

/** Until the end of the next business day: nothing in Berlin is late yet, and in Seoul the day is over. */
const BY_END_OF_DAY = [
  { region: 'Asia', in_time: 0, late: 0, waiting: 1, overdue: 1 },
  { region: 'Europe', in_time: 2, late: 0, waiting: 2, overdue: 0 },
];

test('the reading that a tracker has on its Rules tab holds for it, and for no other', async () => {
  portfolio = await portfolioAt(NOW_MS);
  const { tabs } = describeTracker({ language: 'en', rulebook: serviceManagement });
  const rows = { ...rowsIn('en'), rules: tabs.find(({ id }) => id === 'rules')!.rows };
  writeFolder(join(portfolio.folder, 'end'), tabs, rows, { businessDay: 2 });
  await portfolio.load();
  expect(await portfolio.ask('responses')).toMatchObject(BY_END_OF_DAY);
  writeFolder(join(portfolio.folder, 'usual'), tabs, rows, { businessDay: 1 });
  await portfolio.load();
  // Europe of both: what the first says, and one late and one overdue of the second.
  expect((await portfolio.ask('responses'))[1]).toMatchObject({
    in_time: 3,
    late: 1,
    waiting: 3,
    overdue: 1,
  });
});

test('so it does in an .xlsx', async () => {
  portfolio = await portfolioAt(NOW_MS);
  const capacity = { activities: 6, cases: 9, contacts: 6, inquiries: 12, engagements: 6 };
  const options = { language: 'de', rulebook: serviceManagement, capacity } as const;
  const file = writeRows(rowsIn('de'), { ...options, named: { businessDay: 2 } });
  writeFileSync(join(portfolio.folder, 'end.xlsx'), file);
  await portfolio.load();
  expect(await portfolio.ask('responses')).toMatchObject(BY_END_OF_DAY);
});

test('an .xlsx', async () => {
  portfolio = await portfolioAt(NOW_MS);
  mkdirSync(portfolio.folder, { recursive: true });
  const capacity = { activities: 6, cases: 9, contacts: 6, inquiries: 12, engagements: 6 };
  const file = writeRows(rowsIn('en'), { language: 'en', rulebook: serviceManagement, capacity });
  writeFileSync(join(portfolio.folder, 'berlin.xlsx'), file);
  expect(await portfolio.load()).toMatchObject({ loaded: 1, bad: [] });
  expect(await portfolio.ask('responses')).toEqual(WANTED);
});

test('a tracker from before there were inquiries is read like any other', async () => {
  portfolio = await portfolioAt(NOW_MS);
  const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
  const { inquiries, ...older } = rowsIn('en');
  const tabs = workbook.tabs.filter(({ id }) => id !== 'inquiries');
  writeFolder(join(portfolio.folder, 'old'), tabs, { ...older, rules: tabOf(workbook, 'rules').rows });
  expect(inquiries!.length).toBeGreaterThan(0);
  expect(await portfolio.load()).toMatchObject({ loaded: 1, bad: [] });
  expect(await portfolio.ask('responses')).toEqual([]);
  expect(await portfolio.sql('SELECT row_count FROM trackers')).toEqual([{ row_count: 3 }]);
});
