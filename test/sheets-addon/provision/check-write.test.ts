/** `check --write`: the tabs of a check filled in, notes kept beside what they are about, whatever goes wrong. */
import { expect, test } from 'vitest';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { dateOfSerial, type Row, wordsOf } from '#core/tracker/index.ts';
import { readStanding } from '../../../sheets-addon/provision/online/standing.ts';
import type { Book } from '../../support/google/book.ts';
import type { FaultName } from '../../support/google/faults.ts';
import { fixtureT } from '../support/fixture-t.ts';
import { type StandingSheet, workedOut } from '../support/worked-out.ts';
import { wantedTracker } from './account.ts';
import { capacityFor, trackerWorld } from './world.ts';

function standingIn({ sheets }: Book): StandingSheet[] {
  return sheets.map(({ title, rows }) => ({
    title,
    cells: rows.flatMap((cells = [], row) =>
      cells.flatMap((cell, column) => {
        const { formulaValue, stringValue, numberValue, boolValue } = cell?.userEnteredValue ?? {};
        const value = stringValue ?? numberValue ?? boolValue;
        return { row: row + 1, column: column + 1, formula: formulaValue ?? undefined, value };
      }),
    ),
  }));
}

async function world() {
  const rows = fixtureT(wordsOf('en'));
  const capacity = { ...capacityFor(rows), violations: 3, deliverables: 3 };
  const { google, account, terminal, id } = await trackerWorld(wantedTracker('en', rows, capacity));
  const rowsOf = async (tab: string): Promise<Row[]> => {
    const standing = await readStanding(account, id, {
      rulebook: serviceManagement,
      language: 'en',
    });
    return standing.rows[tab]!.filter(({ status }) => status !== null);
  };
  const write = (column: string, place: number, text: string) => {
    const sheet = google.book(id).titled('Violations');
    const at = sheet.rows[3]!.findIndex((cell) => cell?.userEnteredValue?.stringValue === column);
    sheet.cell(4 + place, at).userEnteredValue = { stringValue: text };
  };
  return { google, terminal, id, rowsOf, write };
}

test('findings and deliverables stand in their tabs, longer than what was prepared; a second time nothing changes', async () => {
  const { google, terminal, id, rowsOf } = await world();
  expect(await terminal.tracker('check', id, '--write')).toBe(0);
  expect(terminal.out.at(-1)).toContain('Violations');
  const [violations, deliverables] = [await rowsOf('violations'), await rowsOf('deliverables')];
  expect(violations.map(({ finding }) => finding)).toEqual(
    expect.arrayContaining([
      '4 contacts at a time; up to 3 may deal directly with the service manager.',
      '31 cases in hand; a service manager should not have more than 30.',
      '10.01 hours in 2026-W24; an engagement should not take more than 10.',
    ]),
  );
  // Fifteen deliverables of Premium twice, of TSAM 11 and of Standard 8, and three weekly calls.
  expect(deliverables).toHaveLength(2 * 15 + 11 + 8 + 3);
  const writes = () => google.calls.filter(({ path }) => path.endsWith(':batchUpdate')).length;
  const before = writes();
  expect(await terminal.tracker('check', id, '--write')).toBe(0);
  expect(writes()).toBe(before);
  expect(await rowsOf('violations')).toEqual(violations);
});

test('what is due next and how much was found stands in the Overview for every engagement, however long both tabs have become', async () => {
  const { google, terminal, id } = await world();
  expect(await terminal.tracker('check', id, '--write')).toBe(0);
  const overview = workedOut(standingIn(google.book(id)));
  const said = (header: string) => {
    const headers = google.book(id).titled('Overview').rows[4]!;
    const column = headers.findIndex((cell) => cell?.userEnteredValue?.stringValue === header) + 1;
    return [6, 7, 8, 9].map((row) => overview('Overview', row, column));
  };
  // On Monday 15 June: the weekly call of Premium and TSAM until Sunday, of Standard what comes once a quarter.
  const days = ['2026-06-21', '2026-06-21', '2026-06-21', '2026-06-30'];
  expect(said('Next due').map((day) => dateOfSerial(Number(day)))).toEqual(days);
  expect(said('Deliverable')[2]).toBe('Weekly call');
  // Missed by each of Premium and Standard: three deliverables; by each but Standard: the call.
  expect(said('Status')).toEqual(['6 violations', '4 violations', '3 violations', '3 violations']);
});

test.each(['Deliverables', 'Violations'])(
  'where %s is protected and would have to get rows, though all of its cells are open, neither tab is written',
  async (title) => {
    const { google, terminal, id, rowsOf } = await world();
    const sheet = google.book(id).titled(title);
    const all = {
      sheetId: sheet.id,
      startRowIndex: 0,
      endRowIndex: sheet.rowCount,
      startColumnIndex: 0,
      endColumnIndex: sheet.columnCount,
    };
    const protection = {
      protectedRangeId: 4711,
      range: { sheetId: sheet.id },
      requestingUserCanEdit: false,
      unprotectedRanges: [all],
    };
    sheet.protections.push(protection);
    const calls = google.calls.length;
    expect(await terminal.tracker('check', id, '--write')).toBe(1);
    expect(terminal.notes.join(' ')).toContain(`'${title}'`);
    expect(google.calls.slice(calls).filter(({ path }) => path.endsWith(':batchUpdate'))).toEqual([]);
    expect([await rowsOf('violations'), await rowsOf('deliverables')]).toEqual([[], []]);
    sheet.protections.splice(sheet.protections.indexOf(protection), 1);
    expect(await terminal.tracker('check', id, '--write')).toBe(0);
    expect(await rowsOf('deliverables')).toHaveLength(2 * 15 + 11 + 8 + 3);
  },
);

test('who took note of a finding, and why, stays with it; when it is mended it says that it is no longer found', async () => {
  const { google, terminal, id, rowsOf, write } = await world();
  await terminal.tracker('check', id, '--write');
  const place = (await rowsOf('violations')).findIndex(({ finding }) =>
    String(finding).startsWith('4 contacts'),
  );
  write('Acknowledged by', place, '=Ann');
  write('Reason', place, 'Agreed by phone');
  await terminal.tracker('check', id, '--write');
  const noted = { acknowledgedBy: '=Ann', reason: 'Agreed by phone' };
  expect((await rowsOf('violations'))[place]).toMatchObject({ ...noted, statusLevel: 3 });
  const contacts = google.book(id).titled('Contacts');
  contacts.rows[4] = [];
  await terminal.tracker('check', id, '--write');
  const after = await rowsOf('violations');
  expect(after.filter(({ acknowledgedBy }) => acknowledgedBy !== null)).toMatchObject([
    { ...noted, status: 'no longer found', statusLevel: 0 },
  ]);
  expect(after.at(-1)).toMatchObject(noted);
});

test('whatever goes wrong at whichever call, all of it stands there once in the end', async () => {
  const { google, terminal, id, rowsOf, write } = await world();
  const from = google.calls.length;
  await terminal.tracker('check', id, '--write');
  const count = google.calls.length - from;
  const wanted = (await rowsOf('violations')).map(({ finding }) => finding);
  const faults: FaultName[] = [
    '429',
    '500-after',
    'cut-after',
    '409',
    '503-after',
    'cut',
    'half-after',
    '500',
  ];
  for (const fault of faults) {
    for (let position = 1; position <= count; position++) {
      write('What was found', 0, `damaged ${fault} ${position}`);
      const at = google.calls.length + position;
      google.plan = ({ number }) => (number === at ? fault : undefined);
      expect(await terminal.tracker('check', id, '--write'), `${fault} at call ${position}`).toBe(0);
      google.plan = () => undefined;
      expect((await rowsOf('violations')).map(({ finding }) => finding)).toEqual(wanted);
    }
  }
}, 180_000);
