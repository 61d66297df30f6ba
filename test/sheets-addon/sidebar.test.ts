import { beforeAll, describe, expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { describeTracker, wordsOf } from '#core/tracker/index.ts';
import type { NewRow } from '../../sheets-addon/sidebar/protocol.ts';
import { builtAddOn, runAddOn } from './support/add-on.ts';
import { readRows, setUpWith, typeRow } from './support/fill.ts';
import { day, fixtureT } from './support/fixture-t.ts';
import { HOSTILE } from './support/hostile.ts';

const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
const T = fixtureT(wordsOf('en'));
let script: string;

beforeAll(async () => {
  ({ script } = await builtAddOn());
});

const setUpAddOn = () => setUpWith(script, workbook, T);
const lastRow = (addOn: ReturnType<typeof setUpAddOn>, tab: string, columns: string[]) =>
  readRows(addOn, workbook, tab, columns).at(-1);

describe('the sidebar', () => {
  test('opens from the menu', () => {
    const addOn = setUpAddOn();
    addOn.call('openSidebar');
    expect(addOn.world.sidebar).toEqual({ file: 'sidebar', title: 'Dueline' });
  });

  test('shows each finding with its rows, and leads to them, also in a renamed tab', () => {
    const addOn = setUpAddOn();
    addOn.sheet('Activities').name = 'What we did';
    const told = addOn.ask({ ask: 'check' });
    const hours = told.kind === 'findings' ? told.findings.find(({ since }) => since === '2026-W24') : null;
    expect(hours).toMatchObject({ subject: 'E-1 · Customer A', tab: 'activities', rows: [2, 3, 4] });
    expect(addOn.ask({ ask: 'go', tab: hours!.tab!, rows: hours!.rows })).toMatchObject({ kind: 'shown' });
    expect(addOn.world.shown).toMatch(/^What we did!A2:[A-Z]+4$/);
  });

  test('says of a finding who has taken note of it and why, as the Violations tab does', () => {
    const addOn = setUpAddOn();
    addOn.ask({ ask: 'check' });
    const said = readRows(addOn, workbook, 'violations', ['finding']);
    const place = said.findIndex(({ finding }) => String(finding).startsWith('10.01 hours'));
    typeRow(addOn, workbook, 'violations', place, { acknowledgedBy: 'Mo', reason: '=agreed by phone' });
    const told = addOn.ask({ ask: 'check' });
    const noted = told.kind === 'findings' ? told.findings.filter(({ by }) => by !== '') : [];
    expect(noted).toMatchObject([{ since: '2026-W24', by: 'Mo', reason: '=agreed by phone' }]);
  });

  test('logs time below the last row, and takes it back', () => {
    const addOn = setUpAddOn();
    const form = addOn.ask({ ask: 'form', tab: 'activities' });
    const fields = form.kind === 'form' ? form.fields : [];
    expect(fields.find(({ id }) => id === 'engagement')!.options).toEqual(['E-1', 'E-2', 'E-3', 'E-4']);
    expect(fields.find(({ id }) => id === 'date')).toMatchObject({ kind: 'date', value: '2026-06-15' });
    const cells = { engagement: 'E-2', date: '2026-06-15', hours: 1.5, note: '2026-06-01' };
    const columns = Object.keys(cells);
    const before = readRows(addOn, workbook, 'activities', columns);
    const added = addOn.ask({ ask: 'add', key: 'one', rows: [{ tab: 'activities', cells }] });
    // Seven rows stand below the header.
    const rows = [{ tab: 'activities', row: 9, cells }] as const;
    expect(added).toMatchObject({ kind: 'added', rows, place: 'Activities: 9' });
    // A date in a date's cell; a note stays the text that it is.
    expect(lastRow(addOn, 'activities', columns)).toEqual({ ...cells, date: day('2026-06-15') });
    expect(addOn.ask({ ask: 'take-back', rows: [...rows] }).kind).toBe('taken-back');
    expect(readRows(addOn, workbook, 'activities', columns)).toEqual(before);
  });

  test('asks for all that the check goes by: announced work on a Saturday, and the analysis of one outage among two, are no violations', () => {
    const addOn = setUpAddOn();
    const fieldsOf = (tab: 'activities' | 'cases') => {
      const form = addOn.ask({ ask: 'form', tab });
      return form.kind === 'form' ? form.fields.map(({ id, kind }) => `${id} ${kind}`) : [];
    };
    expect(fieldsOf('cases')).toContain('severity number');
    expect(fieldsOf('activities')).toEqual(
      expect.arrayContaining(['language text', 'priorNotice flag', 'case text']),
    );
    const add = (key: string, tab: NewRow['tab'], cells: NewRow['cells']) =>
      addOn.ask({ ask: 'add', key, rows: [{ tab, cells }] });
    const found = () => {
      const told = addOn.ask({ ask: 'check' });
      const all = told.kind === 'findings' ? told.findings : [];
      const rules = all.filter(({ subject }) => subject.startsWith('E-2')).map(({ rule }) => rule);
      return rules.filter((rule) => ['Root cause analysis', 'Work outside service hours'].includes(rule));
    };
    for (const id of ['N-1', 'N-2']) {
      add(id, 'cases', { id, engagement: 'E-2', status: 'closed', severity: 0, opened: '2026-05-28' });
    }
    expect(found()).toEqual(['Root cause analysis', 'Root cause analysis']);
    const work = { engagement: 'E-2', date: '2026-05-30', hours: 1, deliverable: 'Root cause analysis' };
    // A Saturday; the analysis is of the second outage.
    const unannounced = add('bare', 'activities', { ...work, case: 'N-2' });
    expect(found().sort()).toEqual(['Root cause analysis', 'Work outside service hours']);
    addOn.ask({ ask: 'take-back', rows: unannounced.kind === 'added' ? unannounced.rows : [] });
    add('told', 'activities', { ...work, case: 'N-2', priorNotice: 'yes' });
    expect(found()).toEqual(['Root cause analysis']);
  });

  test('takes nothing back that somebody has changed since', () => {
    const addOn = setUpAddOn();
    const cells = { engagement: 'E-2', date: '2026-06-15', hours: 1.5 };
    addOn.ask({ ask: 'add', key: 'one', rows: [{ tab: 'activities', cells }] });
    const row = readRows(addOn, workbook, 'activities', ['hours']).length;
    addOn.sheet('Activities').at(row + 1, 4).value = 2;
    const told = addOn.ask({ ask: 'take-back', rows: [{ tab: 'activities', row: row + 1, cells }] });
    expect(told).toMatchObject({
      kind: 'failed',
      text: 'Somebody has changed this row since; nothing was taken back.',
    });
    expect(lastRow(addOn, 'activities', ['engagement', 'hours'])).toEqual({ engagement: 'E-2', hours: 2 });
  });

  test('adds a case whose subject stays text, whatever it begins with', () => {
    const addOn = setUpAddOn();
    for (const [index, subject] of HOSTILE.entries()) {
      const cells = { id: `N-${index}`, engagement: 'E-1', subject };
      addOn.ask({ ask: 'add', key: `N-${index}`, rows: [{ tab: 'cases', cells }] });
    }
    const rows = readRows(addOn, workbook, 'cases', ['subject']).slice(-HOSTILE.length);
    expect(rows.map(({ subject }) => subject)).toEqual(HOSTILE);
    expect(JSON.stringify(addOn.sheet('Cases').cells())).not.toContain('read as more than text');
  });

  test('says what is wrong instead of staying blank', () => {
    const addOn = setUpAddOn();
    addOn.world.lockedByOthers = true;
    expect(addOn.ask({ ask: 'check' })).toMatchObject({
      kind: 'failed',
      text: expect.stringMatching(/^Somebody else/),
    });
  });

  test('without a tracker, and with a piece of one gone, each question leads to the way out', () => {
    const asked = [
      { ask: 'agenda', engagement: null },
      { ask: 'check' },
      { ask: 'exports' },
      { ask: 'form', tab: 'activities' },
      { ask: 'settings' },
      { ask: 'wizard' },
    ] as const;
    const bare = runAddOn(script);
    const damaged = setUpAddOn();
    const { sheets, metadata } = damaged.world;
    const gone = damaged.sheet('Contacts');
    sheets.splice(sheets.indexOf(gone), 1);
    metadata.splice(0, metadata.length, ...metadata.filter(({ sheet }) => sheet !== gone));
    for (const request of asked) {
      expect(bare.ask(request).kind).toBe('not-set-up');
      expect(damaged.ask(request)).toMatchObject({
        kind: 'damaged',
        text: 'The tab Contacts is missing. Run “Set up or repair”; nothing was written.',
      });
    }
  });

  test('its self-test knows the right results of this environment', () => {
    const told = runAddOn(script).ask({ ask: 'self-test' });
    const results = told.kind === 'self-test' ? told.results : [];
    expect(results.length).toBeGreaterThan(10);
    expect(results.filter(({ expected, found }) => expected !== found)).toEqual([]);
  });

  test.each([
    [
      'zones of a runtime that takes every zone for UTC',
      `{ const Real = Intl.DateTimeFormat;
         Intl.DateTimeFormat = function (locale, options) { return new Real(locale, { ...options, timeZone: 'UTC' }); }; }`,
      ['Asia/Kolkata 2026-06-08T00:00:00Z', '2026-06-08 05:30', '2026-06-08 00:00'],
    ],
    [
      'numbers of a runtime that knows English alone',
      `{ const Real = Intl.NumberFormat; Intl.NumberFormat = function (_, options) { return new Real('en', options); }; }`,
      ['Intl de', '0,5', '0.5'],
    ],
    [
      'zones of a runtime that lacks one',
      `{ const Real = Intl.DateTimeFormat;
         Intl.DateTimeFormat = function (locale, options) {
           if (options.timeZone === 'Pacific/Apia') throw new RangeError('Invalid time zone');
           return new Real(locale, options);
         }; }`,
      ['Pacific/Apia 2011-12-30T10:00:00Z', '2011-12-31 00:00', 'zone-unknown'],
    ],
  ])('its self-test shows wrong %s', (_, spoiledBy, [name, expected, found]) => {
    const told = runAddOn(script, { spoiledBy }).ask({ ask: 'self-test' });
    const results = told.kind === 'self-test' ? told.results : [];
    expect(results).toContainEqual({ name, expected, found });
  });
});
