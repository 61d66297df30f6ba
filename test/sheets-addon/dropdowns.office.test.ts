/** What an activity's dropdown offers in the file: a spreadsheet program works its list out from the row. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { columnLetters, describeTracker, firstRowOf, tabOf, wordsOf } from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { SMALL } from './support/compare.ts';
import { fixtureT } from './support/fixture-t.ts';
import { convertInOffice, openInOffice } from './support/office.ts';
import { shiftRows } from './support/stand-in/fake-sheet.ts';

const LIST =
  /<dataValidation type="list"[^>]*sqref="([A-Z]+\d+:[A-Z]+\d+)"><formula1>(CHOOSE[^<]*)<\/formula1>/;
/** More than any list is long. */
const MOST = 16;

/** Engagements of table 1's tiers, then one that is not there and none at all: how many of the 15 each offers. */
const ROWS: [engagement: string | null, count: number][] = [
  ['E-1', 15],
  ['E-3', 11],
  ['E-4', 8],
  [' e-4 ', 8],
  ['E-9', 15],
  [null, 15],
];

test.each([
  ['en', 'en-US'],
  ['de', 'de-DE'],
  ['zh-CN', 'zh-CN'],
] as const)('%s: the list of each row is that of its tier, and only warns', async (language, locale) => {
  const words = wordsOf(language);
  const options = { language, rulebook: serviceManagement, capacity: SMALL };
  const tab = tabOf(describeTracker(options), 'activities');
  const activities = ROWS.map(([engagement]) => ({ engagement, note: 'row' }));
  const file = writeRows({ ...fixtureT(words), activities }, options);
  const parts = unzipSync(file);
  const path = Object.keys(parts).find(
    (name) => /worksheets\/sheet\d+/.test(name) && LIST.test(strFromU8(parts[name]!)),
  )!;
  const xml = strFromU8(parts[path]!);
  const [rule, , formula] = LIST.exec(xml)!;
  expect(rule).toContain('errorStyle="warning"');
  // Excel takes no longer formula into a list.
  expect(formula!.length).toBeLessThanOrEqual(255);
  const first = firstRowOf(tab);
  const probes = (place: number) =>
    Array.from({ length: MOST }, (_, index) => {
      const list = shiftRows(formula!, place);
      const at = `${columnLetters(tab.columns.length + 2 + index)}${first + place}`;
      return `<c r="${at}" t="str"><f>IFERROR(INDEX(${list},${index + 1})&amp;"","")</f></c>`;
    }).join('');
  let probed = xml;
  for (const place of ROWS.keys()) {
    const end = probed.indexOf('</row>', probed.indexOf(`<row r="${first + place}"`));
    probed = probed.slice(0, end) + probes(place) + probed.slice(end);
  }
  const { values } = await openInOffice(zipSync({ ...parts, [path]: strToU8(probed) }), locale);
  const shown = values.get(tab.title)!;
  const offered = ROWS.map((_, place) =>
    shown[first - 1 + place]!.slice(tab.columns.length + 2).filter((text) => text !== ''),
  );
  expect(offered.map((list) => list.length)).toEqual(ROWS.map(([, count]) => count));
  const name = (id: string) => words.text(`deliverable.${id}`);
  expect(offered[1]).not.toContain(name('maintenance'));
  expect(offered[2]).toContain(name('maintenance'));
  expect(offered[2]).not.toContain(name('case-management'));
});

test('the program keeps the list and its warning when it writes the file itself', async () => {
  const file = writeRows({}, { language: 'en', rulebook: serviceManagement, capacity: SMALL });
  const content = strFromU8(unzipSync(await convertInOffice(file, 'ods'))['content.xml']!);
  const [rule] = /<table:content-validation [^>]*CHOOSE.*?<\/table:content-validation>/s.exec(content)!;
  expect(rule).toContain('Lists_deliverableOfTier1');
  expect(rule).toContain('table:message-type="warning"');
});
