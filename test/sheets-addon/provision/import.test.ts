/** What managers have today comes in: shown first, never guessed, once, and taken back whole. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serialOf } from '#core/tracker/index.ts';
import type { FaultName } from '../../support/google/faults.ts';
import { StandInGoogle } from '../../support/google/server.ts';
import type { Sheet } from '../../support/google/sheet.ts';
import { accountAt, makeTracker, wantedTracker } from './account.ts';
import { snapshotOf } from './snapshot.ts';
import { type Terminal, terminalAt } from './terminal.ts';

let google: StandInGoogle;
let terminal: Terminal;
let id: string;
beforeEach(async () => {
  google = new StandInGoogle();
  await google.start();
  terminal = terminalAt(google);
  terminal.signIn();
  const rows = {
    cases: [{ id: 'T-1', engagement: 'E-1', subject: 'Old', status: 'open', opened: serialOf('2026-05-01') }],
  };
  ({ id } = await makeTracker(accountAt(google), wantedTracker('en', rows, { cases: 8 })));
});
afterEach(async () => {
  terminal.remove();
  await google.stop();
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(terminal.folder, name);
  writeFileSync(path, content);
  return path;
}

const importing = (...argv: string[]) => terminal.tracker('import', id, ...argv);

/** The typed cells of a sheet's rows, by header, as Google holds them. */
function typedRows(sheet: Sheet): Record<string, unknown>[] {
  const headers = sheet.rows[0]!.map((cell) => cell?.userEnteredValue?.stringValue ?? '');
  return sheet.rows.slice(1).flatMap((row) => {
    const cells = (row ?? []).flatMap((cell, place) => {
      const { formulaValue, ...value } = cell?.userEnteredValue ?? {};
      const [content] = Object.values(value);
      return formulaValue || content === undefined ? [] : [[headers[place]!, content] as const];
    });
    return cells.length === 0 ? [] : [Object.fromEntries(cells)];
  });
}
const cases = () => typedRows(google.book(id).titled('Cases'));

const GERMAN = [
  'Meine Vorgänge;;;;;',
  'Vorgang;Vertrag;Betreff;Status;Erstellt;Ort',
  'T-2;E-1;=HYPERLINK("https://x.example");offen;08.06.2026;Köln',
  'T-3;E-1;"Zeile 1\nZeile 2";gelöst;31.05.2026;Bonn',
  't-1;E-1;Schon da;offen;01.05.2026;',
  'T-4;E-1;Ohne Datum;in Arbeit;irgendwann;',
].join('\r\n');

test('a German CSV: columns by their meaning, words of the lists in the tracker’s language, nothing written before --apply', async () => {
  const before = snapshotOf(google.book(id));
  const path = file('vorgaenge.csv', GERMAN);
  expect(await importing('--into', 'cases', '--from', path)).toBe(0);
  const said = terminal.out.join('\n');
  for (const line of [
    'Vorgang → Case',
    'Vertrag → Engagement',
    'Betreff → Subject',
    'Status → Case status',
    'Erstellt → Opened',
  ]) {
    expect(said).toContain(line);
  }
  expect(said).toContain('Left out, as the tracker has no such column: Ort');
  expect(said).toContain('1 row is there already and is left out (row 5 of the file)');
  expect(said).toContain('Opened: 1 date stays text, for example “irgendwann” in row 6');
  expect(terminal.out.at(-1)).toContain('3 rows would come in. Nothing was written');
  expect(snapshotOf(google.book(id))).toEqual(before);

  expect(await importing('--into', 'cases', '--from', path, '--apply')).toBe(0);
  expect(cases().slice(1)).toEqual([
    {
      Case: 'T-2',
      Engagement: 'E-1',
      Subject: '=HYPERLINK("https://x.example")',
      'Case status': 'open',
      Opened: serialOf('2026-06-08'),
    },
    {
      Case: 'T-3',
      Engagement: 'E-1',
      Subject: 'Zeile 1\nZeile 2',
      'Case status': 'solved',
      Opened: serialOf('2026-05-31'),
    },
    {
      Case: 'T-4',
      Engagement: 'E-1',
      Subject: 'Ohne Datum',
      'Case status': 'in Arbeit',
      Opened: 'irgendwann',
    },
  ]);
  expect(await importing('--into', 'cases', '--from', path, '--apply')).toBe(0);
  expect(terminal.out.join('\n')).toContain('Nothing to bring in');
  expect(cases()).toHaveLength(4);
});

test('rows that come in have their formulas and dropdowns, and update finds nothing to mend', async () => {
  await terminal.tracker('update', id);
  await importing('--into', 'cases', '--from', file('a.csv', GERMAN), '--apply');
  const sheet = google.book(id).titled('Cases');
  const formulas = (row: number) =>
    sheet.rows[row]!.filter((cell) => cell?.userEnteredValue?.formulaValue).length;
  expect(formulas(3)).toBe(formulas(1));
  expect(formulas(3)).toBeGreaterThan(5);
  expect(sheet.at(3, 1)?.dataValidation?.condition?.type).toBe('ONE_OF_RANGE');
  expect(await terminal.tracker('update', id)).toBe(0);
  expect(terminal.out).toEqual(['Nothing to do: the tracker is as described.']);
});

test('undo takes back exactly what came in; what somebody has changed since stays and is said', async () => {
  const before = snapshotOf(google.book(id));
  await importing('--into', 'cases', '--from', file('a.csv', GERMAN), '--apply');
  expect(await importing('--undo')).toBe(0);
  expect(terminal.out.at(-1)).toContain('3 rows from a.csv would go from Cases. Nothing was written');
  expect(cases()).toHaveLength(4);
  expect(await importing('--undo', '--apply')).toBe(0);
  expect(snapshotOf(google.book(id))).toEqual(before);
  expect(await importing('--undo', '--apply')).toBe(1);
  expect(terminal.notes.join('\n')).toContain('no import to take back');

  await importing('--into', 'cases', '--from', file('a.csv', GERMAN), '--apply');
  const sheet = google.book(id).titled('Cases');
  const row = sheet.rows.findIndex((cells) => cells?.[0]?.userEnteredValue?.stringValue === 'T-3');
  sheet.cell(row, 3).userEnteredValue = { stringValue: 'Now mine' };
  expect(await importing('--undo', '--apply')).toBe(0);
  expect(terminal.out.join('\n')).toContain('1 row of the import was changed or removed since');
  expect(cases().map(({ Case }) => Case)).toEqual(['T-1', 'T-3']);
});

const FAULTS_OF_A_WRITE: FaultName[] = ['429', '500', '500-after', 'cut', 'cut-after', 'half-after', '409'];

test.each(FAULTS_OF_A_WRITE)(
  '%s at any call of an import and of its undo: every row once, then none',
  async (fault) => {
    const path = file('a.csv', GERMAN);
    const before = snapshotOf(google.book(id));
    const disturbed = async (position: number, ...argv: string[]) => {
      google.calls.length = 0;
      google.plan = ({ number }) => (number === position ? fault : undefined);
      expect(await importing(...argv)).toBe(0);
      const isMet = google.calls.length >= position;
      google.plan = () => undefined;
      return isMet;
    };
    let isMet = true;
    for (let position = 1; isMet; position++) {
      isMet = await disturbed(position, '--into', 'cases', '--from', path, '--apply');
      expect(
        cases().map(({ Case }) => Case),
        `${fault} at ${position}`,
      ).toEqual(['T-1', 'T-2', 'T-3', 'T-4']);
      const isUndoMet = await disturbed(position, '--undo', '--apply');
      expect(snapshotOf(google.book(id)), `undo, ${fault} at ${position}`).toEqual(before);
      isMet ||= isUndoMet;
    }
  },
);

test('a row that somebody types in the same moment is not written over', async () => {
  google.plan = ({ path }) => {
    if (path.endsWith(':batchUpdate')) {
      const sheet = google.book(id).titled('Cases');
      sheet.cell(2, 0).userEnteredValue = { stringValue: 'T-typed' };
    }
    return undefined;
  };
  await importing('--into', 'cases', '--from', file('a.csv', GERMAN), '--apply');
  expect(
    cases()
      .map(({ Case }) => Case)
      .sort(),
  ).toEqual(['T-1', 'T-2', 'T-3', 'T-4', 'T-typed']);
});

test('a tab that is full grows, and what is added has its formulas', async () => {
  const lines = Array.from({ length: 12 }, (_, index) => `N-${index},E-1,Case ${index}`);
  await importing(
    '--into',
    'cases',
    '--from',
    file('many.csv', ['Case,Engagement,Subject', ...lines.slice(0, 7)].join('\n')),
    '--apply',
  );
  const sheet = () => google.book(id).titled('Cases');
  // Full to its last row: the prepared rows that are left go, as if somebody had deleted them.
  const last = sheet().rows.findLastIndex((row) => row?.[0]?.userEnteredValue?.stringValue);
  google.book(id).shift(sheet(), 'ROWS', last + 1, last + 1 - sheet().rowCount);
  await importing(
    '--into',
    'cases',
    '--from',
    file('more.csv', ['Case,Engagement,Subject', ...lines].join('\n')),
    '--apply',
  );
  expect(cases()).toHaveLength(1 + 12);
  const end = sheet().rows.findIndex((row) => row?.[0]?.userEnteredValue?.stringValue === 'N-11');
  expect(sheet().rows[end]!.some((cell) => cell?.userEnteredValue?.formulaValue)).toBe(true);
});

test('an .xlsx with its dates, from the sheet that is named', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Notes', rows: [['nothing here']] },
      {
        name: 'People',
        rows: [
          ['Full name', 'Mail', 'Contract', 'Since'],
          ['Ann', 'ann@a.example', 'E-1', new Date(Date.UTC(2026, 2, 1))],
          ['=1+1', 'bob@a.example', 'E-1', null],
        ],
      },
    ],
  });
  const path = file('people.xlsx', bytes);
  expect(await importing('--into', 'contacts', '--from', path, '--sheet', 'Nobody')).toBe(1);
  expect(terminal.notes.join('\n')).toContain('It has: Notes, People');
  expect(await importing('--into', 'contacts', '--from', path, '--sheet', 'People', '--apply')).toBe(0);
  expect(typedRows(google.book(id).titled('Contacts'))).toEqual([
    { Engagement: 'E-1', Name: 'Ann', 'E-mail': 'ann@a.example', From: serialOf('2026-03-01') },
    { Engagement: 'E-1', Name: '=1+1', 'E-mail': 'bob@a.example' },
  ]);
});

test.each([
  // Nothing in the column says which comes first: it stays text, unless the user says.
  { dates: ['03/04/2026'], argv: [], read: ['03/04/2026'] },
  { dates: ['03/04/2026'], argv: ['--dates', 'mdy'], read: [serialOf('2026-03-04')] },
  { dates: ['03/04/2026', '31/01/2026'], argv: [], read: [serialOf('2026-04-03'), serialOf('2026-01-31')] },
  { dates: ['03/04/2026', '01/31/2026'], argv: [], read: [serialOf('2026-03-04'), serialOf('2026-01-31')] },
  {
    dates: ['2026-06-31', '2026.6.8', '2026年6月8日'],
    argv: [],
    read: ['2026-06-31', serialOf('2026-06-08'), serialOf('2026-06-08')],
  },
  { dates: ['31/01/2026', '01/31/2026'], argv: [], read: ['31/01/2026', '01/31/2026'] },
])('dates $dates $argv', async ({ dates, argv, read }) => {
  const lines = dates.map((date, index) => `N-${index},E-1,${date}`);
  await importing(
    '--into',
    'cases',
    '--from',
    file('d.csv', ['Case,Engagement,Opened', ...lines].join('\n')),
    '--apply',
    ...argv,
  );
  expect(
    cases()
      .slice(1)
      .map(({ Opened }) => Opened),
  ).toEqual(read);
});

test.each([
  { hours: ['1,5', '2'], argv: [], read: [1.5, 2] },
  { hours: ['1.5', '0.25'], argv: [], read: [1.5, 0.25] },
  { hours: ['1,500'], argv: [], read: ['1,500'] },
  { hours: ['1,500'], argv: ['--decimal', 'comma'], read: [1.5] },
  { hours: ['1,5', '1.5'], argv: [], read: ['1,5', '1.5'] },
  { hours: ['1:30', 'two'], argv: [], read: ['1:30', 'two'] },
])('hours $hours $argv', async ({ hours, argv, read }) => {
  const lines = hours.map((text, index) => `2026-06-0${index + 1};E-1;${text}`);
  await importing(
    '--into',
    'activities',
    '--from',
    file('h.csv', ['Date;Engagement;Hours', ...lines].join('\n')),
    '--apply',
    ...argv,
  );
  expect(typedRows(google.book(id).titled('Activities')).map(({ Hours }) => Hours)).toEqual(read);
});

test('the user’s own matching goes first; a column that is not there is named', async () => {
  const path = file('own.csv', 'Ref,Text,Subject\nX-1,Real subject,Other\n');
  expect(
    await importing('--into', 'cases', '--from', path, '--columns', 'Ref=Case, Text=subject', '--apply'),
  ).toBe(0);
  expect(cases()[1]).toEqual({ Case: 'X-1', Subject: 'Real subject' });
  expect(await importing('--into', 'cases', '--from', path, '--columns', 'Reff=Case')).toBe(1);
  expect(terminal.notes.join('\n')).toContain('There is no column Reff');
});

test('no tab, no file, no table, a broken workbook: each says what to do, and nothing is written', async () => {
  const before = snapshotOf(google.book(id));
  const fine = file('a.csv', GERMAN);
  const wrong: [string[], string][] = [
    [['--into', 'rules', '--from', fine], 'contacts, cases, activities'],
    [['--into', 'cases', '--from', join(terminal.folder, 'none.csv')], 'There is no file'],
    [['--into', 'cases', '--from', file('empty.csv', '\n\n')], 'There is no table'],
    [['--into', 'cases', '--from', file('b.xlsx', 'PK\u0003\u0004 broken')], 'cannot be read'],
    [['--into', 'cases', '--from', fine, '--dates', 'ddmm'], 'dmy, mdy, ymd'],
  ];
  for (const [argv, said] of wrong) {
    expect(await importing(...argv, '--apply')).toBe(1);
    expect(terminal.notes.join('\n')).toContain(said);
  }
  expect(snapshotOf(google.book(id))).toEqual(before);
});

test('a file’s text cannot steer the terminal that shows it', async () => {
  await importing('--into', 'cases', '--from', file('t.csv', 'Case,Subject\nN-1,"\u001b[2J\u0007gone"\n'));
  expect(terminal.out.join('')).toContain('gone');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
  expect(terminal.out.join('')).not.toMatch(/[\u0000-\u001f]/);
});
