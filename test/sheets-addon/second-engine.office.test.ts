/** A second opinion beside LibreOffice: another engine, written by other people, on other rows. */
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language, serviceManagement } from '#core/index.ts';
import { describedPosition, describeTracker, type TrackerRows, tabOf, wordsOf } from '#core/tracker/index.ts';
import { differences, shownAt } from './support/compare.ts';
import { edgeRows } from './support/edge-rows.ts';
import { fixtureT } from './support/fixture-t.ts';
import { type IronBook, openInIronCalc } from './support/iron-calc.ts';
import { paintDifferences } from './support/paint.ts';
import { randomRows } from './support/random-rows.ts';

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

describe('fixture T after people have been at it says of each engagement what it said', () => {
  /** What the Overview says of contacts, cases and hours, by engagement. */
  const saidIn = ({ workbook, book }: ReturnType<typeof opened>) => {
    const overview = tabOf(workbook, 'overview');
    const values = book.values();
    const shown = (column: string, place: number) => shownAt(values, overview, column, place);
    return Object.fromEntries(
      ['E-1', 'E-2', 'E-3', 'E-4'].map((_, place) => [
        shown('engagement', place),
        ['contacts', 'cases', 'hours'].map((column) => shown(column, place)),
      ]),
    );
  };
  const rows = fixtureT(wordsOf('en'));
  const asItWas = {
    'E-1': ['4 of 3, over the limit', '31 of 30, over the limit', '2026-W24: 10.01 of 10 h, over the limit'],
    'E-2': ['3 of 3, ok', '31 of 30, over the limit', '2026-W24: 10.00 of 10 h, ok, close to the limit'],
    'E-3': ['1 of 3, ok', '31 of 30, over the limit', '2026-W24: 12.00 of 10 h, over the limit'],
    'E-4': ['5, no limits stated', 'no limits stated', '2026-W24: 14.00 h, no limits stated'],
  };
  test('sorted-rows: every tab sorted the other way round', () => {
    const turned = Object.fromEntries(Object.entries(rows).map(([id, own]) => [id, own.toReversed()]));
    expect(saidIn(opened(turned, 'en'))).toEqual(asItWas);
  });

  test('a column inserted, hours moved to the front, headers in other words, tabs renamed', () => {
    const own = opened(rows, 'en');
    const { model, sheetOf } = own.book;
    const activities = sheetOf('activities');
    const hours = describedPosition(tabOf(own.workbook, 'activities'), 'hours') + 1;
    model.insertColumns(activities, 2, 1);
    model.moveColumns(activities, hours + 1, 1, -hours);
    model.setUserInput(activities, 1, 1, 'Time spent');
    for (const id of ['activities', 'cases', 'engagements']) model.renameSheet(sheetOf(id), `Our ${id}`);
    model.evaluate();
    expect(saidIn(own)).toEqual(asItWas);
  });

  test('a row deleted is missed by its own engagement alone', () => {
    const own = opened(rows, 'en');
    const { model, sheetOf } = own.book;
    // The last of E-1's four contacts, and its 2.51 hours of Friday.
    model.deleteRows(sheetOf('contacts'), 2 + 3, 1);
    model.deleteRows(sheetOf('activities'), 2 + 2, 1);
    model.evaluate();
    expect(saidIn(own)).toEqual({
      ...asItWas,
      'E-1': ['3 of 3, ok', '31 of 30, over the limit', '2026-W24: 7.50 of 10 h, ok'],
    });
  });
});
