/** What managers have today comes in: shown first, exactly once, and taken back whole. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { serialOf } from '#core/tracker/index.ts';
import type { FaultName } from '../../support/google/faults.ts';
import { GERMAN, type ImportWorld, importWorld } from './import-world.ts';
import { snapshotOf } from './snapshot.ts';

// Whole trackers are made here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000 });

let world: ImportWorld;
beforeEach(async () => {
  world = await importWorld();
});
afterEach(() => world.end());

test('a German CSV: columns by their meaning, words of the lists in the tracker’s language, nothing written before --apply', async () => {
  const before = snapshotOf(world.book());
  const path = world.file('vorgaenge.csv', GERMAN);
  expect(await world.importing('--into', 'cases', '--from', path)).toBe(0);
  const said = world.terminal.out.join('\n');
  for (const line of [
    'Vorgang → Case',
    'Vertrag → Engagement',
    'Betreff → Subject',
    'Status → Case status',
    'Erstellt → Opened',
  ]) {
    expect(said).toContain(line);
  }
  expect(said).toContain('Left out, as no column of the tracker is left for it: Ort');
  expect(said).toContain('1 row is there already and is left out (row 5 of the file)');
  expect(said).toContain('Opened: 1 date stays text, for example “irgendwann” in row 6');
  expect(world.terminal.out.at(-1)).toContain('3 rows would come in. Nothing was written');
  expect(snapshotOf(world.book())).toEqual(before);

  expect(await world.importing('--into', 'cases', '--from', path, '--apply')).toBe(0);
  expect(world.rowsOf('Cases').slice(1)).toEqual([
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
  expect(await world.importing('--into', 'cases', '--from', path, '--apply')).toBe(0);
  expect(world.terminal.out.join('\n')).toContain('Nothing to bring in');
  expect(world.rowsOf('Cases')).toHaveLength(4);
});

test('rows that come in have their formulas and dropdowns, and update finds nothing to mend', async () => {
  await world.terminal.tracker('update', world.id);
  await world.importing('--into', 'cases', '--from', world.file('a.csv', GERMAN), '--apply');
  const sheet = world.book().titled('Cases');
  const formulas = (row: number) =>
    sheet.rows[row]!.filter((cell) => cell?.userEnteredValue?.formulaValue).length;
  expect(formulas(3)).toBe(formulas(1));
  expect(formulas(3)).toBeGreaterThan(5);
  expect(sheet.at(3, 1)?.dataValidation?.condition?.type).toBe('ONE_OF_RANGE');
  expect(await world.terminal.tracker('update', world.id)).toBe(0);
  expect(world.terminal.out).toEqual(['Nothing to do: the tracker is as described.']);
});

test('engagements that come in have their rows in the Overview; the undo leaves none of them there', async () => {
  await world.terminal.tracker('update', world.id);
  const before = snapshotOf(world.book());
  const rows = () => world.book().titled('Overview').rowCount;
  const prepared = rows();
  const file = world.file('engagements.csv', 'Engagement,Tier\nN-1,Premium\nN-2,Premium\nN-3,TSAM\n');
  expect(await world.importing('--into', 'engagements', '--from', file, '--apply')).toBe(0);
  expect(rows()).toBe(prepared + 3);
  expect(await world.terminal.tracker('update', world.id, '--dry-run')).toBe(0);
  expect(world.terminal.out.filter((line) => line.includes('Overview'))).toEqual([]);
  expect(await world.importing('--undo', '--apply')).toBe(0);
  expect(snapshotOf(world.book())).toEqual(before);
});

test('undo takes back exactly what came in; what somebody has changed since stays and is said', async () => {
  const before = snapshotOf(world.book());
  await world.importing('--into', 'cases', '--from', world.file('a.csv', GERMAN), '--apply');
  expect(await world.importing('--undo')).toBe(0);
  expect(world.terminal.out.at(-1)).toContain('3 rows from a.csv would go from Cases. Nothing was written');
  expect(world.rowsOf('Cases')).toHaveLength(4);
  expect(await world.importing('--undo', '--apply')).toBe(0);
  expect(snapshotOf(world.book())).toEqual(before);
  expect(await world.importing('--undo', '--apply')).toBe(1);
  expect(world.terminal.notes.join('\n')).toContain('no import to take back');

  await world.importing('--into', 'cases', '--from', world.file('a.csv', GERMAN), '--apply');
  const sheet = world.book().titled('Cases');
  const row = sheet.rows.findIndex((cells) => cells?.[0]?.userEnteredValue?.stringValue === 'T-3');
  sheet.cell(row, 3).userEnteredValue = { stringValue: 'Now mine' };
  expect(await world.importing('--undo', '--apply')).toBe(0);
  expect(world.terminal.out.join('\n')).toContain('1 row of the import was changed or removed since');
  expect(world.rowsOf('Cases').map(({ Case }) => Case)).toEqual(['T-1', 'T-3']);
});

test('a mark like an import’s, on a tab that is none for imports, keeps nobody from taking theirs back', async () => {
  const before = world.rowsOf('Cases');
  await world.importing('--into', 'cases', '--from', world.file('a.csv', GERMAN), '--apply');
  const forge = (tab: string, sheetId: number) =>
    world.book().marks.push({
      metadataId: world.book().newId(),
      metadataKey: 'dueline-import',
      metadataValue: JSON.stringify({ id: 'theirs', tab, file: 'b.csv', at: '9999', hashes: 'x'.repeat(64) }),
      visibility: 'DOCUMENT',
      location: { dimensionRange: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 3 } },
    });
  forge('nowhere', world.book().titled('Cases').id);
  forge('constructor', world.book().titled('Cases').id);
  forge('lists', world.book().titled('Lists').id);
  forge('cases', world.book().titled('Contacts').id);
  expect(await world.importing('--undo', '--apply')).toBe(0);
  expect(world.terminal.out.at(-1)).toContain('3 rows went from Cases again');
  expect(world.rowsOf('Cases')).toEqual(before);
});

const FAULTS_OF_A_WRITE: FaultName[] = ['429', '500', '500-after', 'cut', 'cut-after', 'half-after', '409'];

test.each(FAULTS_OF_A_WRITE)(
  '%s at any call of an import and of its undo: every row once, then none',
  async (fault) => {
    const path = world.file('a.csv', GERMAN);
    const before = snapshotOf(world.book());
    const disturbed = async (position: number, ...argv: string[]) => {
      world.google.calls.length = 0;
      world.google.plan = ({ number }) => (number === position ? fault : undefined);
      expect(await world.importing(...argv)).toBe(0);
      const isMet = world.google.calls.length >= position;
      world.google.plan = () => undefined;
      return isMet;
    };
    let isMet = true;
    for (let position = 1; isMet; position++) {
      isMet = await disturbed(position, '--into', 'cases', '--from', path, '--apply');
      expect(
        world.rowsOf('Cases').map(({ Case }) => Case),
        `${fault} at ${position}`,
      ).toEqual(['T-1', 'T-2', 'T-3', 'T-4']);
      const isUndoMet = await disturbed(position, '--undo', '--apply');
      expect(snapshotOf(world.book()), `undo, ${fault} at ${position}`).toEqual(before);
      isMet ||= isUndoMet;
    }
  },
);

test('a row that somebody types in the same moment is not written over', async () => {
  world.google.plan = ({ path }) => {
    if (path.endsWith(':batchUpdate')) {
      const sheet = world.book().titled('Cases');
      sheet.cell(2, 0).userEnteredValue = { stringValue: 'T-typed' };
    }
    return undefined;
  };
  await world.importing('--into', 'cases', '--from', world.file('a.csv', GERMAN), '--apply');
  expect(
    world
      .rowsOf('Cases')
      .map(({ Case }) => Case)
      .sort(),
  ).toEqual(['T-1', 'T-2', 'T-3', 'T-4', 'T-typed']);
});

test('a tab that is full grows, and what is added has its formulas', async () => {
  const lines = Array.from({ length: 12 }, (_, index) => `N-${index},E-1,Case ${index}`);
  await world.importing(
    '--into',
    'cases',
    '--from',
    world.file('many.csv', ['Case,Engagement,Subject', ...lines.slice(0, 7)].join('\n')),
    '--apply',
  );
  const sheet = () => world.book().titled('Cases');
  // Full to its last row: the prepared rows that are left go, as if somebody had deleted them.
  const last = sheet().rows.findLastIndex((row) => row?.[0]?.userEnteredValue?.stringValue);
  world.book().shift(sheet(), 'ROWS', last + 1, last + 1 - sheet().rowCount);
  await world.importing(
    '--into',
    'cases',
    '--from',
    world.file('more.csv', ['Case,Engagement,Subject', ...lines].join('\n')),
    '--apply',
  );
  expect(world.rowsOf('Cases')).toHaveLength(1 + 12);
  const end = sheet().rows.findIndex((row) => row?.[0]?.userEnteredValue?.stringValue === 'N-11');
  expect(sheet().rows[end]!.some((cell) => cell?.userEnteredValue?.formulaValue)).toBe(true);
});
