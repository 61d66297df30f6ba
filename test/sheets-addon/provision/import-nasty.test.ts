/** Files as people have them: what they mean comes in, and what nobody can tell is said. */
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { serialOf } from '#core/tracker/index.ts';
import { settle } from '../../../sheets-addon/provision/online/settle.ts';
import { readCsv } from '../../../sheets-addon/provision/tables/read-csv.ts';
import { accountAt, makeTracker, QUIET, wantedTracker } from './account.ts';
import { type ImportWorld, importWorld } from './import-world.ts';
import { snapshotOf } from './snapshot.ts';

// Whole trackers are made here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000 });

let world: ImportWorld;
beforeEach(async () => {
  world = await importWorld();
});
afterEach(() => world.end());

const bringIn = (into: string, content: string | Uint8Array, ...more: string[]) =>
  world.importing('--into', into, '--from', world.file('theirs', content), '--apply', ...more);
const said = () => [...world.terminal.out, ...world.terminal.notes].join('\n');
const newCases = () => world.rowsOf('Cases').slice(1);

test('headings in two rows, under a merged cell: each column is named by the lower one, else by the upper', async () => {
  const csv =
    'Meine Fälle;;;\nVorgang;Vertrag;Termine;\n;;Erstellt;Geschlossen\nT-5;E-1;14.06.2026;15.06.2026\n';
  expect(await bringIn('cases', csv)).toBe(0);
  expect(newCases()).toEqual([
    { Case: 'T-5', Engagement: 'E-1', Opened: serialOf('2026-06-14'), Closed: serialOf('2026-06-15') },
  ]);
});

test('a file without headings is refused with the names that it lacks, instead of taking its first row for them', async () => {
  expect(await bringIn('cases', 'T-11,E-1,Something,open\nT-12,E-1,Other,open\n')).toBe(1);
  expect(said()).toContain('names no column of the tracker');
  expect(said()).toContain('(Case, Engagement, Subject,');
  expect(newCases()).toEqual([]);
});

test('two headings alike: the first is taken, and the other is said to be left out', async () => {
  await bringIn('cases', 'Case,Engagement,Status,,Status\nT-6,E-1,open,,closed\n');
  expect(said()).toContain('no column of the tracker is left for it: Status.');
  expect(newCases()).toMatchObject([{ Case: 'T-6', 'Case status': 'open' }]);
});

test('hours and minutes of a spreadsheet are hours, beyond a day too, and never a fraction of a day', async () => {
  const rows = [
    ['Date', 'Engagement', 'Hours'],
    [new Date('2026-06-08T00:00:00Z'), 'E-1', 2.5 / 24],
    [new Date('2026-06-09T00:00:00Z'), 'E-1', 26.5 / 24],
    [new Date('2026-06-10T00:00:00Z'), 'E-1', 1510 / 24],
  ];
  const columns = [{ numFmt: 'yyyy-mm-dd' }, {}, { numFmt: '[h]:mm' }];
  expect(await bringIn('activities', await writeXlsx({ sheets: [{ name: 'Hours', rows, columns }] }))).toBe(
    0,
  );
  expect(world.rowsOf('Activities').map(({ Hours }) => Hours)).toEqual([2.5, 26.5, 1510]);
});

test('hours written as 2:30 or with a comma come in; what is neither stays text and is said', async () => {
  const csv = 'Datum;Vertrag;Stunden\n13.06.2026;E-1;2:30\n14.06.2026;E-1;1,25\n15.06.2026;E-1;1,5 h\n';
  expect(await bringIn('activities', csv)).toBe(0);
  expect(world.rowsOf('Activities').map(({ Hours }) => Hours)).toEqual([2.5, 1.25, '1,5 h']);
  expect(said()).toContain('“1,5 h” in row 4');
});

test('a year of two digits is read only where the order of the date is named', async () => {
  const csv = 'Case,Engagement,Opened\nT-8,E-1,31.05.26\n';
  await world.importing('--into', 'cases', '--from', world.file('a.csv', csv));
  expect(said()).toContain('“31.05.26” in row 2');
  expect(said()).toContain('--dates dmy');
  await bringIn('cases', csv, '--dates', 'dmy');
  expect(newCases()).toMatchObject([{ Opened: serialOf('2026-05-31') }]);
});

test.each(['utf16le', 'utf16be'] as const)('%s without a mark of its own is read', async (encoding) => {
  const bytes = Buffer.from('Case\tEngagement\tSubject\r\nT-9\tE-1\tÜber „ß“\r\n', 'utf16le');
  expect(await bringIn('cases', encoding === 'utf16be' ? bytes.swap16() : bytes)).toBe(0);
  expect(newCases()).toMatchObject([{ Case: 'T-9', Subject: 'Über „ß“' }]);
});

test('a file marked as UTF-8 is read as that, whatever zeros stand in it', () => {
  const text = 'T-9\u0000\u0000,E-1\u0000\u0000\u0000\u0000';
  const bytes = Buffer.from(`\ufeff${text}\u0000\r\n`);
  expect(readCsv(bytes)).toMatchObject({ encoding: 'utf-8', rows: [`${text}\u0000`.split(',')] });
});

test('a table made endlessly wide, or a workbook of endless sheets, is answered at once', async () => {
  const wide = (columns: number) =>
    `Case,Engagement${Array.from({ length: columns - 2 }, (_, place) => `,x${place}`).join('')}\nT-5,E-1\n`;
  expect(await bringIn('cases', wide(1_000_000))).toBe(1);
  expect(said()).toContain('cannot be read (> 18278 columns)');
  expect(await bringIn('cases', wide(18_278))).toBe(0);
  expect(newCases()).toEqual([{ Case: 'T-5', Engagement: 'E-1' }]);
  // For each sheet that is looked at the list of all is read: of thousands only the first are.
  const rows = [
    ['Case', 'Engagement'],
    ['T-6', 'E-1'],
  ];
  const others = Array.from({ length: 2000 }, (_, place) => ({ name: `Empty ${place}`, rows: [] }));
  const file = await writeXlsx({ sheets: [{ name: 'Ours', rows }, ...others] });
  expect(await bringIn('cases', file)).toBe(0);
  expect(newCases()).toMatchObject([{ Case: 'T-5' }, { Case: 'T-6' }]);
});

test('an .xlsx that would unpack to gigabytes is refused before it is unpacked', async () => {
  const rows = [
    ['Case', 'Engagement'],
    ['T-5', 'E-1'],
  ];
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'Ours', rows }] }));
  const entries: number[] = [];
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1))
    entries.push(at);
  // The size of what is unpacked stands 24 bytes into an entry of the archive's directory.
  for (const at of entries) bytes.writeUInt32LE(Math.ceil((2 * 1024 ** 3) / entries.length), at + 24);
  expect(await bringIn('cases', bytes)).toBe(1);
  expect(said()).toContain('cannot be read (> 1 GB)');
});

test('a workbook from before .xlsx is named as such', async () => {
  expect(await bringIn('cases', Buffer.from('d0cf11e0a1b11ae1000000000000000000', 'hex'))).toBe(1);
  expect(said()).toContain('cannot be read (.xls). Save it again as .xlsx or as CSV.');
});

test('a tab of one row that follows another takes after its row, not after its header', async () => {
  const { google, terminal } = world;
  const wanted = wantedTracker('en', {}, { activities: 1, cases: 1 });
  const { id } = await makeTracker(accountAt(google), wanted, 'Small');
  for (const [into, from] of [
    ['cases', world.file('c.csv', 'Case,Engagement,Subject\nK-1,E-1,One\nK-2,E-1,Two\nK-3,E-1,Three\n')],
    ['activities', world.file('a.csv', 'Date,Engagement,Hours\n2026-06-08,E-1,1\n2026-06-09,E-1,2\n')],
  ] as const) {
    expect(await terminal.tracker('import', id, '--into', into, '--from', from, '--apply')).toBe(0);
  }
  const tab = (title: string) => google.book(id).titled(title);
  expect([tab('Keys').rowCount, tab('Weeks').rowCount]).toEqual([
    tab('Cases').rowCount,
    tab('Activities').rowCount,
  ]);
  // Formulas stand in each row, and in the first those as well that fill their column by themselves.
  const [first, ...more] = tab('Weeks')
    .rows.slice(1)
    .map((row) => row?.filter((cell) => cell?.userEnteredValue?.formulaValue).length ?? 0);
  expect(first).toBeGreaterThan(0);
  expect(new Set(more).size).toBe(1);
  expect((await settle(accountAt(google), id, wanted, QUIET)).changes).toEqual([]);
});

test('an empty tab: every formula that reads it reaches the rows that come in, and the undo leaves it as it was', async () => {
  const { google, terminal } = world;
  const wanted = wantedTracker();
  const { id } = await makeTracker(accountAt(google), wanted, 'Empty');
  const before = snapshotOf(google.book(id));
  const from = world.file('c.csv', 'Case,Engagement,Subject\nK-1,E-1,One\nK-2,E-1,Two\n');
  expect(await terminal.tracker('import', id, '--into', 'cases', '--from', from, '--apply')).toBe(0);
  expect((await settle(accountAt(google), id, wanted, QUIET)).changes).toEqual([]);
  expect(await terminal.tracker('import', id, '--undo', '--apply')).toBe(0);
  expect(snapshotOf(google.book(id))).toEqual(before);
});
