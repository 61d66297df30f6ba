/** The tracker as a file has the service review as its last tab, for people without a Google account. */
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { type Directory, LANGUAGES, type Language } from '#core';
import { wordsOf } from '#core/tracker/index.ts';
import { writeTracker } from '../../../sheets-addon/provision/write-tracker.ts';
import { nordwindDirectory } from '../../core/report/nordwind.ts';

const SMALL = { activities: 12, calendar: 3, cases: 12, contacts: 12, deliverables: 60, inquiries: 12 };

function written(directory: Directory, language: Language = 'en'): Uint8Array {
  const file = writeTracker(directory, { language, todayIso: '2026-07-02', capacity: SMALL });
  if (Array.isArray(file)) throw new Error(JSON.stringify(file));
  return file;
}

const partsOf = (file: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));

test.each(LANGUAGES)(
  '%s: the first engagement’s last month, with the figures of June worked out by hand',
  async (language) => {
    const words = wordsOf(language);
    const { sheets } = await readXlsx(written(nordwindDirectory(), language));
    const page = sheets.at(-1)!;
    expect(page.name).toBe(words.text('report.tab'));
    const rows = page.rows.map((row) => row.filter((cell) => cell !== null && cell !== ''));
    expect(String(rows[0]![0])).toContain('Nordwind');
    const after = (label: string) => rows.find(([first]) => first === label)?.slice(1);
    // Two cases and one more were opened in June, one was closed in it, two were in hand at its end; in May one, none, one.
    expect(after(words.text('report.figure-opened'))?.slice(0, 2)).toEqual([3, 1]);
    expect(after(words.text('report.figure-closed'))?.slice(0, 2)).toEqual([1, 0]);
    expect(after(words.text('report.figure-inHand'))?.slice(0, 2)).toEqual([2, 1]);
    const weeks = ['2026-W23', '2026-W24', '2026-W25', '2026-W26', '2026-W27'];
    expect(weeks.map((week) => after(week)?.[0])).toEqual([4, 10.5, 0, 0.25, 1]);
    const texts = rows.flat().map(String);
    expect(texts.filter((text) => /\{\w+\}|report\.|undefined|NaN|Harbour|E-2|X-[12]/.test(text))).toEqual(
      [],
    );
  },
);

test('its charts stand over its own cells, it prints as a page, and one tab alone is open', () => {
  const parts = partsOf(written(nordwindDirectory()));
  const sheets = [...parts['xl/workbook.xml']!.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
  const at = sheets.indexOf('Service review');
  expect(at).toBe(sheets.length - 1);
  const charts = Object.entries(parts).filter(([path]) => path.startsWith('xl/charts/'));
  expect(charts).toHaveLength(3);
  const read = charts.flatMap(([, xml]) =>
    [...xml.matchAll(/<c:f>([^<]+)<\/c:f>/g)].map(([, text]) => text!),
  );
  expect(read.filter((reference) => !reference.startsWith("'Service review'!"))).toEqual([]);
  expect(parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`]).toContain(`../drawings/drawing${at + 1}.xml`);
  expect(parts['xl/workbook.xml']).toMatch(
    new RegExp(`name="_xlnm.Print_Area" localSheetId="${at}">'Service review'!`),
  );
  expect(parts[`xl/worksheets/sheet${at + 1}.xml`]).toContain('paperSize="9"');
  // Two tabs that are open at once are typed into at once.
  const open = Object.values(parts).filter((xml) => xml.includes('tabSelected="1"'));
  expect(open).toHaveLength(1);
});

test('where there is no engagement yet it says how to begin', async () => {
  const nobody: Directory = { ...nordwindDirectory(), engagements: [], cases: [], activities: [] };
  const file = written(nobody);
  const { sheets } = await readXlsx(file);
  expect(sheets.at(-1)!.rows.flat().filter(Boolean)).toEqual([
    'Service review',
    wordsOf('en').text('tracker.nothing-yet'),
  ]);
  expect(Object.keys(partsOf(file)).filter((path) => /chart|drawing/.test(path))).toEqual([]);
});
