import { describe, expect, test } from 'vitest';
import { type Language, serviceManagement } from '#core/index.ts';
import { describeTracker, serialOf, tabOf, wordsOf } from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { differences, SMALL, shownAt } from './support/compare.ts';
import { fixtureT } from './support/fixture-t.ts';
import { openInOffice } from './support/office.ts';

/** Known complaint "separators": the engine's locale beside the workbook's language. */
const LOCALES: [Language, string][] = [
  ['en', 'en-US'],
  ['de', 'de-DE'],
  ['es', 'es-ES'],
  ['it', 'it-IT'],
  ['ko', 'ko-KR'],
  ['zh-CN', 'zh-CN'],
];
/** What fixture T must say, from the known complaints. */
const MUST_SAY: [engagement: string, contacts: string, cases: string, hours: string][] = [
  ['E-1', '4 of 3, over the limit', '31 of 30, over the limit', '2026-W24: 10.01 of 10 h, over the limit'],
  ['E-2', '3 of 3, ok', '31 of 30, over the limit', '2026-W24: 10.00 of 10 h, ok, close to the limit'],
  ['E-3', '1 of 3, ok', '31 of 30, over the limit', '2026-W24: 12.00 of 10 h, over the limit'],
  ['E-4', '5, no limits stated', 'no limits stated', '2026-W24: 14.00 h, no limits stated'],
];

async function opened(language: Language, locale: string) {
  const words = wordsOf(language);
  const rows = fixtureT(words);
  const options = { language, rulebook: serviceManagement, capacity: SMALL };
  const workbook = describeTracker(options);
  const file = writeRows(rows, { ...options, named: { asOf: serialOf('2026-06-12') } });
  const { values } = await openInOffice(file, locale);
  return { values, workbook, rows };
}

/** Every number of a sentence, with either decimal sign, least first: languages order them differently. */
function numbersIn(sentence: string): string[] {
  return [...sentence.matchAll(/\d+(?:[.,]\d+)?/g)].map(([number]) => number.replace(',', '.')).sort();
}

describe('fixture T without the add-on', () => {
  test.each(LOCALES)('in %s: every status as core has it, no cell in error', async (language, locale) => {
    const { values, workbook, rows } = await opened(language, locale);
    expect(differences(values, workbook, rows)).toEqual([]);
    const broken = [...values].flatMap(([title, sheet]) =>
      sheet.flat().flatMap((text) => (/^(#|Err:|TRUE$|FALSE$)/.test(text) ? `${title}: ${text}` : [])),
    );
    expect(broken).toEqual([]);
    const overview = tabOf(workbook, 'overview');
    const numbers = MUST_SAY.map((_, place) =>
      ['contacts', 'cases', 'hours'].map((column) => numbersIn(shownAt(values, overview, column, place))),
    );
    expect(numbers).toEqual(MUST_SAY.map(([, ...said]) => said.map(numbersIn)));
  });

  test('works-without-script: in English, what the known complaints say that it must say', async () => {
    const { values, workbook } = await opened('en', 'en-US');
    const overview = tabOf(workbook, 'overview');
    const said = MUST_SAY.map((_, place) =>
      ['engagement', 'contacts', 'cases', 'hours'].map((column) => shownAt(values, overview, column, place)),
    );
    expect(said).toEqual(MUST_SAY);
    const managers = tabOf(workbook, 'managers');
    expect([0, 1].map((place) => shownAt(values, managers, 'status', place))).toEqual([
      '31 of 30, over the limit',
      'no limits stated',
    ]);
  });
});
