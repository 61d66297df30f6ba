import { beforeAll, describe, expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { describeTracker, type TrackerRows, wordsOf } from '#core/tracker/index.ts';
import type { DailyFacts } from '../../sheets-addon/sidebar/protocol.ts';
import { builtAddOn, type RunningAddOn } from './support/add-on.ts';
import { readRows, setUpWith, typeRow } from './support/fill.ts';
import { day, fixtureT } from './support/fixture-t.ts';

const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
const T = fixtureT(wordsOf('en'));
const TO = 'mo@vendor.example';
let script: string;

beforeAll(async () => {
  ({ script } = await builtAddOn());
});

function dailyOf(addOn: RunningAddOn): DailyFacts {
  const told = addOn.ask({ ask: 'settings' });
  if (told.kind !== 'settings') throw new Error(JSON.stringify(told));
  return told.facts.daily;
}

function switchedOn(rows: TrackerRows = T): RunningAddOn {
  const addOn = setUpWith(script, workbook, rows);
  addOn.world.allows = true;
  addOn.ask({ ask: 'daily', to: TO, hour: 9 });
  return addOn;
}

const runs = (addOn: RunningAddOn, id = addOn.world.triggers[0]!.id) => addOn.trigger(id);

describe('switching the daily check on', () => {
  test('asks nothing of anybody until then, and leads to Google’s page where it is not allowed yet', () => {
    const addOn = setUpWith(script, workbook, T);
    addOn.call('checkTrackerNow');
    expect([...addOn.world.calls.keys()].filter((call) => /ScriptApp|MailApp/.test(call))).toEqual([]);
    expect(dailyOf(addOn)).toMatchObject({
      isOn: false,
      isAllowed: false,
      page: 'https://accounts.example/consent',
    });
    addOn.ask({ ask: 'daily', to: TO, hour: 9 });
    expect(addOn.world.triggers).toEqual([]);
    expect(dailyOf(addOn).isOn).toBe(false);
  });

  test('makes one trigger, however often it is done, in the tracker’s zone; switching off takes it away', () => {
    const addOn = switchedOn();
    addOn.world.zone = 'Asia/Seoul';
    for (const hour of [9, 9, 10]) addOn.ask({ ask: 'daily', to: TO, hour });
    expect(addOn.world.triggers.map(({ handler, when }) => [handler, when])).toEqual([
      ['dailyCheck', 'everyDays 1, atHour 10, inTimezone Asia/Seoul'],
    ]);
    expect(dailyOf(addOn)).toMatchObject({ isOn: true, to: TO, hour: 10, last: null });
    addOn.ask({ ask: 'daily', to: null, hour: 10 });
    expect(addOn.world.triggers).toEqual([]);
    expect(dailyOf(addOn).isOn).toBe(false);
  });

  test('of two accounts’ triggers the later one counts; the other takes itself away', () => {
    const addOn = switchedOn();
    const [first] = addOn.world.triggers;
    addOn.world.account = 'you';
    addOn.ask({ ask: 'daily', to: 'you@vendor.example', hour: 8 });
    expect(addOn.world.triggers).toHaveLength(2);
    addOn.world.account = 'me';
    runs(addOn, first!.id);
    expect(addOn.world.triggers.map(({ account }) => account)).toEqual(['you']);
    expect(addOn.world.mails).toEqual([]);
    expect(dailyOf(addOn)).toMatchObject({ isOn: true, to: 'you@vendor.example', last: null });
  });
});

describe('a run', () => {
  test('writes the findings and mails those that nobody has taken note of, as plain text', () => {
    const customers = T.customers!.map((row) => (row.id === 'C-A' ? { ...row, name: '<b>=A</b>' } : row));
    const addOn = switchedOn({ ...T, customers });
    runs(addOn);
    const rows = readRows(addOn, workbook, 'violations', ['status', 'subject', 'finding']);
    expect(rows.length).toBeGreaterThan(17);
    const [mail] = addOn.world.mails;
    expect(mail!.to).toBe(TO);
    expect(mail!.subject).toBe(`Our tracker: ${rows.length} findings to look at`);
    expect(mail!.body).toContain('E-1 · <b>=A</b>\n10.01 hours in 2026-W24');
    expect(mail!.body).toContain('https://sheets.example/tracker');
    expect(mail!.body).not.toMatch(/\bdaily\.\w/);
    expect(dailyOf(addOn).last).toEqual({
      at: '2026-06-15T10:00:00.000Z',
      text: `Checked; a digest went to ${TO}.`,
      isProblem: false,
    });
    // What somebody has taken note of is told no more.
    for (const place of rows.keys()) typeRow(addOn, workbook, 'violations', place, { acknowledgedBy: 'Mo' });
    runs(addOn);
    expect(addOn.world.mails).toHaveLength(1);
    expect(dailyOf(addOn).last!.text).toBe('Checked; there was nothing to tell.');
  });

  test.each([
    ['on a Sunday', '2026-06-14T10:00Z', []],
    ['before the office opens', '2026-06-15T08:59Z', []],
    ['on a day on which every calendar is closed', '2026-06-15T10:00Z', ['berlin', 'seoul']],
  ])('checks, and mails nobody, %s', (_, now, closed) => {
    const calendar = closed.map((id) => ({
      kind: 'holiday',
      from: day('2026-06-15'),
      calendar: id,
    }));
    const addOn = switchedOn({ ...T, calendar });
    addOn.world.clock.nowMs = Date.parse(now);
    runs(addOn);
    expect(readRows(addOn, workbook, 'violations', ['status']).length).toBeGreaterThan(0);
    expect(addOn.world.mails).toEqual([]);
    expect(dailyOf(addOn).last!.text).toBe('Checked; no mail, as nobody is served at that hour.');
  });

  test('says so where Google lets it send no more, where a tab is gone, and where a service fails', () => {
    const addOn = switchedOn();
    addOn.world.mailQuota = 0;
    runs(addOn);
    expect(dailyOf(addOn).last!.text).toContain('no more mail today');
    addOn.world.mailQuota = 5;
    addOn.world.faults.next = { after: 40, isDone: false };
    runs(addOn);
    expect(dailyOf(addOn).last).toMatchObject({ isProblem: true, text: expect.stringContaining('failed') });
    addOn.world.metadata.splice(0);
    addOn.sheet('Cases').name = 'Elsewhere';
    runs(addOn);
    expect(addOn.world.mails.at(-1)).toMatchObject({
      subject: 'Our tracker: the daily check could not run',
      body: expect.stringContaining('The tab Cases is missing.'),
    });
    expect(addOn.world.locked).toBe(false);
  });

  test('waits for somebody else, three times at most, and leaves one trigger', () => {
    const addOn = switchedOn();
    const [daily] = addOn.world.triggers;
    addOn.world.lockedByOthers = true;
    for (let wait = 1; wait <= 3; wait++) {
      runs(addOn, addOn.world.triggers.at(-1)!.id);
      expect(addOn.world.triggers.map(({ when }) => when)).toEqual([daily!.when, 'after 600000']);
    }
    runs(addOn, addOn.world.triggers.at(-1)!.id);
    expect(addOn.world.triggers).toEqual([daily]);
    expect(dailyOf(addOn).last).toMatchObject({ isProblem: true, text: expect.stringMatching(/^Somebody/) });
  });
});

describe('a run that is longer than Google allows', () => {
  test('goes on where it was, step by step, and does each step once', () => {
    const addOn = switchedOn();
    const [daily] = addOn.world.triggers;
    addOn.callsSince();
    runs(addOn);
    const inOne = addOn.callsSince();
    const once = contentOfFindings(addOn);
    const slow = switchedOn();
    // Each step takes so long that the next one is put off.
    slow.world.clock.perCallMs = Math.ceil((4 * 60_000) / (inOne / 2));
    const met: string[] = [];
    runs(slow);
    // What is done is said meanwhile; of the three steps one at least.
    expect(dailyOf(slow).underWay).toMatchObject({ done: expect.any(Number), of: 3 });
    expect(dailyOf(slow).underWay!.done).toBeGreaterThan(0);
    while (slow.world.triggers.length > 1 && met.length < 10) {
      met.push(slow.world.triggers[1]!.when);
      slow.world.clock.nowMs = Date.parse('2026-06-15T10:00Z');
      runs(slow, slow.world.triggers[1]!.id);
    }
    expect(met.length).toBeGreaterThan(0);
    expect(new Set(met)).toEqual(new Set(['after 60000']));
    expect(slow.world.triggers.map(({ when }) => when)).toEqual([daily!.when]);
    expect(contentOfFindings(slow)).toEqual(once);
    expect(slow.world.mails).toHaveLength(1);
    expect(dailyOf(slow).underWay).toBe(null);
  });

  test('cut off in the middle, it says so and starts anew the next day', () => {
    const addOn = switchedOn();
    const state = JSON.parse(addOn.world.properties.get('daily')!) as object;
    addOn.world.properties.set('daily', JSON.stringify({ ...state, step: 1, isUnderWay: true }));
    runs(addOn);
    expect(dailyOf(addOn).last).toMatchObject({
      isProblem: true,
      text: `A run was cut off before its end; Google gives one six minutes. Checked; a digest went to ${TO}.`,
    });
    expect(readRows(addOn, workbook, 'violations', ['status']).length).toBeGreaterThan(0);
  });
});

function contentOfFindings(addOn: RunningAddOn) {
  return [
    readRows(addOn, workbook, 'violations', ['status', 'subject', 'finding']),
    readRows(addOn, workbook, 'deliverables', ['engagement', 'deliverable', 'status']),
  ];
}
