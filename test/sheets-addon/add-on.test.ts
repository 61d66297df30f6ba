import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import {
  describedPosition,
  describeTracker,
  firstRowOf,
  type TrackerRows,
  wordsOf,
} from '#core/tracker/index.ts';
import { builtAddOn, type RunningAddOn, runAddOn } from './support/add-on.ts';
import { contentOf, readRows, setUpWith } from './support/fill.ts';
import { fixtureT } from './support/fixture-t.ts';
import type { FakeRange } from './support/stand-in/range.ts';

const CEILING_BYTES = 250_000;
const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
const T = fixtureT(wordsOf('en'));
let script: string;
let manifest: string;

beforeAll(async () => {
  ({ script, manifest } = await builtAddOn());
});

const setUpAddOn = (rows: TrackerRows = {}) => setUpWith(script, workbook, rows);

const content = (addOn: RunningAddOn) => ({
  sheets: addOn.world.sheets.map(contentOf),
  names: [...addOn.world.names],
  marks: addOn.world.metadata.map(({ key, value, column }) => [key, value, column]),
});

describe('the bundle', () => {
  test('is small, and asks for no more than its own document and its menu', () => {
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(CEILING_BYTES);
    expect(JSON.parse(manifest)).toMatchObject({
      runtimeVersion: 'V8',
      oauthScopes: [
        'https://www.googleapis.com/auth/script.container.ui',
        'https://www.googleapis.com/auth/spreadsheets.currentonly',
      ],
    });
  });

  test('starts with nothing but the language: no timer, no fetch, no URL, and no call of a service', () => {
    const context = createContext({});
    runInContext(script, context);
    const there = runInContext(
      '[typeof onOpen, typeof onInstall, typeof setUp, typeof checkTrackerNow]',
      context,
    );
    expect([...there]).toEqual(['function', 'function', 'function', 'function']);
  });

  test('every entry of the menu calls a function that is there', () => {
    const addOn = runAddOn(script);
    addOn.call('onOpen');
    const [menu] = addOn.world.menus;
    const context = createContext({});
    runInContext(script, context);
    const kinds = menu!.items.map(([, call]) => runInContext(`typeof ${call}`, context));
    expect(kinds).toEqual(menu!.items.map(() => 'function'));
    expect(menu!.items.length).toBeGreaterThan(1);
  });
});

describe('set up', () => {
  test('makes the described tabs in their order, headers and all', () => {
    const addOn = setUpAddOn();
    expect(addOn.world.sheets.map(({ name }) => name)).toEqual(workbook.tabs.map(({ title }) => title));
    expect(addOn.world.alerts.map(({ text }) => text)).toEqual(['The tracker is ready.']);
    const contacts = addOn.sheet('Contacts');
    const headers = [1, 2, 3, 4, 5, 6, 7, 8].map((column) => contacts.at(1, column).value);
    expect(headers).toEqual(['Engagement', 'Customer', 'Name', 'E-mail', 'Phone', 'From', 'Until', 'Status']);
  });

  test('run again and again, changes nothing', () => {
    const addOn = setUpAddOn(T);
    const before = content(addOn);
    addOn.call('setUp');
    addOn.call('setUp');
    expect(content(addOn)).toEqual(before);
  });

  test('keeps the calendars that the tracker offers, and offers them all', () => {
    const addOn = setUpAddOn(T);
    const offered = ['berlin', 'seoul', 'madrid'];
    const lists = workbook.tabs.find(({ id }) => id === 'lists')!;
    const column = describedPosition(lists, 'calendar') + 1;
    for (const [place, id] of offered.entries()) {
      addOn.sheet('Lists').at(firstRowOf(lists) + place, column).value = id;
    }
    addOn.call('setUp');
    expect(readRows(addOn, workbook, 'lists', ['calendar'])).toEqual(
      offered.map((calendar) => ({ calendar })),
    );
    const engagements = workbook.tabs.find(({ id }) => id === 'engagements')!;
    const chosen = addOn.sheet('Engagements').at(2, describedPosition(engagements, 'calendar') + 1);
    const [{ fake: list }] = (chosen.validation as { requireValueInRange: [{ fake: FakeRange }] })
      .requireValueInRange;
    expect([list.sheet.name, list.column, list.rows]).toEqual(['Lists', column, 3]);
  });

  test.each(['de', 'zh_CN'])('leaves a tracker in its own language, whoever repairs it (%s)', (locale) => {
    const addOn = setUpAddOn(T);
    const before = content(addOn);
    addOn.world.locale = locale;
    addOn.call('setUp');
    expect(content(addOn)).toEqual(before);
    addOn.call('checkTrackerNow');
    const statuses = readRows(addOn, workbook, 'violations', ['status']).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(['Violation', 'Warning']));
    // It speaks to its user in theirs.
    expect(addOn.world.alerts.at(-1)!.text).not.toContain('violations');
  });

  test("keeps people's own rules, formats, notes and formulas", () => {
    const addOn = setUpAddOn(T);
    const contacts = addOn.sheet('Contacts');
    const own = { formula: '=$C2="Ana"', ranges: ['A2:C100'], background: '#00ff00' };
    contacts.rules.unshift(own);
    contacts.columns += 1;
    Object.assign(contacts.at(3, 3), { ground: '#abcdef', weight: 'bold', note: 'ask her' });
    Object.assign(contacts.at(3, contacts.columns), { formula: '=LEN(C3)' });
    const described = contacts.rules.length;
    addOn.call('setUp');
    expect(contacts.rules[0]).toEqual(own);
    expect(contacts.rules).toHaveLength(described);
    expect(contacts.at(3, 3)).toMatchObject({ ground: '#abcdef', weight: 'bold', note: 'ask her' });
    expect(contacts.at(3, contacts.columns).formula).toBe('=LEN(C3)');
  });

  test('a column that was missing comes back dressed, a helper out of sight, and the others stay as they are', () => {
    const addOn = setUpAddOn(T);
    const contacts = addOn.sheet('Contacts');
    const [all, status] = [contacts.columns, 8];
    contacts.deleteColumn(all);
    contacts.deleteColumn(status);
    contacts.hidden.clear();
    contacts.at(1, 1).ground = '#abcdef';
    addOn.call('setUp');
    expect(contacts.at(1, all - 1)).toMatchObject({ value: 'Status', ground: '#64748b', ink: '#ffffff' });
    expect([...contacts.hidden]).toEqual([all]);
    expect(contacts.at(1, 1).ground).toBe('#abcdef');
  });

  test('warns whoever changes a formula, locks nothing, and keeps what people have protected', () => {
    const addOn = setUpAddOn(T);
    const contacts = addOn.sheet('Contacts');
    const described = contacts.protections.map(({ range, isWarning }) => [range, isWarning]);
    const tab = workbook.tabs.find(({ id }) => id === 'contacts')!;
    const computed = tab.columns.filter(({ formula }) => formula !== undefined).length;
    const width = (range: unknown) => {
      const [from, to] = String(range).split(':') as [string, string];
      return columnNumber(to) - columnNumber(from) + 1;
    };
    expect(described.every(([, isWarning]) => isWarning)).toBe(true);
    expect(described.reduce((sum, [range]) => sum + width(range), 0)).toBe(computed);
    const own = { range: 'C2:C9', description: 'Mo’s', isWarning: false };
    contacts.protections = [own, { ...contacts.protections[0]!, range: 'A2:A4' }];
    addOn.call('setUp');
    expect(contacts.protections[0]).toEqual(own);
    expect(contacts.protections.slice(1).map(({ range, isWarning }) => [range, isWarning])).toEqual(
      described,
    );
  });

  test('rules-pile-up: rules that pasting has doubled and split are whole again', () => {
    const addOn = setUpAddOn(T);
    const contacts = addOn.sheet('Contacts');
    const described = structuredClone(contacts.rules);
    contacts.rules = [
      ...described.flatMap((rule) => [
        { ...rule, ranges: ['A2:A4'] },
        { ...rule, ranges: ['A6:A1001'] },
      ]),
      ...described,
    ];
    addOn.call('setUp');
    expect(contacts.rules).toEqual(described);
  });

  test('leaves the document alone while somebody else is at it, and says so', () => {
    const addOn = setUpAddOn(T);
    const before = content(addOn);
    addOn.world.lockedByOthers = true;
    addOn.call('setUp');
    expect(content(addOn)).toEqual(before);
    expect(addOn.world.alerts.at(-1)!.text).toMatch(/^Somebody else is setting up/);
    expect(addOn.world.locked).toBe(false);
  });

  test('frees the document after a failure, which it tells in words', () => {
    const addOn = setUpAddOn();
    addOn.world.metadata.splice(0);
    addOn.sheet('Contacts').name = 'Kept';
    addOn.sheet('Cases').addColumns = () => {
      throw new Error('This action would increase the number of cells above the limit.');
    };
    addOn.sheet('Cases').at(1, 1).value = 'another header';
    addOn.call('setUp');
    expect(addOn.world.alerts.at(-1)!.text).toMatch(/above the limit/);
    expect(addOn.world.locked).toBe(false);
  });
});

function columnNumber(cell: string): number {
  const letters = cell.replace(/\d+$/, '');
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

describe('calls of Google’s services', () => {
  test('rows-without-end: are as many for thousands of rows as for a hundred', () => {
    const many = (count: number): TrackerRows => ({
      ...T,
      cases: Array.from({ length: count }, (_, n) => ({ ...T.cases![n % 31], id: `K-${n}` })),
      activities: Array.from({ length: count }, (_, n) => ({ ...T.activities![n % 7], id: `A-${n}` })),
    });
    const callsFor = (count: number) => {
      const addOn = setUpAddOn(many(count));
      addOn.callsSince();
      addOn.call('setUp');
      const setUp = addOn.callsSince();
      addOn.call('checkTrackerNow');
      return { setUp, check: addOn.callsSince() };
    };
    const hundred = callsFor(100);
    expect(callsFor(2000)).toEqual(hundred);
    // Four to find each column by its mark, and a score for each tab.
    const columns = workbook.tabs.flatMap((tab) => tab.columns.filter(({ role }) => role !== 'helper'));
    expect(hundred.check).toBeLessThan(4 * columns.length + 20 * workbook.tabs.length);
  });
});
