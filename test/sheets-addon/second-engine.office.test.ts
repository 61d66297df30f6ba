/** A second opinion beside LibreOffice: another engine, written by other people, on other rows. */
import { describe, expect, test, vi } from 'vitest';
import { LANGUAGES, type Language, serviceManagement } from '#core/index.ts';
import { describeTracker, type TrackerRows, wordsOf } from '#core/tracker/index.ts';
import { differences } from './support/compare.ts';
import { edgeRows } from './support/edge-rows.ts';
import { fixtureT } from './support/fixture-t.ts';
import { type IronBook, openInIronCalc } from './support/iron-calc.ts';
import { paintDifferences } from './support/paint.ts';
import { randomRows } from './support/random-rows.ts';

// The engine looks each cell of a range up, every time.
vi.setConfig({ testTimeout: 6 * 60_000 });

const ROUNDS = 3;
/** Of the usual number of random rows: what the engine takes grows with their square. */
const SIZE = 0.25;

/** Rows that are prepared in tabs without any. */
const FEW = { calendar: 2, deliverables: 2, decisions: 2, inquiries: 2, violations: 2 };

function opened(rows: TrackerRows, language: Language) {
  const capacity = Object.fromEntries(Object.entries(rows).map(([id, own]) => [id, own.length + 2]));
  const options = { language, rulebook: serviceManagement, capacity: { ...FEW, ...capacity } };
  const workbook = describeTracker(options);
  return { workbook, book: openInIronCalc(workbook, rows) };
}

describe('every status and every highlighted cell is what core says', () => {
  const check = (book: IronBook, workbook: ReturnType<typeof opened>['workbook'], rows: TrackerRows) => {
    const { differences: painted, highlighted } = paintDifferences(book.painted(), workbook, rows);
    expect({ said: differences(book.values(), workbook, rows), painted }).toEqual({ said: [], painted: [] });
    return highlighted;
  };

  test.each([
    ['fixture T', fixtureT(wordsOf('en'))],
    ['the edges of each limit', edgeRows(wordsOf('en'))],
  ])('%s', (_, rows) => {
    const { workbook, book } = opened(rows, 'en');
    expect(check(book, workbook, rows)).toBeGreaterThan(10);
  });

  test.each(LANGUAGES)('random rows in %s', (language) => {
    let highlighted = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const rows = randomRows(1000 * (LANGUAGES.indexOf(language) + 1) + round, wordsOf(language), SIZE);
      const { workbook, book } = opened(rows, language);
      highlighted += check(book, workbook, rows);
    }
    expect(highlighted).toBeGreaterThan(10);
  });
});
