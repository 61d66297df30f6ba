import { beforeAll, describe, expect, test } from 'vitest';
import { checkDirectory } from '#core/engagement/directory.ts';
import { serviceManagement } from '#core/index.ts';
import { describedPosition, describeTracker, firstRowOf, tabOf, wordsOf } from '#core/tracker/index.ts';
import { type Made, makeExport } from '../../sheets-addon/sidebar/make-export.ts';
import type { ExportChoices } from '../../sheets-addon/sidebar/protocol.ts';
import { builtAddOn, type RunningAddOn } from './support/add-on.ts';
import { setUpWith, typeRow } from './support/fill.ts';
import { fixtureT } from './support/fixture-t.ts';
import { HOSTILE } from './support/hostile.ts';

const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
const T = fixtureT(wordsOf('en'));
const CHOICES = { zones: { berlin: 'Europe/Berlin', seoul: 'Asia/Seoul' }, page: '' };
let script: string;

beforeAll(async () => {
  ({ script } = await builtAddOn());
});

/** As the sidebar does it: the script gives the rows, the page makes the file. */
function exported(addOn: RunningAddOn, engagement: string | null, choices = CHOICES as ExportChoices): Made {
  const told = addOn.ask({ ask: 'export', engagement, choices });
  if (told.kind !== 'export-rows') throw new Error(JSON.stringify(told));
  return makeExport(told, engagement, choices);
}

const of = <K extends Made['kind']>(made: Made, kind: K) => {
  if (made.kind !== kind) throw new Error(`Made ${JSON.stringify(made).slice(0, 400)}`);
  return made as Extract<Made, { kind: K }>;
};

function factsOf(addOn: RunningAddOn) {
  const told = addOn.ask({ ask: 'exports' });
  if (told.kind !== 'exports') throw new Error(JSON.stringify(told));
  return told;
}

describe('what leaves the tracker', () => {
  test('asks for the zone of a calendar that is not called by one, and remembers it', () => {
    const addOn = setUpWith(script, workbook, T);
    const facts = factsOf(addOn);
    expect(facts.engagements.map(({ id, customer }) => [id, customer])).toEqual([
      ['E-1', 'Customer A'],
      ['E-2', 'Customer A'],
      ['E-3', 'Customer B'],
      ['E-4', 'Customer C'],
    ]);
    expect(facts.zones).toEqual([
      { id: 'berlin', zone: '' },
      { id: 'seoul', zone: '' },
    ]);
    const without = exported(addOn, 'E-1', { zones: {}, page: '' });
    expect(of(without, 'not-exported').problems).toMatchObject([
      { code: 'calendar-unknown', values: { calendar: 'berlin' } },
      { code: 'calendar-unknown', values: { calendar: 'seoul' } },
    ]);
    of(exported(addOn, 'E-1'), 'card');
    expect(factsOf(addOn).zones).toEqual([
      { id: 'berlin', zone: 'Europe/Berlin' },
      { id: 'seoul', zone: 'Asia/Seoul' },
    ]);
  });

  test('a calendar called like something every object has, or a choice of another shape, is asked for like any other', () => {
    const addOn = setUpWith(script, workbook, T);
    const names = ['constructor', '__proto__', 'toString'];
    for (const [place, calendar] of names.entries()) {
      typeRow(addOn, workbook, 'engagements', place, { calendar });
    }
    const asked = () => factsOf(addOn).zones.filter(({ id }) => names.includes(id));
    expect(asked()).toEqual(names.map((id) => ({ id, zone: '' })));
    exported(addOn, null, { zones: { constructor: 'Asia/Seoul' }, page: '' } as never);
    expect(asked().map(({ zone }) => zone)).toEqual(['Asia/Seoul', '', '']);
    for (const choices of [{ zones: null, page: 7 }, [], null, { zones: { toString: 7 } }]) {
      addOn.ask({ ask: 'export', engagement: null, choices: choices as never });
      expect(asked().map(({ zone }) => zone)).toEqual(['', '', '']);
      expect(factsOf(addOn).page).toBe('');
    }
  });

  test('a card is dated, and nothing of another customer, no note, contact or hour is in it', () => {
    const addOn = setUpWith(script, workbook, T);
    typeRow(addOn, workbook, 'activities', 0, { note: 'between ourselves' });
    const { card } = of(exported(addOn, 'E-3'), 'card');
    expect(card.issued).toBe('2026-06-15T10:00:00.000Z');
    expect(card.directory.customers).toEqual([{ id: 'customer', name: 'Customer B' }]);
    expect(card.directory.engagements).toMatchObject([{ id: 'E-3', tier: 'tsam' }]);
    expect(card.directory.calendars).toMatchObject([{ zone: 'Asia/Seoul' }]);
    const rows = addOn.ask({ ask: 'export', engagement: 'E-3', choices: CHOICES });
    expect(rows).not.toHaveProperty('rows.activities');
    const text = JSON.stringify(card);
    for (const foreign of ['Customer A', 'Customer C', 'E-1', 'E-2', 'E-4', 'Mo Two', 'between ourselves'])
      expect(text).not.toContain(foreign);
    for (const inner of ['@E-3.example', '"hours"', 'Contact 1']) expect(text).not.toContain(inner);
  });

  test('the directory is one that the extension reads, with every row and every text as it was typed', () => {
    const addOn = setUpWith(script, workbook, T);
    for (const [place, subject] of HOSTILE.entries()) typeRow(addOn, workbook, 'cases', place, { subject });
    const told = of(exported(addOn, null), 'directory');
    const { directory, problems } = checkDirectory(told.directory);
    expect(problems).toEqual([]);
    expect(directory!.rulebook).toEqual({ use: 'service-management' });
    expect(directory!.cases!.slice(0, HOSTILE.length).map(({ subject }) => subject)).toEqual(HOSTILE);
    expect(directory!.activities!.map(({ hours }) => hours)).toEqual([4, 3.5, 2.51, 6, 4, 12, 14]);
    expect(directory!.engagements.map(({ contacts }) => contacts!.length)).toEqual([4, 3, 1, 5]);
  });

  test('limits that people have changed on the Rules tab go along', () => {
    const addOn = setUpWith(script, workbook, T);
    const rules = tabOf(workbook, 'rules');
    const row = firstRowOf(rules) + rules.rows.findIndex(({ id }) => id === 'weeklyHours');
    addOn.sheet('Rules').at(row, describedPosition(rules, 'tier:premium') + 1).value = 12;
    const told = of(exported(addOn, null), 'directory');
    const { directory, problems } = checkDirectory(told.directory);
    expect(problems).toEqual([]);
    expect(directory!.rulebook).toMatchObject({ own: { tiers: expect.any(Array) } });
    const { tiers } = (directory!.rulebook as { own: typeof serviceManagement }).own;
    const limits = Object.fromEntries(tiers.map(({ id, scope }) => [id, scope?.weeklyHours?.limit]));
    expect(limits).toEqual({ tsam: 10, premium: 12, standard: undefined });
  });

  test('a cell that cannot be read keeps everything back, and is named as it is called in the sheet', () => {
    const addOn = setUpWith(script, workbook, T);
    typeRow(addOn, workbook, 'activities', 2, { hours: 'two and a half' });
    addOn.sheet('Activities').name = 'What we did';
    const told = exported(addOn, null);
    expect(of(told, 'not-exported').problems).toMatchObject([
      {
        code: 'cell-hours',
        values: { tab: 'What we did', row: 4, column: 'Hours', text: 'two and a half' },
      },
    ]);
    expect(of(exported(addOn, 'E-9'), 'not-exported')).toBeTruthy();
  });
});
