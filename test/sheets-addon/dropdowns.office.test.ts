/** What an activity's dropdowns offer in the file: a spreadsheet program works each list out from the row. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { grantOf } from '#core/cadence/grants.ts';
import { type Language, serviceManagement } from '#core/index.ts';
import { termOf } from '#core/language/term.ts';
import { METHODS } from '#core/rulebook/schema.ts';
import {
  columnLetters,
  describeTracker,
  firstRowOf,
  type Row,
  tabOf,
  type Words,
  wordsOf,
} from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { SMALL } from './support/compare.ts';
import { fixtureT } from './support/fixture-t.ts';
import { convertInOffice, openInOffice } from './support/office.ts';
import { shiftRows } from './support/stand-in/fake-sheet.ts';

const LIST =
  /<dataValidation type="list"[^>]*sqref="([A-Z]+\d+:[A-Z]+\d+)"><formula1>(CHOOSE[^<]*)<\/formula1>/g;
/** More than any list is long. */
const MOST = 16;

interface Opened {
  words: Words;
  /** Of each row, what its deliverable and its method are chosen from. */
  deliverables: string[][];
  methods: string[][];
}

/** Asks the program itself for every entry of every list. */
async function opened(language: Language, locale: string, rows: readonly Row[]): Promise<Opened> {
  const words = wordsOf(language);
  const options = {
    language,
    rulebook: serviceManagement,
    capacity: { ...SMALL, activities: Math.max(SMALL.activities!, rows.length) },
  };
  const tab = tabOf(describeTracker(options), 'activities');
  const activities = rows.map((row) => ({ ...row, note: 'row' }));
  const parts = unzipSync(writeRows({ ...fixtureT(words), activities }, options));
  const path = Object.keys(parts).find(
    (name) => /worksheets\/sheet\d+/.test(name) && strFromU8(parts[name]!).match(LIST),
  )!;
  const xml = strFromU8(parts[path]!);
  const rules = [...xml.matchAll(LIST)];
  expect(rules).toHaveLength(2);
  for (const [rule, , formula] of rules) {
    expect(rule).toContain('errorStyle="warning"');
    // Excel takes no longer formula into a list.
    expect(formula!.length).toBeLessThanOrEqual(255);
  }
  const first = firstRowOf(tab);
  const from = tab.columns.length + 2;
  const probes = (place: number) =>
    rules
      .flatMap(([, , formula], which) =>
        Array.from({ length: MOST }, (_, index) => {
          const at = `${columnLetters(from + which * MOST + index)}${first + place}`;
          return `<c r="${at}" t="str"><f>IFERROR(INDEX(${shiftRows(formula!, place)},${index + 1})&amp;"","")</f></c>`;
        }),
      )
      .join('');
  let probed = xml;
  for (const place of rows.keys()) {
    const end = probed.indexOf('</row>', probed.indexOf(`<row r="${first + place}"`));
    probed = probed.slice(0, end) + probes(place) + probed.slice(end);
  }
  const { values } = await openInOffice(zipSync({ ...parts, [path]: strToU8(probed) }), locale);
  const shown = values.get(tab.title)!;
  const offered = (which: number) =>
    rows.map((_, place) =>
      shown[first - 1 + place]!.slice(from + which * MOST, from + (which + 1) * MOST).filter(
        (text) => text !== '',
      ),
    );
  return { words, deliverables: offered(0), methods: offered(1) };
}

const LANGUAGES = [
  ['en', 'en-US'],
  ['de', 'de-DE'],
  ['zh-CN', 'zh-CN'],
] as const;

/** Engagements of table 1's tiers, then one that is not there and none at all: how many of the 15 each offers. */
const ROWS: [engagement: string | null, count: number][] = [
  ['E-1', 15],
  ['E-3', 11],
  ['E-4', 8],
  [' e-4 ', 8],
  ['E-9', 15],
  [null, 15],
];

test.each(LANGUAGES)(
  '%s: deliverables are those of the row’s tier, and only warn',
  async (language, locale) => {
    const { words, deliverables } = await opened(
      language,
      locale,
      ROWS.map(([engagement]) => ({ engagement })),
    );
    expect(deliverables.map((list) => list.length)).toEqual(ROWS.map(([, count]) => count));
    const name = (id: string) => words.text(`deliverable.${id}`);
    expect(deliverables[1]).not.toContain(name('maintenance'));
    expect(deliverables[2]).toContain(name('maintenance'));
    expect(deliverables[2]).not.toContain(name('case-management'));
  },
);

const TIERS = { 'E-1': 'premium', 'E-3': 'tsam', 'E-4': 'standard', 'E-9': null } as const;

test.each(LANGUAGES)(
  '%s: methods are those that the tier states for the deliverable',
  async (language, locale) => {
    const words = wordsOf(language);
    const asked = Object.entries(TIERS).flatMap(([engagement, tier]) =>
      serviceManagement.deliverables.map((entry) => ({ engagement, tier, entry })),
    );
    const rows: Row[] = asked.map(({ engagement, entry }) => ({
      engagement,
      deliverable: termOf('deliverable', entry, language),
    }));
    const reviews = serviceManagement.deliverables.find(({ id }) => id === 'service-reviews')!;
    const named = termOf('deliverable', reviews, language);
    const patterns = ['*', `${named.slice(0, 2)}*`, `${named.slice(0, -1)}?`, `~${named}`, '.*'];
    const odd = ['Fire drill', '?', ...patterns, ' ', null].map((deliverable) => ({
      engagement: 'E-4',
      deliverable,
    }));
    const { methods } = await opened(language, locale, [...rows, ...odd]);
    const all = METHODS.map((id) => words.text(`method.${id}`));
    const stated = asked.map(({ tier: id, entry }) => {
      const tier = serviceManagement.tiers.find((one) => one.id === id);
      return (tier && grantOf(tier, entry.id)?.delivery?.methods) ?? METHODS;
    });
    expect(methods).toEqual([
      ...stated.map((own) => all.filter((_, place) => own.includes(METHODS[place]!))),
      ...odd.map(() => all),
    ]);
  },
);

test('table 2, as somebody reads it who opens the list', async () => {
  const of = (engagement: string, deliverable: string) => ({ engagement, deliverable });
  const { methods } = await opened('en', 'en-US', [
    of('E-4', ' service REVIEWS '),
    of('E-1', 'Service reviews'),
    of('E-1', 'Maintenance'),
    of('E-3', 'Service reviews'),
  ]);
  expect(methods.map((list) => list.join(', '))).toEqual([
    'video conference',
    'in person, video conference',
    'video conference, phone, e-mail',
    'in person, video conference, phone, e-mail, online self-paced training',
  ]);
});

test('the program keeps the lists and their warnings when it writes the file itself', async () => {
  const file = writeRows({}, { language: 'en', rulebook: serviceManagement, capacity: SMALL });
  const content = strFromU8(unzipSync(await convertInOffice(file, 'ods'))['content.xml']!);
  const rules = content.match(/<table:content-validation [^>]*CHOOSE.*?<\/table:content-validation>/gs)!;
  expect(rules.map((rule) => /Lists_(?:deliverableOfTier1|methods1)/.exec(rule)?.[0]).sort()).toEqual([
    'Lists_deliverableOfTier1',
    'Lists_methods1',
  ]);
  for (const rule of rules) expect(rule).toContain('table:message-type="warning"');
});
