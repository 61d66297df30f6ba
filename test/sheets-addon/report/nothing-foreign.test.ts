/** Nothing of another customer is in a service review: no cell, chart, name or part of any rendering. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type Directory, readReportPeriod, serviceReview } from '#core';
import { reviewPage } from '#core/report/index.ts';
import { describeTracker, directoryRows, openTracker, trackerReview, wordsOf } from '#core/tracker/index.ts';
import { packPage } from '../../../sheets-addon/provision/xlsx/package.ts';
import { openBook } from '../../core/scope/book.ts';
import { anyMarkedDirectory, foreignMarks } from './marked.ts';

const NOW_MS = Date.parse('2026-07-20T12:00+02:00');
const words = wordsOf('en');
const PERIODS = ['2026-Q2', '2026-06', '2026-05-12..2026-06-17'];

function everyText(file: Uint8Array): string {
  return Object.entries(unzipSync(file))
    .map(([path, bytes]) => `${path}\n${strFromU8(bytes)}`)
    .join('\n');
}

function pack(review: Parameters<typeof reviewPage>[0], directory: Directory): string {
  const page = reviewPage(review, words, openBook(directory).rulebook);
  return JSON.stringify(page) + everyText(packPage(page, 'Service review', words));
}

test('from a directory', () => {
  fc.assert(
    fc.property(anyMarkedDirectory, fc.constantFrom(...PERIODS), (directory, period) => {
      const book = openBook(directory);
      for (const engagement of directory.engagements) {
        const review = serviceReview(book, engagement, { period: readReportPeriod(period)!, nowMs: NOW_MS });
        const text = pack(review, directory);
        expect(text).toContain(engagement.id);
        expect(foreignMarks(text, engagement.id, directory)).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test('from the rows of a tracker', () => {
  fc.assert(
    fc.property(anyMarkedDirectory, fc.constantFrom(...PERIODS), (directory, period) => {
      const book = openBook(directory);
      const rows = directoryRows(book, words, '2026-07-20');
      const workbook = describeTracker({ language: 'en', rulebook: book.rulebook });
      const tracker = openTracker(rows, {
        rulebook: book.rulebook,
        words,
        rulesRows: workbook.tabs.find(({ id }) => id === 'rules')!.rows,
        nowMs: NOW_MS,
        firstRowOf: () => 2,
      });
      for (const { id } of directory.engagements) {
        const review = trackerReview(tracker, id, {
          period: readReportPeriod(period)!,
          zone: 'Europe/Berlin',
        })!;
        const text = pack(review, directory);
        expect(text).toContain(id);
        expect(foreignMarks(text, id, directory)).toEqual([]);
      }
    }),
    { numRuns: 30 },
  );
});
