/**
 * What the overlay must say of each demo ticket at the fixed now, Thu 2026-06-11T11:30+02:00, worked out by hand.
 * June 2026: Thu 4, Fri 5, (Sat 6, Sun 7), Mon 8, Tue 9, Wed 10, Thu 11, Fri 12. Hours are 09:00–17:00 in the
 * customer's zone; in the Berlin calendar Mon 8 is a holiday. Premium 1 business day, Standard 2, reading
 * "same-time"; an answer is due soon from 120 minutes of business time before.
 */
import type { ResponseState } from '#core/response/inquiry.ts';

export interface ExpectedTicket {
  id: number;
  customer: string | null;
  tier: 'tsam' | 'standard' | 'premium' | null;
  state: ResponseState | null;
  /** ISO with the contract's offset; `null`: none. */
  due: string | null;
  how: string;
}

const NORDWIND = { customer: 'Nordwind Logistik GmbH', tier: 'premium' } as const;
const HARBOUR = { customer: 'Harbour Analytics Ltd', tier: 'standard' } as const;
const HANBIT = { customer: '한빛정밀', tier: 'tsam' } as const;

export const EXPECTED: ExpectedTicket[] = [
  {
    id: 4711,
    ...NORDWIND,
    state: 'overdue',
    due: '2026-06-09T16:30:00+02:00',
    how: 'Fri 5 16:30; weekend, holiday Mon 8; day 1 = Tue 9 16:30. Acknowledgement and note answer nothing.',
  },
  {
    id: 4712,
    ...NORDWIND,
    state: 'running',
    due: '2026-06-11T15:10:00+02:00',
    how: 'Wed 10 15:10; day 1 = Thu 11 15:10; 3 h 40 left, more than 2 h.',
  },
  {
    id: 4713,
    ...NORDWIND,
    state: 'due-soon',
    due: '2026-06-11T12:40:00+02:00',
    how: 'Wed 10 12:40; day 1 = Thu 11 12:40; 1 h 10 left.',
  },
  {
    id: 4714,
    ...NORDWIND,
    state: 'answered-in-time',
    due: '2026-06-10T10:00:00+02:00',
    how: 'Tue 9 10:00, due Wed 10 10:00; answered Tue 9 15:20.',
  },
  {
    id: 4715,
    ...NORDWIND,
    state: 'answered-late',
    due: '2026-06-09T10:00:00+02:00',
    how: 'Fri 5 10:00; holiday Mon 8; due Tue 9 10:00; answered Wed 10 11:00, 9 h of business time late.',
  },
  {
    id: 4716,
    ...NORDWIND,
    state: 'running',
    due: '2026-06-11T16:05:00+02:00',
    how: 'First inquiry answered; the thanks of Wed 10 16:05 is a new one until somebody says otherwise: Thu 11 16:05.',
  },
  {
    id: 4717,
    ...NORDWIND,
    state: 'running',
    due: '2026-06-12T09:00:00+02:00',
    how: 'Wed 10 17:45 is after hours: counts from Thu 11 09:00; day 1 = Fri 12 09:00. Writer is no contact.',
  },
  {
    id: 4721,
    ...HARBOUR,
    state: 'due-soon',
    due: '2026-06-11T11:00:00+01:00',
    how: 'Tue 9 11:00 London; day 1 Wed 10, day 2 Thu 11 11:00 London = 12:00 Berlin; 30 minutes left.',
  },
  {
    id: 4722,
    ...HARBOUR,
    state: 'running',
    due: '2026-06-12T16:59:00+01:00',
    how: 'Wed 10 16:59 London is open; day 1 Thu 11, day 2 Fri 12 16:59.',
  },
  {
    id: 4723,
    ...HARBOUR,
    state: 'closed-unanswered',
    due: '2026-06-10T10:00:00+01:00',
    how: 'Mon 8 10:00 London (no holiday there); day 2 = Wed 10 10:00; closed without a reply.',
  },
  {
    id: 4724,
    ...HARBOUR,
    state: 'answered-in-time',
    due: '2026-06-08T14:15:00+01:00',
    how: 'Thu 4 14:15 London; day 1 Fri 5, day 2 Mon 8 14:15; answered Fri 5 10:40, not by the note of 09:10.',
  },
  {
    id: 4731,
    ...HANBIT,
    state: 'not-stated',
    due: null,
    how: 'TSAM states no target; the last word is the customer’s.',
  },
  { id: 4732, ...HANBIT, state: 'nothing-owed', due: null, how: 'TSAM states no target; answered.' },
  {
    id: 4741,
    customer: null,
    tier: null,
    state: null,
    due: null,
    how: 'Nobody in the directory has this address.',
  },
];
