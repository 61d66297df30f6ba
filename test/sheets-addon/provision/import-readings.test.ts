/** What a file says is never guessed: dates, numbers, columns, and files that are none. */
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { serialOf } from '#core/tracker/index.ts';
import { readSource } from '../../../sheets-addon/provision/import/source.ts';
import { GERMAN, type ImportWorld, importWorld } from './import-world.ts';
import { snapshotOf } from './snapshot.ts';

// Whole trackers are made here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000 });

let world: ImportWorld;
beforeEach(async () => {
  world = await importWorld();
});
afterEach(() => world.end());

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
  const path = world.file('people.xlsx', bytes);
  expect(await world.importing('--into', 'contacts', '--from', path, '--sheet', 'Nobody')).toBe(1);
  expect(world.terminal.notes.join('\n')).toContain('It has: Notes, People');
  expect(await world.importing('--into', 'contacts', '--from', path, '--sheet', 'People', '--apply')).toBe(0);
  expect(world.rowsOf('Contacts')).toEqual([
    { Engagement: 'E-1', Name: 'Ann', 'E-mail': 'ann@a.example', From: serialOf('2026-03-01') },
    { Engagement: 'E-1', Name: '=1+1', 'E-mail': 'bob@a.example' },
  ]);
});

test('an .xlsx with a stray cell in its last corner is read like any other', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'People',
        rows: [['Full name', 'Mail'], [], ['Ann', 'ann@a.example']],
        cells: new Map([['1048575,16383', { value: 'stray' }]]),
      },
    ],
  });
  const source = await readSource(bytes);
  if ('problem' in source) throw new Error(source.detail);
  expect(source.headers).toEqual(['Full name', 'Mail']);
  expect(source.rows.map(({ number }) => number)).toEqual([3, 1_048_576]);
  expect(source.rows[0]?.cells).toEqual(['Ann', 'ann@a.example']);
  expect(source.rows[1]?.cells.at(-1)).toBe('stray');
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
  { dates: ['0026-06-09', '2026-06-09'], argv: [], read: ['0026-06-09', serialOf('2026-06-09')] },
])('dates $dates $argv', async ({ dates, argv, read }) => {
  const lines = dates.map((date, index) => `N-${index},E-1,${date}`);
  await world.importing(
    '--into',
    'cases',
    '--from',
    world.file('d.csv', ['Case,Engagement,Opened', ...lines].join('\n')),
    '--apply',
    ...argv,
  );
  expect(
    world
      .rowsOf('Cases')
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
  { hours: ['1:30', '1:75', 'two'], argv: [], read: [1.5, '1:75', 'two'] },
])('hours $hours $argv', async ({ hours, argv, read }) => {
  const lines = hours.map((text, index) => `2026-06-0${index + 1};E-1;${text}`);
  await world.importing(
    '--into',
    'activities',
    '--from',
    world.file('h.csv', ['Date;Engagement;Hours', ...lines].join('\n')),
    '--apply',
    ...argv,
  );
  expect(world.rowsOf('Activities').map(({ Hours }) => Hours)).toEqual(read);
});

test('the user’s own matching goes first; a column that is not there is named', async () => {
  const path = world.file('own.csv', 'Ref,Text,Subject\nX-1,Real subject,Other\n');
  expect(
    await world.importing(
      '--into',
      'cases',
      '--from',
      path,
      '--columns',
      'Ref=Case, Text=subject',
      '--apply',
    ),
  ).toBe(0);
  expect(world.rowsOf('Cases')[1]).toEqual({ Case: 'X-1', Subject: 'Real subject' });
  expect(await world.importing('--into', 'cases', '--from', path, '--columns', 'Reff=Case')).toBe(1);
  expect(world.terminal.notes.join('\n')).toContain('There is no column Reff');
});

test('no tab, no file, no table, a broken workbook: each says what to do, and nothing is written', async () => {
  const before = snapshotOf(world.book());
  const fine = world.file('a.csv', GERMAN);
  const wrong: [string[], string][] = [
    [['--into', 'rules', '--from', fine], 'contacts, cases, inquiries, activities'],
    [['--into', 'cases', '--from', join(world.terminal.folder, 'none.csv')], 'There is no file'],
    [['--into', 'cases', '--from', world.file('empty.csv', '\n\n')], 'There is no table'],
    [['--into', 'cases', '--from', world.file('b.xlsx', 'PK\u0003\u0004 broken')], 'cannot be read'],
    [['--into', 'cases', '--from', fine, '--dates', 'ddmm'], 'dmy, mdy, ymd'],
  ];
  for (const [argv, said] of wrong) {
    expect(await world.importing(...argv, '--apply')).toBe(1);
    expect(world.terminal.notes.join('\n')).toContain(said);
  }
  expect(snapshotOf(world.book())).toEqual(before);
});

test('a file’s text cannot steer the terminal that shows it', async () => {
  await world.importing(
    '--into',
    'cases',
    '--from',
    world.file('t.csv', 'Case,Subject\nN-1,"\u001b[2J\u0007gone"\n'),
  );
  expect(world.terminal.out.join('')).toContain('gone');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
  expect(world.terminal.out.join('')).not.toMatch(/[\u0000-\u001f]/);
});
