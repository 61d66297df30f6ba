/** What a portfolio takes out of workbooks and folders as people keep them. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serviceManagement } from '#core';
import { convertWorkbook } from '../../../sheets-addon/provision/portfolio/convert.ts';
import { openWorkers } from '../../../sheets-addon/provision/portfolio/workers.ts';
import { writeFolder } from '../../../sheets-addon/provision/tables/write-folder.ts';
import { writeRows } from '../../../sheets-addon/provision/write-tracker.ts';
import { plainDirectory } from '../../support/plain-directory.ts';
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

test('thousands of cells in the last column of a sheet: that tracker is bad, in words, and the others are read', async () => {
  const rows = rowsOf({ activities: [{ date: '2026-06-10', hours: 10.01 }] });
  const options = { language: 'en' as const, rulebook: serviceManagement, calendars: ['berlin'] };
  const sound = writeRows(rows, options);
  writeFileSync(join(portfolio.folder, 'sound.xlsx'), sound);
  const parts = unzipSync(sound);
  const titles = [...strFromU8(parts['xl/workbook.xml']!).matchAll(/<sheet name="([^"]+)"/g)].map(
    ([, title]) => title,
  );
  const path = `xl/worksheets/sheet${titles.indexOf('Activities') + 1}.xml`;
  // A second column of hours, where a sheet ends: each of its rows is sixteen thousand cells long.
  const wide = strFromU8(parts[path]!).replace(/<row r="(\d+)".*?<\/row>/gs, (row, number) => {
    const cell = number === '1' ? `t="inlineStr"><is><t>Hours</t></is></c>` : '><v>1</v></c>';
    return row.replace('</row>', `<c r="XFD${number}" ${cell}</row>`);
  });
  expect(wide.match(/r="XFD/g)!.length).toBeGreaterThan(1500);
  writeFileSync(join(portfolio.folder, 'wide.xlsx'), zipSync({ ...parts, [path]: strToU8(wide) }));
  expect(await portfolio.load()).toMatchObject({
    loaded: 1,
    bad: [{ reason: 'unreadable', values: { detail: expect.stringContaining('16384 columns') } }],
  });
  expect(await portfolio.ask('limits')).toMatchObject([{ rule: 'weekly-hours', is_over: true }]);
});

test('a process that is killed over a file makes one bad tracker; the next is read by another process', async () => {
  const waits = join(portfolio.folder, 'waits.json');
  execFileSync('mkfifo', [waits]);
  const workers = openWorkers(1);
  const convert = (path: string) =>
    workers.convert('directory', { path, out: `${path}.out`, rulebook: serviceManagement, nowMs: NOW_MS });
  const first = convert(waits);
  // Open from this side: it waits for what never comes.
  const handle = await open(waits, 'w');
  for (const id of ownWorkers()) process.kill(id, 'SIGKILL');
  await expect(first).rejects.toMatchObject({ bad: { reason: 'unreadable', values: { detail: 'SIGKILL' } } });
  await handle.close();
  const path = join(portfolio.folder, 'directory.json');
  writeFileSync(path, JSON.stringify(plainDirectory()));
  await convert(path);
  expect(readFileSync(join(`${path}.out`, 'engagements.csv'), 'utf8')).toContain('E-1');
  workers.end();
});

/** Of our own children those that read files; `pgrep` is not on every machine. */
function ownWorkers(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      const read = (file: string) => {
        try {
          return readFileSync(`/proc/${id}/${file}`, 'utf8');
        } catch {
          // It has ended in between.
          return '';
        }
      };
      const [, , , parent] = read('stat')
        .replace(/\(.*\)/s, '()')
        .split(' ');
      return Number(parent) === process.pid && read('cmdline').includes('portfolio/worker.ts');
    })
    .map(Number);
}
