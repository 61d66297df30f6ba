/** What a portfolio takes out of workbooks and folders as people keep them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serviceManagement } from '#core';
import { convertWorkbook } from '../../../sheets-addon/provision/portfolio/convert.ts';
import { writeFolder } from '../../../sheets-addon/provision/tables/write-folder.ts';
import { writeRows } from '../../../sheets-addon/provision/write-tracker.ts';
import { DESCRIBED, type Portfolio, portfolioAt, rowsOf } from './loaded.ts';

/** Friday of the week 2026-W24. */
const NOW_MS = Date.parse('2026-06-12T10:00:00Z');

let portfolio: Portfolio;
beforeEach(async () => {
  portfolio = await portfolioAt(NOW_MS, new Map());
});
afterEach(() => portfolio.close());

test('a row of an .xlsx with nothing but a note is a row that cannot be read; the note stays in the workbook', async () => {
  const rows = rowsOf({ activities: [{ date: '2026-06-10', hours: 9, note: 'They are leaving us' }] });
  const activities = [...rows.activities!, { note: 'Call them back' }, { note: '' }];
  const options = { language: 'en' as const, rulebook: serviceManagement, calendars: ['berlin'] };
  const path = join(portfolio.folder, 'book.xlsx');
  writeFileSync(path, writeRows({ ...rows, activities }, options));
  await portfolio.load();
  expect(await portfolio.sql('SELECT row_count, unread FROM trackers')).toEqual([
    { row_count: 2, unread: 1 },
  ]);
  const out = join(portfolio.folder, 'unpacked');
  await convertWorkbook({ path, out, rulebook: serviceManagement, nowMs: NOW_MS });
  expect(readFileSync(join(out, 'activities.csv'), 'utf8')).toBe(
    '\ufeffDate,Engagement,Hours,Note\r\n2026-06-10,E-1,9,TRUE\r\n,,,TRUE\r\n',
  );
});

test('columns that people have added, until their headers alone fill pages', async () => {
  const folder = join(portfolio.folder, 'wide');
  writeFolder(folder, DESCRIBED.tabs, rowsOf({ activities: [{ date: '2026-06-10', hours: 10.01 }] }));
  const path = join(folder, 'activities.csv');
  const [header, ...lines] = readFileSync(path, 'utf8').split('\r\n');
  const added = Array.from({ length: 900 }, (_, index) => `Our column ${index}`).join(',');
  writeFileSync(path, [`${header},${added}`, ...lines].join('\r\n'));
  expect(await portfolio.load()).toMatchObject({ loaded: 1, bad: [] });
  expect(await portfolio.ask('limits')).toMatchObject([{ rule: 'weekly-hours', is_over: true }]);
});
