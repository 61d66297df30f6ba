import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkScope, type Directory, dayNumber, type Finding, formatLocalDate } from '#core';
import { casesInHandOf, isInHand } from '#core/scope/cases-in-hand.ts';
import { countContacts, isPresent, personOf } from '#core/scope/contacts.ts';
import { peakOfCases } from '#core/scope/parts/cases-peak.ts';
import { anyContact, anyDate, anyDirectory, anyHours } from './arbitrary.ts';
import { findingsOf, openBook } from './book.ts';

const ALL = ['premium', 'standard', 'tsam'];
const nowMs = Date.parse('2026-07-08T15:00+02:00');

function check(directory: Directory): Finding[] {
  return checkScope(openBook(directory), { nowMs });
}

/** A finding without what the order of rows decides: which of two equal rows is marked, and how they are listed. */
function withoutOrder({ rule, message, severity, subject, values, rows, since }: Finding): string {
  return JSON.stringify([rule, message, severity, subject, values, rows.length, since]);
}

const LIMIT_RULES = [
  'cases-in-hand',
  'hours-forecast',
  'sustained-hours',
  'unidentified-writer',
  'weekly-call',
  'weekly-hours',
];

describe('Standard states no limits of scope', () => {
  it('so none is ever over, near, forecast or missed, whatever the rows', () => {
    fc.assert(
      fc.property(anyDirectory(['standard']), (directory) => {
        const limits = check(directory).filter(
          ({ rule, message }) => LIMIT_RULES.includes(rule) || message === 'contacts-over',
        );
        expect(limits).toEqual([]);
      }),
    );
  });

  it('while under Premium the same rows are found', () => {
    const crowd = Array.from({ length: 40 }, () => ({ requester: 'z@x.example' }));
    const hours = ['2026-05-26', '2026-06-02', '2026-06-09'].map((date) => ({ date, hours: 20 }));
    const of = (tier: string) =>
      LIMIT_RULES.filter(
        (rule) =>
          findingsOf(rule, { engagements: [{ tier, contacts: [] }], cases: crowd, activities: hours })
            .length > 0,
      );
    expect(of('premium')).toEqual(
      LIMIT_RULES.filter((rule) => !['hours-forecast', 'sustained-hours'].includes(rule)),
    );
    expect(of('standard')).toEqual([]);
  });
});

describe('the order of rows', () => {
  it('decides nothing but which of several equal rows is marked', () => {
    fc.assert(
      fc.property(anyDirectory(ALL), fc.infiniteStream(fc.nat()), (directory, random) => {
        const shuffled = <T>(rows: readonly T[] = []): T[] =>
          rows
            .map((row): [number, T] => [random.next().value ?? 0, row])
            .sort(([a], [b]) => a - b)
            .map(([, row]) => row);
        const other: Directory = {
          ...directory,
          cases: shuffled(directory.cases),
          activities: shuffled(directory.activities),
          timeOff: shuffled(directory.timeOff),
        };
        expect(check(other).map(withoutOrder)).toEqual(check(directory).map(withoutOrder));
      }),
    );
  });
});

describe('more rows', () => {
  it('one more case in hand is one more for its manager, and never lowers a peak', () => {
    fc.assert(
      fc.property(anyDirectory(ALL), anyDate, (directory, opened) => {
        const more: Directory = {
          ...directory,
          cases: [...directory.cases!, { id: 'new', engagement: 'E-1', status: 'open', opened }],
        };
        const [before, after] = [openBook(directory), openBook(more)];
        const { manager } = before.engagements.get('E-1')!;
        expect(casesInHandOf(after, manager).length).toBe(casesInHandOf(before, manager).length + 1);
        const peak = (cases: Directory['cases']) => peakOfCases(cases!, '2026-05-01', '2026-07-31').count;
        expect(peak(more.cases)).toBeGreaterThanOrEqual(peak(directory.cases));
      }),
    );
  });

  it('an activity written in two parts on the same day changes no sum', () => {
    fc.assert(
      fc.property(anyDirectory(ALL), anyHours, (directory, part) => {
        const parts = directory.activities!.flatMap((own) => {
          const first = Math.min(part, own.hours);
          // Hundredths stay hundredths: 0.3 − 0.1 must not become 0.19999999999999998.
          const second = Math.round((own.hours - first) * 100) / 100;
          return [
            { ...own, hours: first },
            { ...own, id: `${own.id}b`, hours: second },
          ];
        });
        const hours = (rows: Directory['activities']) =>
          check({ ...directory, activities: rows })
            .filter(({ rule }) => ['weekly-hours', 'sustained-hours', 'hours-forecast'].includes(rule))
            .map(({ message, subject, values, since, steps }) => [message, subject, values, since, steps]);
        expect(hours(parts)).toEqual(hours(directory.activities));
      }),
    );
  });
});

/** Every day from before the first to after the last date of the random rows. */
const EVERY_DAY = Array.from({ length: 96 }, (_, index) => formatLocalDate(dayNumber(2026, 4, 29) + index));

describe('counts against going through every single day', () => {
  it('contacts: most people present on one day', () => {
    fc.assert(
      fc.property(
        fc.array(anyContact, { maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        (contacts, limit) => {
          const { peak, peakFrom, statuses } = countContacts(contacts, limit);
          const present = (date: string) =>
            new Set(contacts.filter((row) => isPresent(row, date)).flatMap((row) => personOf(row) ?? []));
          const most = Math.max(...EVERY_DAY.map((date) => present(date).size));
          expect(peak).toBe(most);
          if (peakFrom !== null) expect(present(peakFrom).size).toBe(most);
          expect(statuses.includes('beyond-limit')).toBe(most > limit);
          expect(statuses.map((status) => status === 'incomplete')).toEqual(
            contacts.map((row) => personOf(row) === null),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('cases: most in hand at the end of one day', () => {
    fc.assert(
      fc.property(anyDirectory(ALL), ({ cases = [] }) => {
        const inHandOn = (date: string) =>
          cases.filter((own) => own.opened! <= date && (isInHand(own) || own.closed! > date)).length;
        const counts = EVERY_DAY.map(inHandOn);
        const { count, on } = peakOfCases(cases, EVERY_DAY[0]!, EVERY_DAY[EVERY_DAY.length - 1]!);
        expect(count).toBe(Math.max(...counts));
        expect(on).toBe(count === 0 ? null : EVERY_DAY[counts.indexOf(count)]);
      }),
    );
  });
});
