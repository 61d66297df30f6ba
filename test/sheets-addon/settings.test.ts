import { beforeAll, expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { describedPosition, describeTracker, firstRowOf, tabOf, wordsOf } from '#core/tracker/index.ts';
import type { Settings } from '../../sheets-addon/sidebar/protocol.ts';
import { builtAddOn, type RunningAddOn, runAddOn } from './support/add-on.ts';
import { contentOf, readRows, setUpWith } from './support/fill.ts';
import { day, fixtureT } from './support/fixture-t.ts';

const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
const T = fixtureT(wordsOf('en'));
const ZONES = { berlin: 'Europe/Berlin', seoul: 'Asia/Seoul' };
let script: string;

beforeAll(async () => {
  ({ script } = await builtAddOn());
});

function settingsOf(addOn: RunningAddOn): Settings {
  const told = addOn.ask({ ask: 'settings' });
  if (told.kind !== 'settings') throw new Error(JSON.stringify(told));
  return told.facts.settings;
}

const limitOf = ({ limits }: Settings, rule: string, tier: string) =>
  limits.find((one) => one.rule === rule && one.tier === tier)!.limit;

test('the settings are those of the tracker, and saving them unchanged writes nothing', () => {
  const addOn = setUpWith(script, workbook, T);
  const settings = settingsOf(addOn);
  expect(settings).toMatchObject({
    zone: 'Etc/UTC',
    calendars: [],
    businessDay: 'same-time',
    warnPercent: 80,
  });
  expect(limitOf(settings, 'contacts', 'premium')).toBe(3);
  expect(limitOf(settings, 'casesInHand', 'tsam')).toBe(30);
  expect(limitOf(settings, 'weeklyHours', 'standard')).toBe(null);
  const before = addOn.world.sheets.map(contentOf);
  expect(addOn.ask({ ask: 'save-settings', settings }).kind).toBe('settings');
  expect(addOn.world.sheets.map(contentOf)).toEqual(before);
});

test('a limit and a share that were changed count in the check and in the formulas’ cells', () => {
  const addOn = setUpWith(script, workbook, T);
  const settings = settingsOf(addOn);
  const limits = settings.limits.map((one) => {
    if (one.rule === 'weeklyHours' && one.tier === 'premium') return { ...one, limit: 12 };
    return one.rule === 'contacts' && one.tier === 'standard' ? { ...one, limit: 4 } : one;
  });
  addOn.ask({ ask: 'save-settings', settings: { ...settings, limits, warnPercent: 90 } });
  expect(settingsOf(addOn)).toEqual({ ...settings, limits, warnPercent: 90 });
  const rules = tabOf(workbook, 'rules');
  const row = firstRowOf(rules) + rules.rows.findIndex(({ id }) => id === 'weeklyHours');
  const cell = addOn.sheet('Rules').at(row, describedPosition(rules, 'tier:premium') + 1);
  expect(cell.value).toBe(12);
  addOn.call('checkTrackerNow');
  const found = readRows(addOn, workbook, 'violations', ['status', 'subject', 'rule']);
  const ofWeeks = found.filter(({ rule }) => rule === 'Hours in the week');
  // 10.01 of 12 and 10 of 12 are neither over it nor at 90 % of it.
  expect(ofWeeks).toEqual([{ status: 'Violation', subject: 'E-3 · Customer B', rule: 'Hours in the week' }]);
  expect(found).toContainEqual({ status: 'Violation', subject: 'E-4 · Customer C', rule: 'Contacts' });
});

test('a limit that was taken away is stated no more', () => {
  const addOn = setUpWith(script, workbook, T);
  const settings = settingsOf(addOn);
  const limits = settings.limits.map((one) => (one.rule === 'weeklyHours' ? { ...one, limit: null } : one));
  addOn.ask({ ask: 'save-settings', settings: { ...settings, limits } });
  expect(limitOf(settingsOf(addOn), 'weeklyHours', 'premium')).toBe(null);
  addOn.call('checkTrackerNow');
  const rules = readRows(addOn, workbook, 'violations', ['rule']).map(({ rule }) => rule);
  expect(rules).not.toContain('Hours in the week');
});

test('calendars are offered to engagements; fewer of them leave none behind', () => {
  const addOn = setUpWith(script, workbook, T);
  for (const calendars of [['berlin', 'seoul', '=1+1'], ['seoul'], []]) {
    addOn.ask({ ask: 'save-settings', settings: { ...settingsOf(addOn), calendars } });
    expect(settingsOf(addOn).calendars).toEqual(calendars);
    expect(readRows(addOn, workbook, 'lists', ['calendar'])).toEqual(
      calendars.map((calendar) => ({ calendar })),
    );
  }
});

test('the zone is the spreadsheet’s own; one that there is not is refused, and nothing saved', () => {
  const addOn = setUpWith(script, workbook, T);
  const settings = settingsOf(addOn);
  const refused = addOn.ask({
    ask: 'save-settings',
    settings: { ...settings, zone: 'Berlin', warnPercent: 50 },
  });
  expect(refused).toMatchObject({
    kind: 'failed',
    text: expect.stringContaining('“Berlin” is not a time zone'),
  });
  expect(settingsOf(addOn)).toEqual(settings);
  addOn.ask({ ask: 'save-settings', settings: { ...settings, zone: 'Europe/Berlin' } });
  expect(addOn.world.zone).toBe('Europe/Berlin');
});

test('the reading of the response target goes into cards and directories', () => {
  const addOn = setUpWith(script, workbook, T);
  addOn.ask({ ask: 'save-settings', settings: { ...settingsOf(addOn), businessDay: 'end-of-day' } });
  const told = addOn.ask({ ask: 'export', engagement: null, choices: { zones: ZONES, page: '' } });
  expect(told).toMatchObject({
    kind: 'export-rows',
    rulebook: { use: 'service-management', readings: { businessDay: 'end-of-day' } },
  });
});

test('the check goes by the reading that was chosen', () => {
  // Friday 09:30, Premium, one business day; it is Monday 10:00.
  const inquiries = [{ case: 'E-1-1', received: Number(day('2026-06-12')) + 9.5 / 24 }];
  const addOn = setUpWith(script, workbook, { ...T, inquiries });
  const late = () => {
    addOn.call('checkTrackerNow');
    const rows = readRows(addOn, workbook, 'violations', ['status', 'rule']);
    return rows.filter(({ status, rule }) => status === 'Violation' && rule === 'Answer owed').length;
  };
  expect(late()).toBe(1);
  addOn.ask({ ask: 'save-settings', settings: { ...settingsOf(addOn), businessDay: 'end-of-day' } });
  expect(late()).toBe(0);
});

test('the reading stands on the Rules tab by its number, where it can be changed by hand as well', () => {
  const addOn = setUpWith(script, workbook, T);
  const cell = addOn.sheet('Rules').at(4, 3);
  expect(cell.value).toBe(1);
  addOn.ask({ ask: 'save-settings', settings: { ...settingsOf(addOn), businessDay: 'end-of-day' } });
  expect(cell.value).toBe(2);
  const read = (typed: number | string) => {
    cell.value = typed;
    return settingsOf(addOn).businessDay;
  };
  expect([3, '2', '', 'later', 4].map(read)).toEqual([
    'business-hours',
    'end-of-day',
    'same-time',
    'same-time',
    'same-time',
  ]);
});

test('a spreadsheet without a tracker is set up in the language that was chosen', () => {
  const addOn = runAddOn(script);
  expect(addOn.ask({ ask: 'settings' }).kind).toBe('not-set-up');
  expect(addOn.ask({ ask: 'set-up', language: 'de' }).kind).toBe('set-up');
  expect(addOn.world.sheets.map(({ name }) => name)).toContain('Aktivitäten');
  const told = addOn.ask({ ask: 'settings' });
  expect(told).toMatchObject({ kind: 'settings', language: 'en', facts: { written: 'de' } });
  // One that is there keeps its language.
  addOn.ask({ ask: 'set-up', language: 'ko' });
  expect(addOn.ask({ ask: 'settings' })).toMatchObject({ facts: { written: 'de' } });
});
