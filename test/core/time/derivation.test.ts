/** Each due instant again, from nothing but its own steps and a wall clock that shares no code with the engine. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProblem } from '#core/problem.ts';
import type { Calendar } from '#core/time/calendar.ts';
import { type DerivationStep, dueAt } from '#core/time/due-at.ts';
import { scenario } from '../../support/oracle/arbitraries.ts';
import { at, BERLIN, clockOf, oracleOf, spans } from '../../support/oracle/expectations.ts';
import { holds } from '../../support/oracle/properties.ts';
import { DAY, instantOf, wallOf } from '../../support/oracle/wall-time.ts';

type Step<S extends DerivationStep['step']> = Extract<DerivationStep, { step: S }>;

const dayOf = (date: string) => Date.parse(`${date}T00:00Z`) / DAY;

function find<S extends DerivationStep['step']>(
  steps: readonly DerivationStep[],
  step: S,
): Step<S> | undefined {
  return steps.find((candidate): candidate is Step<S> => candidate.step === step);
}

/** Where the count begins: the moment, and the business day it belongs to. */
function startOf(steps: readonly DerivationStep[]): { atMs: number; day: number } {
  const from = find(steps, 'counted-from') ?? find(steps, 'received')!;
  return { atMs: from.atMs, day: dayOf(from.day!) };
}

function rederive(calendar: Calendar, steps: readonly DerivationStep[]): number | null {
  const oracle = oracleOf(calendar);
  const start = startOf(steps);
  const hours = find(steps, 'business-hours');
  if (hours) return oracle.add(start.atMs, hours.ms);
  const last = dayOf(
    steps.filter((step): step is Step<'business-day'> => step.step === 'business-day').at(-1)!.date,
  );
  const stretches = oracle.spansOn(last);
  const lastClose = Math.max(...stretches.map(({ end }) => end));
  if (find(steps, 'due')!.reading === 'end-of-day') return lastClose;
  // Since the midnight of its own business day; a date that was skipped in between has no hours to count.
  const sinceMidnight = wallOf(calendar.zone, start.atMs) - start.day * DAY;
  const ofTheNight = sinceMidnight < 2 * DAY ? sinceMidnight : sinceMidnight - DAY;
  const sameTime = instantOf(calendar.zone, last * DAY + ofTheNight);
  const moved = find(steps, 'moved');
  if (!moved) return sameTime;
  expect(moved.fromMs).toBe(sameTime);
  const later = stretches.map(({ start: opens }) => opens).filter((opens) => opens > sameTime);
  return moved.to === 'last-close' ? lastClose : Math.min(...later);
}

describe('derivation', () => {
  it('leads to the due instant, whatever the calendar, the reading and the odd day', () => {
    const question = fc.tuple(
      scenario,
      fc.constantFrom('same-time' as const, 'end-of-day' as const, 'business-hours' as const),
      fc.integer({ min: 1, max: 4 }),
    );
    holds(
      fc.property(question, ([{ calendar, a }, reading, businessDays]) => {
        const due = dueAt(clockOf(calendar), a, { businessDays }, reading);
        if (isProblem(due)) return;
        expect(rederive(calendar, due.steps)).toBe(due.dueMs);
        expect(find(due.steps, 'due')).toMatchObject({ atMs: due.dueMs, reading });
      }),
      150,
    );
  }, 60_000);

  it('accounts for every date between the first business day and the last, once', () => {
    holds(
      fc.property(scenario, fc.integer({ min: 1, max: 5 }), ({ calendar, a }, businessDays) => {
        const due = dueAt(clockOf(calendar), a, { businessDays }, 'end-of-day');
        if (isProblem(due)) return;
        const counted = due.steps.slice(
          due.steps.findIndex(({ step }) => step === 'business-day' || step === 'passed-over'),
        );
        const start = startOf(due.steps).day;
        const dates = counted.flatMap((step) => {
          if (step.step === 'business-day') return [dayOf(step.date)];
          if (step.step !== 'passed-over') return [];
          const from = dayOf(step.from);
          return Array.from({ length: dayOf(step.until) - from + 1 }, (_, i) => from + i);
        });
        const after = dates.filter((day) => day > start);
        expect(after).toEqual(Array.from({ length: after.length }, (_, i) => start + 1 + i));
        expect(counted.filter(({ step }) => step === 'business-day')).toHaveLength(businessDays);
      }),
      100,
    );
  }, 60_000);

  it('a date that the zone skipped is told once, also when a night runs over it', () => {
    // Kwajalein had no 21 August 1993. Received on Friday's holiday; what the holiday leaves of Friday's night begins
    // with Sunday the 22nd: counted from there, still Friday's. Then Saturday that never was, Sunday, and Monday.
    const calendar = {
      zone: 'Pacific/Kwajalein',
      week: { mon: spans('00:00-00:30'), fri: spans('01:00-00:30') },
      holidays: [{ date: '1993-08-20' }],
    };
    const due = dueAt(clockOf(calendar), at('1993-08-20T23:59-12:00'), { businessDays: 1 }, 'end-of-day');
    expect(isProblem(due) ? due : due.steps).toEqual([
      { step: 'received', atMs: at('1993-08-20T23:59-12:00'), open: false, day: null },
      { step: 'counted-from', atMs: at('1993-08-22T00:00+12:00'), day: '1993-08-20' },
      { step: 'passed-over', from: '1993-08-21', until: '1993-08-22', reason: 'weekend' },
      { step: 'business-day', date: '1993-08-23', number: 1 },
      { step: 'due', atMs: at('1993-08-23T00:30+12:00'), reading: 'end-of-day' },
    ]);
  });

  it('why-then: names the evening, the holiday and the weekend in order', () => {
    const calendar = { ...BERLIN, holidays: [{ date: '2026-05-14', name: 'Ascension Day' }] };
    const due = dueAt(clockOf(calendar), at('2026-05-13T18:20+02:00'), { businessDays: 2 }, 'same-time');
    expect(isProblem(due) ? due : due.steps).toEqual([
      { step: 'received', atMs: at('2026-05-13T18:20+02:00'), open: false, day: null },
      {
        step: 'passed-over',
        from: '2026-05-14',
        until: '2026-05-14',
        reason: 'holiday',
        name: 'Ascension Day',
      },
      { step: 'counted-from', atMs: at('2026-05-15T09:00+02:00'), day: '2026-05-15' },
      { step: 'passed-over', from: '2026-05-16', until: '2026-05-17', reason: 'weekend' },
      { step: 'business-day', date: '2026-05-18', number: 1 },
      { step: 'business-day', date: '2026-05-19', number: 2 },
      { step: 'due', atMs: at('2026-05-19T09:00+02:00'), reading: 'same-time' },
    ]);
  });

  it('the origin of a day off is named: holiday, internal training, closure', () => {
    const calendar: Calendar = {
      ...BERLIN,
      holidays: [
        { date: '2026-06-10', name: 'Fair day', kind: 'holiday' },
        { date: '2026-06-11', name: 'Product week', kind: 'training' },
      ],
      overrides: [{ date: '2026-06-12', spans: [], name: 'Works outing' }],
    };
    const due = dueAt(clockOf(calendar), at('2026-06-09T10:00+02:00'), { businessDays: 1 }, 'same-time');
    const reasons = isProblem(due)
      ? []
      : due.steps.flatMap((step) => (step.step === 'passed-over' ? [[step.reason, step.name]] : []));
    expect(reasons).toEqual([
      ['holiday', 'Fair day'],
      ['training', 'Product week'],
      ['closure', 'Works outing'],
      ['weekend', undefined],
    ]);
  });

  it('a half day that has no such time moves the due time to its close and says so', () => {
    const calendar = {
      ...BERLIN,
      overrides: [{ date: '2026-12-24', spans: [{ from: '09:00', to: '12:00' }] }],
    };
    const due = dueAt(clockOf(calendar), at('2026-12-23T15:00+01:00'), { businessDays: 1 }, 'same-time');
    expect(isProblem(due) ? due : due.steps.slice(-2)).toEqual([
      { step: 'moved', to: 'last-close', fromMs: at('2026-12-24T15:00+01:00') },
      { step: 'due', atMs: at('2026-12-24T12:00+01:00'), reading: 'same-time' },
    ]);
  });
});
