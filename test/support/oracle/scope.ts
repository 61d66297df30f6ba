/** Directories of two customers for the cases of scope, and what is found in them on Wednesday of 2026-W24. */
import { checkScope } from '#core';
import { bookOf } from '../core/facts.ts';
import { at } from './expectations.ts';

export const NOW = at('2026-06-10T12:00+02:00'); // Wednesday of 2026-W24
const customers = [
  { id: 'A', name: 'Customer A', domains: ['customer-a.example'] },
  { id: 'B', name: 'Customer B', domains: ['customer-b.example'] },
];

export type Entry = Record<string, unknown>;

export const bookWith = (engagements: Entry[], sections: Entry = {}) =>
  bookOf({ customers, engagements, ...sections });

/** `E-1 contacts violation`, `M-1 cases-in-hand warning` and so on, of some rules. */
export function found(book: ReturnType<typeof bookWith>, rules: string, nowMs = NOW): string[] {
  return checkScope(book, { nowMs })
    .filter(({ rule }) => rules.split(' ').includes(rule))
    .map(({ subject, rule, severity }) => `${subject.id} ${rule} ${severity}`);
}

export const violations = (list: string[]) => list.filter((line) => line.endsWith('violation'));

/** Activities of one engagement: `work('E-1', ['2026-06-08', 4], …)`. */
export const work = (of: string, ...days: [date: string, hours: number][]) =>
  days.map(([date, hours], i) => ({ id: `${of}-${date}-${i}`, engagement: of, date, hours }));
