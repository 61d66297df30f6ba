/** Two people, or the add-on and a command, at one tracker in the same moment: nothing is doubled, nothing is lost. */
import { describe, expect, test, vi } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { describeTracker, wordsOf } from '#core/tracker/index.ts';
import { settle } from '../../sheets-addon/provision/online/settle.ts';
import type { NewRow } from '../../sheets-addon/sidebar/protocol.ts';
import type { Book } from '../support/google/book.ts';
import { type Account, accountAt, QUIET, wantedTracker } from './provision/account.ts';
import { importWorld } from './provision/import-world.ts';
import { snapshotOf } from './provision/snapshot.ts';
import { trackerWorld } from './provision/world.ts';
import { builtAddOn, type RunningAddOn } from './support/add-on.ts';
import { contentOf, readRows, setUpWith } from './support/fill.ts';
import { fixtureT } from './support/fixture-t.ts';

// Whole trackers are made here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000 });

const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
const T = fixtureT(wordsOf('en'));

describe('in the add-on', () => {
  /** While somebody's repair is under way, somebody else does this. */
  async function duringRepair(second: (addOn: RunningAddOn) => void) {
    const { script } = await builtAddOn();
    const addOn = setUpWith(script, workbook, T);
    const whole = addOn.world.sheets.map(contentOf);
    const contacts = addOn.sheet('Contacts');
    let rules = contacts.rules.slice(1);
    let times = 0;
    Object.defineProperty(contacts, 'rules', {
      configurable: true,
      get: () => rules,
      set: (wanted: typeof rules) => {
        rules = wanted;
        if (times++ === 0) second(addOn);
      },
    });
    addOn.call('setUp');
    expect(times).toBeGreaterThan(0);
    Object.defineProperty(contacts, 'rules', { value: rules, writable: true, enumerable: true });
    return { addOn, whole };
  }
  const BUSY = /^Somebody else is setting up/;

  test('two who repair: the second is told and changes nothing, and the first ends as if alone', async () => {
    const { addOn, whole } = await duringRepair((running) => running.call('setUp'));
    expect(addOn.world.alerts.map(({ text }) => text)).toEqual([
      expect.anything(),
      expect.stringMatching(BUSY),
      'The tracker is ready.',
    ]);
    expect(addOn.world.sheets.map(contentOf)).toEqual(whole);
  });

  test('a check and time logged meanwhile: both are told to try again, and the row comes in once', async () => {
    const rows: NewRow[] = [
      { tab: 'activities', cells: { engagement: 'E-1', date: '2026-06-15', hours: 2 } },
    ];
    const told: unknown[] = [];
    const { addOn } = await duringRepair((running) => {
      told.push(running.ask({ ask: 'check' }), running.ask({ ask: 'add', key: 'key-1', rows }));
    });
    const busy = { kind: 'failed', text: expect.stringMatching(BUSY) };
    expect(told).toMatchObject([busy, busy]);
    for (const _ of [1, 2])
      expect(addOn.ask({ ask: 'add', key: 'key-1', rows })).toMatchObject({ kind: 'added' });
    expect(readRows(addOn, workbook, 'activities', ['hours'])).toHaveLength(T.activities!.length + 1);
  });
});

describe('at Google', () => {
  const ROWS = {
    customers: [{ id: 'C-1', name: 'Nordwind' }],
    contacts: [{ engagement: 'E-1', name: 'Ann', email: 'ann@a.example', from: 46_181 }],
  };
  const wanted = wantedTracker('en', ROWS);
  const damage = (book: Book) => {
    book.remove(book.titled('Contacts').id);
    book.titled('Cases').rules.splice(1, 1);
    book.titled('Customers').protections.splice(0, 1);
  };
  /** Before its write of that number, something else happens. */
  function beforeWrite(account: Account, number: number, meanwhile: () => Promise<unknown>): () => boolean {
    const { spreadsheets } = account.services.sheets;
    const send = spreadsheets.batchUpdate.bind(spreadsheets) as (...given: unknown[]) => Promise<never>;
    let writes = 0;
    spreadsheets.batchUpdate = (async (...given: unknown[]) => {
      if (++writes === number) await meanwhile();
      return send(...given);
    }) as never;
    return () => writes >= number;
  }

  test('an update of somebody else’s before any write of one: one tracker, as after one update', async () => {
    const { google, account, id, book } = await trackerWorld(wanted);
    damage(book());
    await settle(account, id, wanted, QUIET);
    const alone = snapshotOf(book());
    let isMet = true;
    for (let number = 1; isMet; number++) {
      damage(book());
      const [first, second] = [accountAt(google), accountAt(google)];
      const wasMet = beforeWrite(first, number, () => settle(second, id, wanted, QUIET));
      await settle(first, id, wanted, QUIET);
      isMet = wasMet();
      const { sheets, marks } = snapshotOf(book());
      expect(marks, `write ${number}`).toEqual(alone.marks);
      expect(sheets.map(({ properties }) => properties.title)).toEqual(
        alone.sheets.map(({ properties }) => properties.title),
      );
      expect((await settle(account, id, wanted, QUIET)).changes, `write ${number}`).toEqual([]);
    }
  });

  test('the add-on has just put a missing tab back, without its mark yet: the command takes that one over', async () => {
    const { google, account, id, book } = await trackerWorld(wanted);
    book().remove(book().titled('Contacts').id);
    const first = accountAt(google);
    const addSheet = { properties: { sheetId: 77, title: 'Contacts' } };
    const wasMet = beforeWrite(first, 1, () =>
      account.services.sheets.spreadsheets.batchUpdate({
        spreadsheetId: id,
        requestBody: { requests: [{ addSheet }] },
      }),
    );
    await settle(first, id, wanted, QUIET);
    expect(wasMet()).toBe(true);
    expect(
      book()
        .sheets.filter(({ title }) => title.startsWith('Contacts'))
        .map((sheet) => sheet.id),
    ).toEqual([77]);
    expect((await settle(account, id, wanted, QUIET)).changes).toEqual([]);
  });

  test('the same file imported by two, and another by a third: every row once', async () => {
    const world = await importWorld();
    try {
      const [same, other] = [
        world.file('same.csv', 'Case,Engagement,Subject\nK-1,E-1,One\nK-2,E-1,Two\n'),
        world.file('other.csv', 'Case,Engagement,Subject\nK-3,E-1,Three\n'),
      ];
      const bringIn = (from: string) => world.importing('--into', 'cases', '--from', from, '--apply');
      expect(await Promise.all([bringIn(same), bringIn(same), bringIn(other)])).toEqual([0, 0, 0]);
      const names = world.rowsOf('Cases').map(({ Case }) => Case);
      expect(names.sort()).toEqual(['K-1', 'K-2', 'K-3', 'T-1']);
    } finally {
      await world.end();
    }
  });

  test('an import taken back by two: its rows go, and nobody else’s; brought in again it can be taken back again', async () => {
    const world = await importWorld();
    try {
      const path = world.file('a.csv', 'Customer id,Name\nC-1,One\nC-2,Two\n');
      const bringIn = () => world.importing('--into', 'customers', '--from', path, '--apply');
      const takeBack = () => world.importing('--undo', '--apply');
      const names = () => world.rowsOf('Customers').map(({ Name }) => Name);
      const OTHERS = ['Acme', 'Binford', 'Cyberdyne'];
      await bringIn();
      const sheet = world.book().titled('Customers');
      const below = 1 + sheet.rows.findLastIndex((row) => row?.[1]?.userEnteredValue?.stringValue);
      for (const [at, name] of OTHERS.entries())
        sheet.cell(below + at, 1).userEnteredValue = { stringValue: name };
      // The other's write, which says the same, arrives a moment before.
      const ask = world.google.ask.bind(world.google);
      let others = 0;
      world.google.ask = (asked) => {
        if (asked.url.pathname.endsWith(':batchUpdate') && others++ === 0) ask(asked);
        return ask(asked);
      };
      expect(await takeBack()).toBe(0);
      expect(others).toBeGreaterThan(0);
      world.google.ask = ask;
      expect(names()).toEqual(OTHERS);
      await bringIn();
      expect(names()).toHaveLength(OTHERS.length + 2);
      expect(await takeBack()).toBe(0);
      expect(names()).toEqual(OTHERS);
    } finally {
      await world.end();
    }
  });
});
