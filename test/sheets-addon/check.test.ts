import { beforeAll, describe, expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { describeTracker, type Row, type TrackerRows, wordsOf } from '#core/tracker/index.ts';
import { builtAddOn } from './support/add-on.ts';
import { readRows, setUpWith, typeRow } from './support/fill.ts';
import { day, fixtureT } from './support/fixture-t.ts';

const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
const T = fixtureT(wordsOf('en'));
let script: string;

beforeAll(async () => {
  ({ script } = await builtAddOn());
});

const setUpAddOn = (rows: TrackerRows = T) => setUpWith(script, workbook, rows);

describe('check', () => {
  const COLUMNS = ['status', 'subject', 'rule', 'rows'];

  test('explains each finding of fixture T, with its rows', () => {
    const addOn = setUpAddOn(T);
    addOn.call('checkTrackerNow');
    const rows = readRows(addOn, workbook, 'violations', COLUMNS);
    const ofLimits = [
      { subject: 'Mo One', rule: 'Cases in hand', rows: 'Cases: 17' },
      { subject: 'E-1 · Customer A', rule: 'Contacts', rows: 'Contacts: 5' },
      { subject: 'E-3 · Customer B', rule: 'Work outside service hours', rows: 'Activities: 7' },
      { subject: 'E-1 · Customer A', rule: 'Hours in the week', rows: 'Activities: 2, 3, 4' },
      { subject: 'E-3 · Customer B', rule: 'Hours in the week', rows: 'Activities: 7' },
    ];
    const named = rows.filter(({ status, rows: places }) => status === 'Violation' && places !== '');
    expect(named).toEqual(ofLimits.map((finding) => ({ ...finding, status: 'Violation' })));
    // Nothing was done in May: three deliverables of E-1, E-2 and E-4 each, three weekly calls.
    expect(rows.filter(({ status }) => status === 'Violation')).toHaveLength(5 + 3 * 3 + 3);
    const said = readRows(addOn, workbook, 'violations', ['rule', 'finding', 'whatToDo', 'clause']);
    // A sentence that the bundle left out would show its key.
    const bare = said
      .flatMap((row) => Object.values(row))
      .filter((text) => /^[a-z]+\.[a-z-]+$/.test(String(text)));
    expect(bare).toEqual([]);
    expect(addOn.world.alerts.at(-1)!.text).toMatch(/^17 violations, explained on the Violations tab\./);
  });

  test('an empty tracker owes nobody a deliverable that nobody has written down', () => {
    const addOn = setUpAddOn({ ...T, activities: [], cases: [], contacts: [] });
    addOn.call('checkTrackerNow');
    const rows = readRows(addOn, workbook, 'violations', COLUMNS);
    expect(rows.filter(({ status }) => status === 'Violation')).toEqual([]);
    // It looks at deliverables, calls and answers as well as at limits.
    expect(addOn.world.alerts.at(-1)!.text).toMatch(/^The check found no violation\./);
  });

  test('says of each deliverable what is due, done and missed, and when it was last given', () => {
    const review = (date: string, engagement: string) => ({
      date: day(date),
      engagement,
      hours: 1,
      deliverable: 'Service reviews',
    });
    const activities = [
      review('2026-06-10', 'E-1'),
      review('2026-05-29', 'E-1'),
      review('2026-05-04', 'E-4'),
    ];
    const addOn = setUpAddOn({ ...T, activities });
    addOn.call('checkTrackerNow');
    const said = ['engagement', 'deliverable', 'frequency', 'status', 'dueUntil', 'lastDone'];
    const rows = readRows(addOn, workbook, 'deliverables', said);
    const reviews = rows.filter(({ deliverable }) => deliverable === 'Service reviews');
    const [monthly, quarterly] = ['monthly', 'quarterly'].map((frequency) => ({
      deliverable: 'Service reviews',
      frequency,
    }));
    // On Monday 15 June: Premium monthly, Standard quarterly, TSAM not stated.
    expect(reviews).toEqual([
      {
        ...monthly,
        engagement: 'E-1',
        status: 'Missed: 2026-02, 2026-03, 2026-04',
        dueUntil: '',
        lastDone: day('2026-06-10'),
      },
      {
        ...monthly,
        engagement: 'E-2',
        status: 'Missed: 2026-02, 2026-03, 2026-04, 2026-05',
        dueUntil: day('2026-06-30'),
        lastDone: '',
      },
      {
        ...monthly,
        engagement: 'E-3',
        frequency: 'Not stated',
        status: 'Not stated',
        dueUntil: '',
        lastDone: '',
      },
      {
        ...quarterly,
        engagement: 'E-4',
        status: 'Missed: 2025-Q2, 2025-Q3, 2025-Q4, 2026-Q1',
        dueUntil: '',
        lastDone: day('2026-05-04'),
      },
    ]);
    const calls = rows.filter(({ deliverable }) => deliverable === 'Weekly call');
    expect(calls.map(({ engagement, dueUntil }) => [engagement, dueUntil])).toEqual(
      ['E-1', 'E-2', 'E-3'].map((engagement) => [engagement, day('2026-06-21')]),
    );
  });

  test('says what to do, and on which part of the contract a finding rests', () => {
    const addOn = setUpAddOn(T);
    addOn.call('checkTrackerNow');
    const said = ['subject', 'rule', 'finding', 'whatToDo', 'clause', 'since'];
    expect(readRows(addOn, workbook, 'violations', said)).toContainEqual({
      subject: 'E-1 · Customer A',
      rule: 'Hours in the week',
      finding: '10.01 hours in 2026-W24; an engagement should not take more than 10.',
      whatToDo: expect.stringMatching(/./),
      clause: expect.stringMatching(/./),
      since: '2026-W24',
    });
  });

  test('keeps who took note of a finding and why, also when it is gone', () => {
    const addOn = setUpAddOn(T);
    addOn.call('checkTrackerNow');
    const finding = { subject: 'E-3 · Customer B', rule: 'Hours in the week' };
    const acknowledged = { acknowledgedBy: 'Mo', reason: '=agreed on the phone' };
    const isFinding = (row: Row) => row.subject === finding.subject && row.rule === finding.rule;
    const place = readRows(addOn, workbook, 'violations', COLUMNS).findIndex(isFinding);
    typeRow(addOn, workbook, 'violations', place, acknowledged);
    const wanted = ['status', 'subject', 'rule', 'acknowledgedBy', 'reason'];
    const found = () => readRows(addOn, workbook, 'violations', wanted).filter(isFinding);
    // The one above it goes; the noted one moves up, and its note with it.
    typeRow(addOn, workbook, 'activities', 0, { hours: 0 });
    addOn.call('checkTrackerNow');
    expect(found()).toEqual([{ ...finding, ...acknowledged, status: 'Violation' }]);
    typeRow(addOn, workbook, 'activities', 5, { hours: 1 });
    addOn.call('checkTrackerNow');
    expect(found()).toEqual([{ ...finding, ...acknowledged, status: 'no longer found' }]);
  });

  test('one row of each engagement says how many of its violations nobody has taken note of', () => {
    const addOn = setUpAddOn(T);
    const counts = () => {
      addOn.call('checkTrackerNow');
      const rows = readRows(addOn, workbook, 'violations', [
        'engagement',
        'open',
        'subject',
        'status',
        'key',
      ]);
      const violations = (id: string) =>
        rows.filter(({ subject, status }) => status === 'Violation' && String(subject).startsWith(`${id} ·`));
      const said = rows.filter(({ engagement }) => engagement !== '');
      return { violations, said: said.map(({ engagement, open }) => [engagement, open]) };
    };
    const { violations, said } = counts();
    const own = violations('E-3');
    expect(own.length).toBeGreaterThan(1);
    expect(said).toContainEqual(['E-3', own.length]);
    expect(new Set(said.map(([engagement]) => engagement)).size).toBe(said.length);
    const keys = readRows(addOn, workbook, 'violations', ['key']).map(({ key }) => key);
    typeRow(addOn, workbook, 'violations', keys.indexOf(own[0]!.key), { acknowledgedBy: 'Mo' });
    expect(counts().said).toContainEqual(['E-3', own.length - 1]);
  });

  test('a note that was taken on a ticket stands beside its finding until it is taken back', () => {
    const addOn = setUpAddOn(T);
    addOn.call('checkTrackerNow');
    const isFinding = (row: Row) => row.subject === 'E-3 · Customer B' && row.rule === 'Hours in the week';
    const place = readRows(addOn, workbook, 'violations', COLUMNS).findIndex(isFinding);
    const { key } = readRows(addOn, workbook, 'violations', ['key'])[place]!;
    const found = () =>
      readRows(addOn, workbook, 'violations', ['subject', 'rule', 'acknowledgedBy', 'reason']).find(
        isFinding,
      );
    const line = { about: key, engagement: 'E-3', by: 'Mo', reason: '=agreed on the phone' };
    const first = { ...line, decision: 'taken note of', at: '2026-06-15T08:00:00.000Z', id: 'log-1' };
    typeRow(addOn, workbook, 'decisions', 0, first);
    addOn.call('checkTrackerNow');
    expect(found()).toMatchObject({ acknowledgedBy: 'Mo', reason: '=agreed on the phone' });
    const back = { ...line, decision: 'note taken back', at: '2026-06-15T09:00:00.000Z', id: 'log-2' };
    typeRow(addOn, workbook, 'decisions', 1, back);
    addOn.call('checkTrackerNow');
    expect(found()).toMatchObject({ acknowledgedBy: '', reason: '' });
    // What somebody typed beside the finding is theirs, whatever the journal says.
    typeRow(addOn, workbook, 'violations', place, { acknowledgedBy: 'Lea', reason: 'seen' });
    addOn.call('checkTrackerNow');
    expect(found()).toMatchObject({ acknowledgedBy: 'Lea', reason: 'seen' });
  });

  test('moved-columns: finds columns where people have put them, and names the one that they took away', () => {
    const addOn = setUpAddOn(T);
    addOn.call('checkTrackerNow');
    const before = readRows(addOn, workbook, 'violations', COLUMNS);
    const renamed = (row: Row) => ({
      ...row,
      rows: String(row.rows).replace('Activities:', 'What we did:'),
    });
    const activities = addOn.sheet('Activities');
    activities.moveColumn(4, 1);
    activities.at(1, 1).value = 'How long';
    activities.insertColumn(2);
    activities.name = 'What we did';
    addOn.call('checkTrackerNow');
    expect(readRows(addOn, workbook, 'violations', COLUMNS)).toEqual(before.map(renamed));
    activities.deleteColumn(1);
    const writes = addOn.world.sheets.map((sheet) => sheet.writes);
    addOn.call('checkTrackerNow');
    expect(addOn.world.alerts.at(-1)!.text).toBe(
      'The tab What we did has no column Hours. Run “Set up or repair”; nothing was written.',
    );
    expect(addOn.world.sheets.map((sheet) => sheet.writes)).toEqual(writes);
  });
});
