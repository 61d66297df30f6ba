/** What people have protected: it stays theirs, and where it stands in the way that is said before anything is written. */
import { describe, expect, test } from 'vitest';
import type { NewRow } from '../../sheets-addon/sidebar/protocol.ts';
import { contentOf } from './support/fill.ts';
import { a1, type FakeProtection, type FakeSheet } from './support/stand-in/fake-sheet.ts';
import { trackerOfEachTest } from './support/tracker-of-each-test.ts';

const addOn = trackerOfEachTest();

const content = () => ({
  sheets: addOn.world.sheets.map(contentOf),
  marks: addOn.world.metadata.map(({ key, value, column }) => [key, value, column]),
});
const said = () => addOn.world.alerts.at(-1)!.text;

describe('a protection of somebody’s own', () => {
  test.each([
    ['that locks', false],
    ['that only warns', true],
  ])('%s, without a word to it, over exactly one of our ranges: both stay', (_, isWarning) => {
    const contacts = addOn.sheet('Contacts');
    const ours = [...contacts.protections];
    const own: FakeProtection = { range: ours[0]!.range, description: '', isWarning };
    contacts.protections = [own, ...ours];
    addOn.call('setUp');
    expect(contacts.protections).toEqual([own, ...ours]);
    contacts.protections = [own];
    addOn.call('setUp');
    expect(contacts.protections).toEqual([own, ...ours]);
  });

  test('is told from one of ours that a run left behind as it broke off, which would lock people out', () => {
    const contacts = addOn.sheet('Contacts');
    const ours = structuredClone(contacts.protections);
    contacts.protections = [];
    const from = addOn.world.trace.length;
    addOn.call('setUp');
    const after = addOn.world.trace.indexOf('Range.protect', from) + 1 - from;
    contacts.protections = [];
    addOn.world.faults.next = { after, isDone: false };
    addOn.call('setUp');
    expect(contacts.protections).toEqual([{ range: ours[0]!.range, description: '', isWarning: false }]);
    addOn.call('setUp');
    expect(contacts.protections).toEqual(ours);
    expect(addOn.world.metadata.filter(({ key }) => key === 'dueline-warning')).toEqual([]);
  });
});

describe('a place that is protected against whoever is at work', () => {
  const lock = (sheet: string, more: Partial<FakeProtection>) => {
    const locked = { range: 'H2:H9', description: 'Mo’s', isWarning: false, isLocked: true, ...more };
    addOn.sheet(sheet).protections.push(locked);
  };
  const NOT = (place: string) => `You may not write into ${place}: somebody has protected it.`;

  test.each([
    ['a range', { range: 'H2:H9' }, "'Contacts'!H2:H9"],
    ['a whole tab', { range: 'A1:Z1000', isOfSheet: true }, "'Contacts'!A1:Z1000"],
  ])('%s: a repair names it with its tab, and writes nothing at all', (_, more, place) => {
    lock('Contacts', more);
    addOn.sheet('Contacts').rules = [];
    addOn.sheet('Customers').at(2, 3).validation = null;
    const before = content();
    addOn.call('setUp');
    expect(said()).toContain(NOT(place));
    expect(content()).toEqual(before);
    const answer = addOn.ask({ ask: 'set-up', language: 'en' });
    expect(answer).toMatchObject({ kind: 'failed', text: expect.stringContaining(NOT(place)) });
    expect(content()).toEqual(before);
  });

  test('the check writes into both of its tabs or into neither', () => {
    lock('Deliverables', { range: 'A1:C90' });
    const before = content();
    addOn.call('checkTrackerNow');
    expect(said()).toContain(NOT("'Deliverables'!A1:C90"));
    expect(content()).toEqual(before);
  });

  test.each(['Deliverables', 'Violations'])(
    'so it does where %s would have to get rows, though all of its cells are open',
    (title) => {
      const sheet = addOn.sheet(title);
      sheet.rows = 4;
      const whole = a1(1, 1, sheet.rows, sheet.columns);
      lock(title, { range: whole, isOfSheet: true, open: [whole] });
      const before = content();
      addOn.call('checkTrackerNow');
      expect(said()).toContain(NOT(`'${title}'!${whole}`));
      expect(content()).toEqual(before);
      sheet.protections = [];
      addOn.call('checkTrackerNow');
      expect([sheet.rows > 4, addOn.sheet('Violations').at(5, 1).value]).toEqual([true, 'Violation']);
    },
  );

  test('a column of one’s own that is protected before those of the check stands in nobody’s way', () => {
    const sheet = addOn.sheet('Deliverables');
    sheet.insertColumn(1);
    lock('Deliverables', { range: 'A1:A90' });
    addOn.call('checkTrackerNow');
    expect(sheet.at(5, 2).value).toBe('E-1');
  });

  test('an engagement with its customer is added whole or not at all; other rows of the tab stand in nobody’s way', () => {
    const rows: NewRow[] = [
      { tab: 'customers', cells: { id: 'C-D', name: 'Customer D' } },
      { tab: 'engagements', cells: { id: 'E-5', customer: 'C-D' } },
    ];
    lock('Engagements', { range: 'A1:Z50' });
    const before = content();
    const add = () => addOn.ask({ ask: 'add', key: 'key-1', rows });
    expect(add()).toMatchObject({ text: expect.stringContaining(NOT("'Engagements'!A1:Z50")) });
    expect(content()).toEqual(before);
    addOn.sheet('Engagements').protections.at(-1)!.range = 'A2:Z4';
    expect(add()).toMatchObject({ kind: 'added', place: 'Customers: 5; Engagements: 6' });
  });

  test.each<[string, string[], boolean]>([
    ['just the cells that are filled', ['A6:B6'], true],
    ['cells side by side, each open by itself', ['B1:B50', 'A6', 'D1:Z9'], true],
    ['one of the cells alone', ['A6', 'B7:B50'], false],
    ['other cells', ['A1:Z5', 'C1:Z50'], false],
  ])('a tab that is protected but for %s', (_, open, isFree) => {
    const cells = { id: 'E-5', customer: 'C-A' };
    lock('Engagements', { range: 'A1:Z1000', isOfSheet: true, open });
    const before = content();
    const answer = addOn.ask({ ask: 'add', key: 'key-1', rows: [{ tab: 'engagements', cells }] });
    if (isFree) return expect(answer).toMatchObject({ kind: 'added', place: 'Engagements: 6' });
    expect(answer).toMatchObject({ text: expect.stringContaining(NOT("'Engagements'!A1:Z1000")) });
    expect(content()).toEqual(before);
  });

  test.each<[string, (contacts: FakeSheet) => void]>([
    [
      'rows',
      (contacts) => {
        contacts.rows = 900;
      },
    ],
    ['a column', (contacts) => contacts.deleteColumn(contacts.columns)],
  ])(
    'a tab that is to get %s is named where it is protected, though all of its cells are open',
    (_, lack) => {
      const contacts = addOn.sheet('Contacts');
      lack(contacts);
      const whole = a1(1, 1, contacts.rows, contacts.columns);
      lock('Contacts', { range: whole, isOfSheet: true, open: [whole] });
      const before = content();
      addOn.call('setUp');
      expect(said()).toContain(NOT(`'Contacts'!${whole}`));
      expect(content()).toEqual(before);
    },
  );

  test('a row below the last one of such a tab is not added; one in it is', () => {
    const engagements = addOn.sheet('Engagements');
    engagements.rows = 6;
    const whole = a1(1, 1, engagements.rows, engagements.columns);
    lock('Engagements', { range: whole, isOfSheet: true, open: [whole] });
    const add = (id: string) =>
      addOn.ask({ ask: 'add', key: id, rows: [{ tab: 'engagements', cells: { id, customer: 'C-A' } }] });
    expect(add('E-5')).toMatchObject({ kind: 'added', place: 'Engagements: 6' });
    const before = content();
    expect(add('E-6')).toMatchObject({ text: expect.stringContaining(NOT(`'Engagements'!${whole}`)) });
    expect(content()).toEqual(before);
  });

  test.each<[string, Partial<FakeProtection>]>([
    ['in which they may write', { isLocked: false }],
    ['that only warns', { isWarning: true }],
    ['beside the table', { range: 'AZ1:BA9' }],
  ])('one %s stands in nobody’s way', (_, more) => {
    const contacts = addOn.sheet('Contacts');
    contacts.columns = 60;
    lock('Contacts', more);
    addOn.call('setUp');
    expect(said()).toBe('The tracker is ready.');
  });
});
