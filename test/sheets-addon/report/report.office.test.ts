/** The service review opens in a real spreadsheet program, its charts over its own cells. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readReportPeriod, serviceReview } from '#core';
import { reviewPage } from '#core/report/index.ts';
import { wordsOf } from '#core/tracker/index.ts';
import { packPage } from '../../../sheets-addon/provision/xlsx/package.ts';
import { JULY_2, nordwind } from '../../core/report/nordwind.ts';
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
