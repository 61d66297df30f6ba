/** Fixture T of the known complaints: week 2026-W24, manager M-1 for E-1 to E-3, M-2 for E-4. */
import { type Cell, type Row, serialOf, type TrackerRows, type Words } from '#core/tracker/index.ts';

const HOURS: [engagement: string, date: string, hours: number][] = [
  ['E-1', '2026-06-08', 4],
  ['E-1', '2026-06-10', 3.5],
  ['E-1', '2026-06-12', 2.51],
  ['E-2', '2026-06-09', 6],
  ['E-2', '2026-06-11', 4],
  ['E-3', '2026-06-14', 12],
  ['E-4', '2026-06-08', 14],
];
const CONTACTS: [string, number][] = [
  ['E-1', 4],
  ['E-2', 3],
  ['E-3', 1],
  ['E-4', 5],
];
const CASES: [string, number][] = [
  ['E-1', 16],
  ['E-2', 5],
  ['E-3', 10],
  ['E-4', 2],
];

export function fixtureT(words: Words): TrackerRows & Record<string, Row[]> {
  const engagement = (id: string, customer: string, tier: string, manager: string): Row => ({
    id,
    customer,
    tier,
    manager,
    calendar: id === 'E-3' ? 'seoul' : 'berlin',
  });
  return {
    customers: [
      { id: 'C-A', name: 'Customer A' },
      { id: 'C-B', name: 'Customer B' },
      { id: 'C-C', name: 'Customer C' },
    ],
    managers: [
      { id: 'M-1', name: 'Mo One' },
      { id: 'M-2', name: 'Mo Two' },
    ],
    engagements: [
      engagement('E-1', 'C-A', words.text('tier.premium'), 'M-1'),
      engagement('E-2', 'C-A', words.text('tier.premium'), 'M-1'),
      engagement('E-3', 'C-B', words.text('tier.tsam'), 'M-1'),
      engagement('E-4', 'C-C', words.text('tier.standard'), 'M-2'),
    ],
    contacts: CONTACTS.flatMap(([id, count]) =>
      numbers(count).map((n) => ({ engagement: id, name: `Contact ${n}`, email: `c${n}@${id}.example` })),
    ),
    cases: CASES.flatMap(([id, count]) =>
      numbers(count).map((n) => ({
        id: `${id}-${n}`,
        engagement: id,
        subject: `Case ${n}`,
        status: words.text(n % 2 === 0 ? 'tracker.case-pending' : 'tracker.case-open'),
        opened: day(`2026-05-${String(n).padStart(2, '0')}`),
      })),
    ),
    activities: HOURS.map(([id, date, hours], index) => ({
      id: `A-${index + 1}`,
      date: day(date),
      engagement: id,
      hours,
    })),
  };
}

export function day(date: string): Cell {
  return serialOf(date);
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
