/** Reminders against a clock that the test turns: each once, at business time, across sleep. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isProblem } from '#core/problem.ts';
import { compileCalendar } from '#core/time/business-clock.ts';
import {
  type Awaited,
  type PlanOptions,
  planReminders,
} from '../../../../extension/background/remind/plan.ts';

const NINE_TO_FIVE = [{ from: '09:00', to: '17:00' }];
const berlin = compileCalendar({
  zone: 'Europe/Berlin',
  week: { mon: NINE_TO_FIVE, tue: NINE_TO_FIVE, wed: NINE_TO_FIVE, thu: NINE_TO_FIVE, fri: NINE_TO_FIVE },
});
if (isProblem(berlin)) throw new Error(berlin.code);

/** June 2026: Thursday is the 11th, Monday the 15th. */
const at = (text: string) => Date.parse(`${text}+02:00`);
const open = (atMs: number) => {
  const openMs = berlin.openFrom(atMs);
  return isProblem(openMs) ? null : openMs;
};

function awaited(due: string, seen = '2026-06-11T09:00', key = 'desk/1'): Awaited {
  return { key, due: [at(due), at(due)], seenMs: at(seen), clock: berlin as never, firstOnDuty: open };
}

function options(now: string | number, more: Partial<PlanOptions> = {}): PlanOptions {
  return {
    nowMs: typeof now === 'string' ? at(now) : now,
    minutesBefore: [60],
    overdue: true,
    pausedUntilMs: null,
    told: {},
    snoozed: {},
    ...more,
  };
}

const HOUR_BEFORE = { key: 'desk/1', kind: 'due-soon' };
const OVERDUE = { key: 'desk/1', kind: 'overdue' };

test('an hour before counts business time: due on Friday at 09:30, it is said on Thursday at 16:30', () => {
  const due = [awaited('2026-06-12T09:30')];
  expect(planReminders(due, options('2026-06-11T16:29'))).toEqual({
    show: [],
    tell: [],
    nextMs: at('2026-06-11T16:30'),
  });
  expect(planReminders(due, options('2026-06-11T16:30')).show).toEqual([HOUR_BEFORE]);
});

test('over the weekend nothing is said: due on Friday at 17:00, it is overdue on Monday at 09:00', () => {
  const due = [awaited('2026-06-12T17:00')];
  const told = { 'desk/1 60': at('2026-06-12T16:00') };
  expect(planReminders(due, options('2026-06-12T17:00:01', { told }))).toEqual({
    show: [],
    tell: [],
    nextMs: at('2026-06-15T09:00'),
  });
  expect(planReminders(due, options('2026-06-15T09:00', { told })).show).toEqual([OVERDUE]);
});

test('the due instant itself is in time, the millisecond after it is overdue', () => {
  const due = [awaited('2026-06-12T12:00')];
  const told = { 'desk/1 60': 0 };
  expect(planReminders(due, options('2026-06-12T12:00', { told })).show).toEqual([]);
  expect(planReminders(due, options(at('2026-06-12T12:00') + 1, { told })).show).toEqual([OVERDUE]);
});

test('a machine that slept through both is told once, of the worse', () => {
  const plan = planReminders([awaited('2026-06-12T12:00')], options('2026-06-15T10:00'));
  expect(plan).toEqual({ show: [OVERDUE], tell: ['desk/1 60', 'desk/1 overdue'], nextMs: null });
});

test('what the user saw on the ticket itself needs no reminder', () => {
  const due = [awaited('2026-06-12T12:00', '2026-06-12T11:30')];
  expect(planReminders(due, options('2026-06-12T11:45')).show).toEqual([]);
  expect(planReminders(due, options('2026-06-12T12:01')).show).toEqual([OVERDUE]);
});

test('put off for an hour, it is said again after that hour, within business hours', () => {
  const due = [awaited('2026-06-12T17:00')];
  const snoozed = { 'desk/1': at('2026-06-12T17:10') };
  expect(planReminders(due, options('2026-06-12T16:20', { snoozed })).show).toEqual([]);
  expect(planReminders(due, options('2026-06-12T17:10', { snoozed })).nextMs).toBe(at('2026-06-15T09:00'));
  expect(planReminders(due, options('2026-06-15T09:00', { snoozed })).show).toEqual([OVERDUE]);
});

test('a pause holds everything back until it is over', () => {
  const paused = { pausedUntilMs: at('2026-06-12T15:00') };
  const due = [awaited('2026-06-12T12:00')];
  expect(planReminders(due, options('2026-06-12T14:59', paused))).toEqual({
    show: [],
    tell: [],
    nextMs: at('2026-06-12T15:00'),
  });
  expect(planReminders(due, options('2026-06-12T15:00', paused)).show).toEqual([OVERDUE]);
});

test('several come together, one for each ticket', () => {
  const due = [awaited('2026-06-12T12:00'), awaited('2026-06-12T12:30', '2026-06-11T09:00', 'desk/2')];
  const { show } = planReminders(due, options('2026-06-12T11:30'));
  expect(show.map(({ key }) => key)).toEqual(['desk/1', 'desk/2']);
});

test('without a threshold and without overdue nothing is ever said', () => {
  const none = { minutesBefore: [], overdue: false };
  expect(planReminders([awaited('2026-06-12T12:00')], options('2026-06-15T12:00', none))).toEqual({
    show: [],
    tell: [],
    nextMs: null,
  });
});

test('however the machine sleeps between looks, each reminder comes at most once and the last one always', () => {
  const start = at('2026-06-11T09:00');
  const end = at('2026-06-19T17:00');
  const due = fc.integer({ min: start + 1, max: at('2026-06-17T17:00') });
  const naps = fc.array(fc.integer({ min: 0, max: 40 * 3_600_000 }), { maxLength: 30 });
  fc.assert(
    fc.property(fc.array(due, { minLength: 1, maxLength: 4 }), naps, (dues, sleeps) => {
      const list = dues.map(
        (dueMs, index): Awaited => ({
          ...awaited('2026-06-12T12:00'),
          key: `desk/${index}`,
          due: [dueMs, dueMs],
          seenMs: start - 1,
        }),
      );
      const told: Record<string, number> = {};
      const shown: string[] = [];
      let nowMs = start;
      for (let look = 0; nowMs <= end && look < 200; look++) {
        const plan = planReminders(list, options(nowMs, { told, minutesBefore: [120, 30] }));
        for (const id of plan.tell) {
          expect(told).not.toHaveProperty([id]);
          told[id] = nowMs;
        }
        for (const { key, kind } of plan.show) {
          shown.push(`${key} ${kind}`);
          expect(berlin.isOpen(nowMs)).toBe(true);
        }
        if (plan.nextMs === null) break;
        expect(plan.nextMs).toBeGreaterThan(nowMs);
        nowMs = plan.nextMs + (sleeps[look] ?? 0);
      }
      // Asleep past the end of the week in which they come up, or told.
      const missed = list.filter(({ key }) => !shown.includes(`${key} overdue`));
      expect(missed.length === 0 || nowMs > end).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('shown by a clock that ran a day ahead and was set back, it comes again in its own time; a small step tells nobody twice', () => {
  const due = [awaited('2026-06-12T15:00')];
  const ahead = { 'desk/1 60': at('2026-06-13T14:00') };
  expect(planReminders(due, options('2026-06-12T13:59', { told: ahead }))).toEqual({
    show: [],
    tell: [],
    nextMs: at('2026-06-12T14:00'),
  });
  expect(planReminders(due, options('2026-06-12T14:00', { told: ahead })).show).toEqual([HOUR_BEFORE]);
  const stepped = { 'desk/1 60': at('2026-06-12T14:10') };
  expect(planReminders(due, options('2026-06-12T14:00', { told: stepped })).show).toEqual([]);
});
