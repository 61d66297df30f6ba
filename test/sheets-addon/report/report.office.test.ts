/** The service review opens in a real spreadsheet program, its charts over its own cells. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readReportPeriod, serviceReview } from '#core';
import { reviewPage } from '#core/report/index.ts';
import { wordsOf } from '#core/tracker/index.ts';
import { writeTracker } from '../../../sheets-addon/provision/write-tracker.ts';
import { packPage } from '../../../sheets-addon/provision/xlsx/package.ts';
import { JULY_2, nordwind, nordwindDirectory } from '../../core/report/nordwind.ts';
import { convertInOffice } from '../support/office.ts';

test('three charts, each reading the rows of its table', async () => {
  const book = nordwind();
  const words = wordsOf('de');
  const review = serviceReview(book, book.engagements.get('E-1')!, {
    period: readReportPeriod('2026-06')!,
    nowMs: JULY_2,
  });
  const file = packPage(reviewPage(review, words, book.rulebook), 'Service-Review', words);
  const parts = unzipSync(await convertInOffice(file, 'ods', 'de-DE'));
  const charts = Object.entries(parts)
    .filter(([path]) => /^Object \d+\/content\.xml$/.test(path))
    .map(([, bytes]) => strFromU8(bytes));
  expect(charts).toHaveLength(3);
  const numbers = charts.map((xml) =>
    [...xml.matchAll(/office:value="([\d.]+)"/g)].map(([, value]) => Number(value)),
  );
  expect(numbers.some((values) => [4, 10.5, 0, 0.25, 1].every((hours) => values.includes(hours)))).toBe(true);
  expect(numbers.some((values) => values.join() === '11.5,4,0.25')).toBe(true);
  const content = strFromU8(parts['content.xml']!);
  expect(content).toContain('table:print-ranges="');
  expect(content).toContain('<table:table-header-rows>');
});

test('as the last tab of a tracker it opens with its charts, beside tabs that are worked out', async () => {
  const capacity = { activities: 12, cases: 12, contacts: 12, deliverables: 60, inquiries: 12 };
  const written = writeTracker(nordwindDirectory(), { language: 'de', todayIso: '2026-07-02', capacity });
  if (Array.isArray(written)) throw new Error(JSON.stringify(written));
  const parts = unzipSync(await convertInOffice(written, 'ods', 'de-DE'));
  const content = strFromU8(parts['content.xml']!);
  const tables = content.split('<table:table ').slice(1);
  const page = tables.find((table) => table.startsWith('table:name="Service-Review"'))!;
  // Hours of week 24, worked out by hand.
  expect(page).toContain('office:value="10.5"');
  expect([...page.matchAll(/<draw:object /g)]).toHaveLength(3);
  const broken = [...content.matchAll(/<text:p>(#[A-Z]+[!?]|Err:\d+)<\/text:p>/g)].map(([, text]) => text);
  expect(broken).toEqual([]);
});
