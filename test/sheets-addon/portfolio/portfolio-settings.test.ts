/** What people have set above the limits of each tracker: from where it is near one. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Case, serviceManagement } from '#core';
import { writeFolder } from '../../../sheets-addon/provision/tables/write-folder.ts';
import { writeRows } from '../../../sheets-addon/provision/write-tracker.ts';
import { directoryOf } from '../../core/scope/book.ts';
import { DESCRIBED, type Portfolio, portfolioAt, rowsOf } from './loaded.ts';

/** Friday of the week 2026-W24. */
const NOW_MS = Date.parse('2026-06-12T10:00:00Z');

let portfolio: Portfolio;
beforeEach(async () => {
  portfolio = await portfolioAt(NOW_MS);
});
afterEach(() => portfolio.close());

const openCases = (count: number): Partial<Case>[] =>
  Array.from({ length: count }, (_, index) => ({ id: `C${index}` }));

test('each tracker is near a limit from where it warns itself; a person from where the first of theirs does', async () => {
  const mia = [{ id: 'M-1', name: 'M-1', email: 'mia@v.example' }];
  const worked = { managers: mia, activities: [{ date: '2026-06-10', hours: 6 }] };
  const half = { ...worked, engagements: [{ id: 'E-half' }], cases: [] };
  const open = openCases(10).map((entry) => ({ ...entry, engagement: 'E-half' }));
  const early = rowsOf({
    ...half,
    cases: open,
    activities: [{ ...worked.activities[0]!, engagement: 'E-half' }],
  });
  writeFolder(join(portfolio.folder, 'early'), DESCRIBED.tabs, early, { warnFromShare: 0.5 });
  const usual = rowsOf({ ...worked, cases: openCases(5) });
  writeFolder(join(portfolio.folder, 'usual'), DESCRIBED.tabs, usual);
  await portfolio.load();
  const wanted = [
    { rule: 'weekly-hours', engagement: 'E-half', used: 6 * 3_600_000, is_over: false },
    { rule: 'cases-in-hand', manager: 'M-1', used: 15, most: 30, is_over: false },
  ];
  expect(await portfolio.ask('limits')).toMatchObject(wanted);
  // As a workbook, and of a share that is none the rulebook's is taken.
  rmSync(join(portfolio.folder, 'early'), { recursive: true });
  const options = { language: 'en' as const, rulebook: serviceManagement, calendars: ['berlin'] };
  const book = (warnFromShare: number) =>
    writeFileSync(
      join(portfolio.folder, 'early.xlsx'),
      writeRows(early, { ...options, named: { warnFromShare } }),
    );
  book(0.5);
  await portfolio.load();
  expect(await portfolio.ask('limits')).toMatchObject(wanted);
  book(-1);
  await portfolio.load();
  expect(await portfolio.ask('limits')).toEqual([]);
});

test('a directory document is near a limit from where its own rulebook warns', async () => {
  const directory = directoryOf({ activities: [{ date: '2026-06-10', hours: 6 }] });
  const readings = { ...serviceManagement.readings, warnFromShare: 0.5 };
  const own = { ...directory, rulebook: { own: { ...serviceManagement, readings } } };
  writeFileSync(join(portfolio.folder, 'own.json'), JSON.stringify(own));
  await portfolio.load();
  expect(await portfolio.ask('limits')).toMatchObject([{ rule: 'weekly-hours', is_over: false }]);
});
