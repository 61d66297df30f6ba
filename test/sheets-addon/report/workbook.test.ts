/** The service review as a file for its customer. */
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readReportPeriod, serviceReview } from '#core';
import { type Page, reviewPage } from '#core/report/index.ts';
import { wordsOf } from '#core/tracker/index.ts';
import { packPage } from '../../../sheets-addon/provision/xlsx/package.ts';
import { JULY_2, nordwind } from '../../core/report/nordwind.ts';

const book = nordwind();
const words = wordsOf('en');
const review = serviceReview(book, book.engagements.get('E-1')!, {
  period: readReportPeriod('2026-06')!,
  nowMs: JULY_2,
});
const page = reviewPage(review, words, book.rulebook);
const parts = (of: Page) =>
  Object.fromEntries(
    Object.entries(unzipSync(packPage(of, 'Service review', words))).map(([path, bytes]) => [
      path,
      strFromU8(bytes),
    ]),
  );

/** The cells of a chart's range, as its part names them: `'Service review'!$A$10:$A$12`. */
function cellsOf(reference: string): (string | number | null)[] {
  const [, column, first, last] = /!\$([A-Z])\$(\d+):\$[A-Z]\$(\d+)$/.exec(reference)!;
  return page.rows
    .slice(Number(first) - 1, Number(last))
    .map(({ cells }) => cells.find((cell) => cell.column === column!.charCodeAt(0) - 65)?.value ?? null);
}

describe('charts', () => {
  const charts = Object.entries(parts(page)).filter(([path]) => path.startsWith('xl/charts/'));

  test('stand over the rows that they are about', () => {
    const ranges = charts.map(([, xml]) =>
      [...xml.matchAll(/<c:f>([^<]+)<\/c:f>/g)].map(([, reference]) => cellsOf(reference!)),
    );
    const counted = ['Cases opened', 'Cases closed', 'Cases in hand at the end'];
    const weeks = ['2026-W23', '2026-W24', '2026-W25', '2026-W26', '2026-W27'];
    expect(ranges).toEqual([
      [
        // March, April, May, June.
        counted,
        [0, 0, 0],
        counted,
        [0, 0, 0],
        counted,
        [1, 0, 1],
        counted,
        [3, 1, 2],
      ],
      [weeks, [4, 10.5, 0, 0.25, 1], weeks, [10, 10, 10, 10, 10]],
      [
        ['Maintenance', 'Service reviews', 'No deliverable named'],
        [11.5, 4, 0.25],
      ],
    ]);
  });

  test('keep the same numbers for viewers that look at no cell', () => {
    const cached = charts.map(([, xml]) =>
      [...xml.matchAll(/<c:v>([\d.]+)<\/c:v>/g)].map(([, value]) => value),
    );
    expect(cached[2]).toEqual(['11.5', '4', '0.25']);
  });
});

describe('print', () => {
  const { 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': sheet } = parts(page);

  test('is A4 upright without gridlines, its title on every page, whole rows on each', () => {
    expect(sheet).toContain('paperSize="9"');
    expect(sheet).toContain('orientation="portrait"');
    expect(sheet).toContain('showGridLines="0"');
    expect(workbook).toContain(`'Service review'!$1:$1</definedName>`);
    expect(workbook).toContain(`'Service review'!$A$1:$F$${page.rows.length}</definedName>`);
  });

  test('a new page begins with a section, never within a table or a chart', () => {
    const breaks = [...sheet!.matchAll(/<brk id="(\d+)"/g)].map(([, id]) => Number(id));
    const begun = breaks.map((row) => page.rows[row + 1]!.cells[0]!.value);
    expect(begun).toEqual(['Hours by deliverable', 'Open issues']);
  });
});

test('what somebody wrote stays text, whatever it looks like', async () => {
  const hostile = '=HYPERLINK("https://x.example";"y")';
  const cases = { ...review.cases, open: [{ ...review.cases.open[0]!, id: hostile, subject: null }] };
  const own = reviewPage({ ...review, cases, customer: '@SUM(1)' }, words, book.rulebook);
  const file = packPage(own, 'Service review', words);
  expect(strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml']!)).not.toContain('<f>');
  const { sheets } = await readXlsx(file);
  expect(sheets[0]!.rows.flat()).toContain(hostile);
});

test('each late answer is followed by why it was due when it was', () => {
  const lines = page.rows.flatMap(({ cells }) => cells.map(({ value }) => value));
  const late = lines.indexOf('C-4 · Backup missing');
  expect(lines.slice(late, late + 6)).toEqual([
    'C-4 · Backup missing',
    'Jun 20, 12:00',
    'Jun 23, 09:00',
    'Jun 23, 11:00',
    '2 hr',
    'Received Sat, Jun 20, 2026, 12:00, outside business hours. Sat, Jun 20\u2009–\u2009Sun, Jun 21, 2026: weekend, not counted. Counted from the next opening, Mon, Jun 22, 2026, 09:00. Business day 1: Tue, Jun 23, 2026. Due Tue, Jun 23, 2026, 09:00.',
  ]);
});

test.each(['de', 'en', 'es', 'it', 'ko', 'zh-CN'] as const)('%s: every word is there', (language) => {
  const own = reviewPage(review, wordsOf(language), book.rulebook);
  const texts = own.rows.flatMap(({ cells }) => cells.map(({ value }) => String(value)));
  expect(texts.filter((text) => /\{\w+\}|report\.|undefined|NaN/.test(text))).toEqual([]);
  expect(texts.length).toBeGreaterThan(100);
});
