/** The add-on inside Sheets, the commands through Google's API and the file: whichever made it, it is one tracker. */
import { beforeAll, expect, test } from 'vitest';
import { inFile, insideSheets, type Rendering, throughApi } from './support/renderings.ts';

const MINUTES_MS = 5 * 60_000;

let file: Rendering;
let online: Rendering;
let addOn: Rendering;

beforeAll(async () => {
  file = await inFile();
  online = await throughApi();
  addOn = await insideSheets();
}, MINUTES_MS);

test.each(['title', 'isHidden', 'frozen', 'filter', 'lists', 'warnedOf', 'highlights'] as const)(
  'each tab has the same %s in all three',
  (fact) => {
    const of = ({ tabs }: Rendering) => tabs.map((tab) => [tab.title, tab[fact]]);
    expect(of(online)).toEqual(of(file));
    expect(of(addOn)).toEqual(of(file));
  },
);

test('the named cells are the same ones in all three', () => {
  expect(file.names).toEqual({
    Dueline_asOf: 'Overview!B2',
    Dueline_businessDay: 'Rules!C4',
    Dueline_lastCheck: 'Violations!B2',
    Dueline_warnFromShare: 'Rules!C3',
  });
  expect(online.names).toEqual(file.names);
  expect(addOn.names).toEqual(file.names);
});

test('at Google a change of any formula is warned of, and nothing anywhere is locked', () => {
  expect(online.warnings).toEqual(addOn.warnings);
  expect(Object.keys(online.warnings)).toEqual(expect.arrayContaining(['Activities', 'Cases', 'Contacts']));
  expect(Object.values(online.warnings).flat().join(' ')).not.toContain('locked');
});

test('what is looked at is there: filters, lists, checks and highlights', () => {
  const cases = file.tabs.find(({ title }) => title === 'Cases')!;
  expect(cases).toMatchObject({
    isHidden: false,
    frozen: [1, 2],
    filter: 'A1:AA',
    lists: { B: 'Engagements!A2 or more', E: 'Lists!C2 only' },
    warnedOf: { F: 'number', G: 'date', H: 'date' },
  });
  expect(cases.highlights).toHaveLength(6);
  expect(file.tabs.filter(({ isHidden }) => isHidden).map(({ title }) => title)).toEqual([
    'Lists',
    'Days due',
    'Keys',
    'Rows to mend',
    'People',
    'Weeks',
  ]);
});
