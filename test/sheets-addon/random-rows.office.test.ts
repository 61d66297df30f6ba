import { describe, expect, test } from 'vitest';
import { type Language, serviceManagement } from '#core/index.ts';
import catalogue from '#core/language/en.json' with { type: 'json' };
import { describeTracker, type TrackerRows, wordsOf } from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { coreStatuses, differences, SMALL } from './support/compare.ts';
import { edgeRows } from './support/edge-rows.ts';
import { fixtureT } from './support/fixture-t.ts';
import { openInOffice, paintInOffice } from './support/office.ts';
import { paintDifferences } from './support/paint.ts';
import { randomRows } from './support/random-rows.ts';

const LARGE = { ...SMALL, contacts: 800, cases: 1600, inquiries: 1200, activities: 2400 };
const SEEDS: [seed: number, language: Language, locale: string, size: number][] = [
  [1, 'en', 'en-US', 1],
  [2, 'de', 'de-DE', 1],
  [3, 'zh-CN', 'zh-CN', 1],
  [4, 'en', 'en-US', 12],
  [5, 'es', 'es-ES', 1],
  [6, 'it', 'it-IT', 1],
  [7, 'ko', 'ko-KR', 1],
];

/** Said on the Violations tab by the check, by no formula. */
const BY_THE_CHECK = ['violation', 'warning', 'settled'];

function workbookOf(rows: TrackerRows, language: Language, atLeast: Record<string, number>) {
  const capacity = Object.fromEntries(
    Object.entries(atLeast).map(([id, count]) => [id, Math.max(count, (rows[id]?.length ?? 0) + 3)]),
  );
  const options = { language, rulebook: serviceManagement, capacity };
  return { workbook: describeTracker(options), file: writeRows(rows, options) };
}

describe('rows as people leave them', () => {
  test.each(SEEDS)('seed %d in %s: the sheet and core say the same of every row', async (...given) => {
    const [seed, language, locale, size] = given;
    const rows = randomRows(seed, wordsOf(language), size);
    const { workbook, file } = workbookOf(rows, language, size > 1 ? LARGE : SMALL);
    const { values } = await openInOffice(file, locale);
    expect(differences(values, workbook, rows)).toEqual([]);
  });

  test('the random rows hold every kind of status, so that none goes untested', () => {
    const words = wordsOf('en');
    const said = new Set(
      [
        ...SEEDS.map(([seed, , , size]) => randomRows(seed, words, size)),
        fixtureT(words),
        edgeRows(words),
      ].flatMap((rows) => [...coreStatuses(rows, 'en').values()].flat().map(({ key }) => key)),
    );
    const all = Object.keys(catalogue.trackerStatus).filter((key) => !BY_THE_CHECK.includes(key));
    expect(all.filter((key) => !said.has(key))).toEqual([]);
  });

  test.each([
    ['fixture T', fixtureT(wordsOf('en'))],
    ['seed 1', randomRows(1, wordsOf('en'))],
  ])('%s: every cell is highlighted as core has its row', async (_, rows) => {
    const { workbook, file } = workbookOf(rows, 'en', SMALL);
    const { differences: wrong, highlighted } = paintDifferences(await paintInOffice(file), workbook, rows);
    expect(wrong).toEqual([]);
    expect(highlighted).toBeGreaterThan(30);
  });
});
