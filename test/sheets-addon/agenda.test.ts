import { beforeAll, expect, test } from 'vitest';
import { serviceManagement, translator } from '#core/index.ts';
import { describeTracker, type TrackerRows, wordsOf } from '#core/tracker/index.ts';
import { agendaText } from '../../sheets-addon/sidebar/agenda-sections.ts';
import { builtAddOn } from './support/add-on.ts';
import { setUpWith } from './support/fill.ts';
import { day, fixtureT } from './support/fixture-t.ts';

const words = wordsOf('en');
const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
const T = fixtureT(words);
/** On Monday 15 June: next week ends with Sunday 28 June. */
const calendar = [
  {
    from: day('2026-06-10'),
    until: day('2026-06-17'),
    kind: words.text('tracker.kind-time-off'),
    manager: 'M-1',
  },
  { from: day('2026-06-29'), kind: words.text('tracker.kind-time-off'), manager: 'M-1' },
  { from: day('2026-06-16'), kind: words.text('tracker.kind-time-off'), manager: 'M-2' },
  { from: day('2026-06-25'), kind: words.text('tracker.kind-holiday'), calendar: 'berlin' },
  { from: day('2026-06-26'), kind: words.text('tracker.kind-closure'), calendar: 'seoul' },
];
let script: string;

beforeAll(async () => {
  ({ script } = await builtAddOn());
});

function agendaFor(engagement: string, rows: TrackerRows = { ...T, calendar }) {
  const told = setUpWith(script, workbook, rows).ask({ ask: 'agenda', engagement });
  if (told.kind !== 'agenda' || told.agenda === null) throw new Error(JSON.stringify(told));
  return told.agenda;
}

test('a weekly call’s agenda has that engagement’s open cases by age, hours, breaches and days away', () => {
  const agenda = agendaFor('E-1');
  expect(agenda.title).toBe('E-1 · Customer A');
  expect(agenda.cases).toHaveLength(16);
  // Opened on 1 May: 30 days to 31 May, 15 more to 15 June.
  expect(agenda.cases[0]).toMatchObject({ id: 'E-1-1', subject: 'Case 1', status: 'open', ageDays: 45 });
  expect(agenda.cases.at(-1)).toMatchObject({ id: 'E-1-16', status: 'pending', ageDays: 30 });
  expect(agenda.lastWeek).toEqual({ week: '2026-W24', hours: 10.01, limit: 10 });
  expect(agenda.findings.map(({ finding }) => finding)).toContain(
    '10.01 hours in 2026-W24; an engagement should not take more than 10.',
  );
  expect(agenda.away).toEqual([{ name: 'Mo One', from: '2026-06-15', until: '2026-06-17' }]);
  expect(agenda.closed).toEqual([{ kind: 'holiday', from: '2026-06-25', until: '2026-06-25' }]);
  expect(agenda.deliverables).toContainEqual({
    name: 'Weekly call',
    status: expect.stringMatching(/^Missed: /),
    dueUntil: '2026-06-21',
    isMissed: true,
  });
});

test('nothing of another customer is in it, nor what the manager has in hand for others', () => {
  const text = agendaText(agendaFor('E-3'), translator('en'));
  expect(text).toContain('E-3 · Customer B – weekly call, Mon, Jun 15, 2026');
  expect(text).not.toMatch(/Customer [AC]|E-[124]\b/);
  expect(text).not.toContain('31 of 30');
});

test('a case without a date, a subject or a status to read is said as it is', () => {
  const cases = [
    { id: 'N-1', engagement: 'E-2', status: words.text('tracker.case-open'), opened: 'last week' },
  ];
  const text = agendaText(agendaFor('E-2', { ...T, cases, calendar }), translator('en'));
  expect(text).toContain('– N-1 · open · date of opening not written down');
});

test('of an engagement that is gone the first one’s is shown; without any, that is said', () => {
  const addOn = setUpWith(script, workbook, T);
  expect(addOn.ask({ ask: 'agenda', engagement: 'E-9' })).toMatchObject({
    engagement: 'E-1',
    engagements: [{ id: 'E-1', customer: 'Customer A', tier: 'Premium' }, {}, {}, {}],
  });
  const empty = setUpWith(script, workbook, {});
  expect(empty.ask({ ask: 'agenda', engagement: null })).toMatchObject({ kind: 'agenda', agenda: null });
});

test('an agenda is in the tracker’s language, whatever its reader’s: the others in the call read it too', () => {
  const addOn = setUpWith(script, workbook, { ...T, calendar });
  addOn.world.locale = 'de';
  const told = addOn.ask({ ask: 'agenda', engagement: 'E-1' });
  expect(told).toMatchObject({ kind: 'agenda', language: 'de', written: 'en' });
  const agenda = told.kind === 'agenda' ? told.agenda! : null;
  expect(agenda!.findings.map(({ finding }) => finding)).toContain(
    '10.01 hours in 2026-W24; an engagement should not take more than 10.',
  );
});
