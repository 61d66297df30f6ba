/** The commands as their user runs them. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { beforeEach, expect, test, vi } from 'vitest';
import { wordsOf } from '#core/tracker/index.ts';
import { readCsv } from '../../../sheets-addon/provision/tables/read-csv.ts';
import { nordwindDirectory } from '../../core/report/nordwind.ts';
import { fixtureT } from '../support/fixture-t.ts';
import { makeTracker, wantedTracker } from './account.ts';
import { snapshotOf } from './snapshot.ts';
import { type GoogleWorld, googleWorld } from './world.ts';

// Whole trackers are made here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000 });

let google: GoogleWorld['google'];
let account: GoogleWorld['account'];
let terminal: GoogleWorld['terminal'];
beforeEach(async () => {
  ({ google, account, terminal } = await googleWorld());
});

const TABS = wantedTracker().workbook.tabs.length;

const HOSTILE = [
  `=cmd|' /C calc'!A0`,
  '=HYPERLINK("https://x.example";"y")',
  '=IMPORTDATA("https://x.example")',
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  "'=1+1",
  "''quoted",
  '-5',
  '2026-06-08',
  '007',
  'a "quoted", text; with\nlines',
];

/** Fixture T, and a customer for each hostile text. */
async function trackerT(): Promise<string> {
  const rows = fixtureT(wordsOf('en'));
  const customers = [...rows.customers!, ...HOSTILE.map((name, index) => ({ id: `X-${index}`, name }))];
  const wanted = wantedTracker(
    'en',
    { ...rows, customers },
    { cases: 50, contacts: 30, activities: 10, customers: 30 },
  );
  const { id } = await makeTracker(account, wanted);
  return id;
}

test('create makes a tracker from a directory, and a second create of that name says where it is', async () => {
  expect(
    await terminal.tracker('create', '--title', 'Our tracker', '--zone', 'Europe/Berlin', '--language', 'de'),
  ).toBe(0);
  expect(terminal.out.at(-1)).toContain('https://docs.google.com/spreadsheets/d/sheet-1-of-the-stand-in');
  expect(terminal.notes.filter((line) => line.startsWith('Reiter'))).toHaveLength(TABS);
  const book = google.onlyBook;
  expect(book.properties).toMatchObject({ locale: 'de_DE', timeZone: 'Europe/Berlin', title: 'Our tracker' });
  const before = snapshotOf(book);
  expect(await terminal.tracker('create', '--title', 'Our tracker')).toBe(1);
  expect(terminal.notes.join('\n')).toContain('There is a tracker called Our tracker already');
  expect(snapshotOf(google.onlyBook)).toEqual(before);
  expect(await terminal.tracker('create', '--title', 'Our tracker', '--another')).toBe(0);
  expect(google.books.size).toBe(2);
});

test('create --dry-run names the tabs and asks nobody', async () => {
  expect(await terminal.tracker('create', '--dry-run')).toBe(0);
  expect(terminal.out).toContain('Contacts: add the tab');
  expect(terminal.out.at(-1)).toBe(`${TABS} differences. Nothing was written.`);
  expect(google.calls).toEqual([]);
});

test('update --dry-run says the difference and writes nothing; update writes it; then nothing is left', async () => {
  await terminal.tracker('create', '--title', 'T');
  const { id } = google.onlyBook;
  const book = google.book(id);
  book.titled('Contacts').rules.pop();
  book.titled('Cases').append('ROWS', 2);
  const before = snapshotOf(google.book(id));
  const address = `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`;
  expect(await terminal.tracker('update', address, '--dry-run')).toBe(0);
  expect(terminal.out).toContain('Contacts: set 6 highlights; your own rules stay');
  expect(terminal.out).toContain('Cases › Status: set 2 formulas');
  expect(snapshotOf(google.book(id))).toEqual(before);
  expect(await terminal.tracker('update', address)).toBe(0);
  expect(await terminal.tracker('update', address)).toBe(0);
  expect(terminal.out).toEqual(['Nothing to do: the tracker is as described.']);
});

test('update finds out in which language a tracker was made, whatever its user speaks', async () => {
  await terminal.tracker('create', '--title', 'T', '--language', 'ko');
  expect(await terminal.tracker('update', google.onlyBook.id, '--language', 'en')).toBe(0);
  expect(terminal.out).toEqual(['Nothing to do: the tracker is as described.']);
});

test('check says of fixture T what is over, and writes nothing', async () => {
  const id = await trackerT();
  google.calls.length = 0;
  expect(await terminal.tracker('check', id)).toBe(0);
  const text = terminal.out.join('\n');
  expect(text).toMatch(/E-1.*4.*3/);
  expect(text).toMatch(/M-1|Mo One/);
  expect(text).toMatch(/31/);
  expect(text).toMatch(/10\.01/);
  expect(google.calls.every(({ method, path }) => method === 'GET' || path.endsWith(':search'))).toBe(true);
});

test('report writes the review of one engagement, and nothing is written to the tracker', async () => {
  const id = await trackerT();
  const file = join(terminal.folder, 'review.xlsx');
  google.calls.length = 0;
  expect(
    await terminal.tracker('report', id, '--engagement', 'E-3', '--period', '2026-Q2', '--out', file),
  ).toBe(0);
  expect(google.calls.every(({ method, path }) => method === 'GET' || path.endsWith(':search'))).toBe(true);
  const { sheets } = await readXlsx(readFileSync(file));
  const cells = sheets.flatMap(({ rows }) => rows.flat());
  expect(cells).toContain('Service review: Customer B, Apr 1\u2009–\u2009Jun 30, 2026');
  expect(cells).toContain('2026-W24');
  expect(cells).toContain(12);
  expect(cells.filter((cell) => /Customer [AC]|E-[124]/.test(String(cell)))).toEqual([]);
});

test('report is written for the last complete period of the tier, and says what it does not know', async () => {
  const id = await trackerT();
  const file = join(terminal.folder, 'review.xlsx');
  expect(await terminal.tracker('report', id, '--engagement', 'E-1', '--out', file)).toBe(0);
  const { sheets } = await readXlsx(readFileSync(file));
  expect(sheets[0]!.rows.flat()).toContain('Service review: Customer A, May 1\u2009–\u200931, 2026');
  expect(await terminal.tracker('report', id, '--engagement', 'E-9', '--out', file)).toBe(1);
  expect(terminal.notes).toEqual(['There is no engagement E-9 there.']);
  expect(await terminal.tracker('report', id, '--engagement', 'E-1', '--period', 'June', '--out', file)).toBe(
    1,
  );
  expect(terminal.notes.join()).toContain('June is no period');
});

test('report from a directory knows its inquiries', async () => {
  const [path, file] = [join(terminal.folder, 'd.json'), join(terminal.folder, 'review.xlsx')];
  writeFileSync(path, JSON.stringify(nordwindDirectory()));
  expect(
    await terminal.tracker(
      'report',
      path,
      '--engagement',
      'E-1',
      '--period',
      '2026-05',
      '--language',
      'de',
      '--out',
      file,
    ),
  ).toBe(0);
  const { sheets } = await readXlsx(readFileSync(file));
  expect(sheets[0]!.rows.flat()).toContain('Keine Antwort kam zu spät.');
  expect(google.calls).toEqual([]);
});

test('a column that is gone is named, not read as empty', async () => {
  const id = await trackerT();
  const sheet = google.book(id).titled('Activities');
  const hours = sheet.rows[0]!.findIndex((cell) => cell?.userEnteredValue?.stringValue === 'Hours');
  google.book(id).shift(sheet, 'COLUMNS', hours, -1);
  expect(await terminal.tracker('check', id)).toBe(1);
  expect(terminal.notes.join('\n')).toContain('The tab Activities has no column Hours');
});

test('text stays that text into Google, out to .xlsx and out to CSV, and nothing of it is a formula', async () => {
  const id = await trackerT();
  const cells = google
    .book(id)
    .titled('Customers')
    .rows.flatMap((row) => row?.slice(0, 2) ?? []);
  const stored = cells.flatMap((cell) => cell?.userEnteredValue?.stringValue ?? []);
  expect(HOSTILE.filter((text) => !stored.includes(text))).toEqual([]);
  expect(cells.filter((cell) => cell?.userEnteredValue?.formulaValue)).toEqual([]);

  const file = join(terminal.folder, 'out.xlsx');
  expect(await terminal.tracker('export', id, '--out', file)).toBe(0);
  const { sheets } = await readXlsx(readFileSync(file));
  const shown = sheets.find(({ name }) => name === 'Customers')!.rows.map((row) => row[1]);
  expect(HOSTILE.filter((text) => !shown.includes(text))).toEqual([]);

  const folder = join(terminal.folder, 'csv');
  mkdirSync(folder);
  expect(await terminal.tracker('export', id, '--out', folder)).toBe(0);
  expect(readdirSync(folder)).toContain('customers.csv');
  const bytes = readFileSync(join(folder, 'customers.csv'));
  const fields = readCsv(bytes).rows.map((row) => row[1]!);
  expect(fields.slice(-HOSTILE.length)).toEqual(HOSTILE);
  // As another program reads it, no field begins with what a spreadsheet takes for a formula.
  const elsewhere = parseCsv(bytes.toString('utf8')).flat().map(String);
  expect(elsewhere.length).toBeGreaterThan(HOSTILE.length);
  expect(elsewhere.filter((field) => /^[=+\-@\t\r\n＝＋－＠]/.test(field))).toEqual([]);
});

test('CSV of other programs is read: separators, encodings, quotes, line breaks', () => {
  const utf16 = Buffer.from('\ufeffName;Straße\r\n"Müller; ""Co""";"a\nb"', 'utf16le');
  expect(readCsv(utf16).rows).toEqual([
    ['Name', 'Straße'],
    ['Müller; "Co"', 'a\nb'],
  ]);
  // "Größe,x" as Windows-1252 wrote it.
  const old = new Uint8Array([0x47, 0x72, 0xf6, 0xdf, 0x65, 0x2c, 0x78, 0x0a, 0x31, 0x2c, 0x32]);
  expect(readCsv(old)).toEqual({
    rows: [
      ['Größe', 'x'],
      ['1', '2'],
    ],
    separator: ',',
    encoding: 'windows-1252',
  });
  expect(readCsv(Buffer.from('sep=|\na|b,c\n')).rows).toEqual([['a', 'b,c']]);
  expect(readCsv(Buffer.from('a\tb\n1\t')).rows).toEqual([
    ['a', 'b'],
    ['1', ''],
  ]);
  expect(readCsv(Buffer.from('"never closed, x')).rows).toEqual([['never closed, x']]);
  expect(readCsv(Buffer.from('')).rows).toEqual([]);
});

test('a directory that does not hold together is refused with the entry that is wrong', async () => {
  const path = join(terminal.folder, 'directory.json');
  writeFileSync(path, '{"format":"dueline-directory","version":1}');
  expect(await terminal.tracker('create', '--directory', path)).toBe(1);
  expect(terminal.notes.length).toBeGreaterThan(0);
  expect(google.calls).toEqual([]);
});
