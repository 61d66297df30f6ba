/**
 * The tickets of the live test, and what the overlay must say of them, worked out by hand.
 *
 * The instants lie in May 2024, long before any date at which this runs, so that an answer owed then is overdue
 * whatever the date is; only the last case hangs on the present. Nobody's clock is bent but Request Tracker's own.
 * May 2024: Mon 13, Tue 14, Wed 15, Thu 16, Fri 17, Sat 18, Sun 19, Mon 20 (Whit Monday, a holiday in Germany,
 * none in Spain), Tue 21. Hours 09:00–17:00 but for the last customer, reading "same-time".
 */
import type { Directory } from '#core/engagement/directory-schema.ts';
import type { ResponseState } from '#core/response/inquiry.ts';
import type { Mail, RequestTracker } from './request-tracker.ts';
import type { StaffUser } from './request-tracker-config.ts';

/** Both see Berlin's time, one in English, one in German. */
export const STAFF: StaffUser[] = [
  {
    login: 'mara',
    password: 'mara-live-1',
    name: 'Mara Vogt',
    email: 'mara@live.example',
    language: 'en',
    zone: 'Europe/Berlin',
  },
  {
    login: 'jonas',
    password: 'jonas-live-1',
    name: 'Jonas Keil',
    email: 'jonas@live.example',
    language: 'de',
    zone: 'Europe/Berlin',
  },
];

export interface LiveCase {
  name: string;
  mails: Mail[];
  expected: { customer: string | null; tier: string | null; state: ResponseState | null; due: string | null };
}

const at = (iso: string) => Date.parse(iso);
const MARA = 'Mara Vogt <mara@live.example>';

export function liveCases(nowMs: number): LiveCase[] {
  const hourAgoMs = Math.floor(nowMs / 60_000) * 60_000 - 3_600_000;
  return [
    {
      name: 'Premium, waiting over a weekend and a holiday',
      mails: [
        {
          atMs: at('2024-05-17T16:30:00+02:00'),
          from: 'Greta Baum <greta.baum@nordwind.example>',
          subject: 'Index rebuild stops',
          body: 'Since Mon 13 May 2024 08:00 the rebuild stops at 40 %.\n\nKind regards\nGreta Baum',
        },
      ],
      // Fri 17 16:30; Sat, Sun, holiday Mon 20; day 1 = Tue 21 16:30.
      expected: {
        customer: 'Nordwind Logistik GmbH',
        tier: 'premium',
        state: 'overdue',
        due: '2024-05-21T16:30:00+02:00',
      },
    },
    {
      name: 'Standard, answered in time; the answer quotes an older date',
      mails: [
        {
          atMs: at('2024-05-15T10:00:00+02:00'),
          from: 'Luis Ortega <luis@solana.example>',
          subject: 'Invoice export',
          body: 'The export has been empty since Monday.',
        },
        {
          atMs: at('2024-05-16T15:20:00+02:00'),
          from: MARA,
          subject: 'Re: [live.example #2] Invoice export',
          body: 'Mended with 2.4.1.\n\n> On Mon May 13 2024 09:00, Luis Ortega wrote:\n> The export has been empty since Monday.',
        },
      ],
      // Wed 15 10:00; day 1 Thu 16, day 2 = Fri 17 10:00; answered Thu 16 15:20.
      expected: {
        customer: 'Solana Energía S.A.',
        tier: 'standard',
        state: 'answered-in-time',
        due: '2024-05-17T10:00:00+02:00',
      },
    },
    {
      name: 'Premium, only an internal comment after the customer’s message',
      mails: [
        {
          atMs: at('2024-05-14T09:15:00+02:00'),
          from: 'Ole Petersen <ole.petersen@nordwind.example>',
          subject: 'License count',
          body: 'We need twelve more licenses.',
        },
        {
          atMs: at('2024-05-14T11:00:00+02:00'),
          from: MARA,
          subject: 'Re: [live.example #3] License count',
          body: 'Waiting for sales; not for the customer yet.',
          action: 'comment',
        },
      ],
      // Tue 14 09:15; day 1 = Wed 15 09:15; a comment answers nothing.
      expected: {
        customer: 'Nordwind Logistik GmbH',
        tier: 'premium',
        state: 'overdue',
        due: '2024-05-15T09:15:00+02:00',
      },
    },
    {
      name: 'TSAM, for which no target is stated',
      mails: [
        {
          atMs: at('2024-05-16T05:00:00Z'),
          from: 'Seoyeon Kim <seoyeon.kim@hanbit.example>',
          subject: 'Server replacement',
          body: 'When can we move the license?',
        },
      ],
      expected: { customer: 'Hanbit Precision', tier: 'tsam', state: 'not-stated', due: null },
    },
    {
      name: 'Standard, answered late: the customer wrote twice, the first message counts',
      mails: [
        {
          atMs: at('2024-05-13T11:00:00+02:00'),
          from: 'Luis Ortega <luis@solana.example>',
          subject: 'Archive',
          body: 'How do we archive the year 2021?',
        },
        {
          atMs: at('2024-05-14T12:00:00+02:00'),
          from: 'Luis Ortega <luis@solana.example>',
          subject: 'Re: [live.example #5] Archive',
          body: 'Any news?',
        },
        {
          atMs: at('2024-05-16T12:00:00+02:00'),
          from: MARA,
          subject: 'Re: [live.example #5] Archive',
          body: 'With the archive rule. Sorry for the delay.',
        },
      ],
      // Mon 13 11:00; day 1 Tue 14, day 2 = Wed 15 11:00; answered Thu 16 12:00.
      expected: {
        customer: 'Solana Energía S.A.',
        tier: 'standard',
        state: 'answered-late',
        due: '2024-05-15T11:00:00+02:00',
      },
    },
    {
      name: 'somebody whom the directory does not know',
      mails: [
        {
          atMs: at('2024-05-16T09:00:00+02:00'),
          from: 'Irene Quijano <irene@elsewhere.example>',
          subject: 'Prices',
          body: 'What does it cost?',
        },
      ],
      expected: { customer: null, tier: null, state: null, due: null },
    },
    {
      name: 'Premium around the clock in UTC, received an hour ago',
      mails: [
        {
          atMs: hourAgoMs,
          from: 'Noor Haddad <noor@polaris.example>',
          subject: 'Gateway restarts',
          body: 'The gateway restarts every ten minutes.',
        },
      ],
      // Open day and night where no clock ever changes: one business day is 24 hours, 23 of them left.
      expected: {
        customer: 'Polaris Telecom',
        tier: 'premium',
        state: 'running',
        due: new Date(hourAgoMs + 24 * 3_600_000).toISOString(),
      },
    },
  ];
}

/** Ticket n is the nth case. */
export async function fillRequestTracker(tracker: RequestTracker, cases: readonly LiveCase[]): Promise<void> {
  for (const { mails } of cases) for (const mail of mails) await tracker.receive(mail);
  await tracker.releaseClock();
}

const hours = (from: string, to: string) => [{ from, to }];
const weekdays = (from: string, to: string) => ({
  mon: hours(from, to),
  tue: hours(from, to),
  wed: hours(from, to),
  thu: hours(from, to),
  fri: hours(from, to),
});

export const LIVE_DIRECTORY: Directory = {
  format: 'dueline-directory',
  version: 1,
  name: 'Live test',
  rulebook: { use: 'service-management' },
  calendars: [
    {
      id: 'berlin',
      zone: 'Europe/Berlin',
      week: weekdays('09:00', '17:00'),
      holidays: [{ date: '2024-05-20', name: 'Pfingstmontag', kind: 'holiday' }],
    },
    { id: 'madrid', zone: 'Europe/Madrid', week: weekdays('09:00', '17:00') },
    { id: 'seoul', zone: 'Asia/Seoul', week: weekdays('09:00', '17:00') },
    {
      id: 'always',
      zone: 'UTC',
      week: { ...weekdays('00:00', '24:00'), sat: hours('00:00', '24:00'), sun: hours('00:00', '24:00') },
    },
  ],
  managers: [
    { id: 'mara', name: 'Mara Vogt', email: 'mara@live.example', backup: 'jonas' },
    { id: 'jonas', name: 'Jonas Keil', email: 'jonas@live.example' },
  ],
  customers: [
    { id: 'hanbit', name: 'Hanbit Precision', domains: ['hanbit.example'] },
    { id: 'nordwind', name: 'Nordwind Logistik GmbH', domains: ['nordwind.example'] },
    { id: 'polaris', name: 'Polaris Telecom', domains: ['polaris.example'] },
    { id: 'solana', name: 'Solana Energía S.A.', domains: ['solana.example'] },
  ],
  engagements: [
    { id: 'hanbit-tsam', customer: 'hanbit', tier: 'tsam', manager: 'mara', calendar: 'seoul' },
    { id: 'nordwind-premium', customer: 'nordwind', tier: 'premium', manager: 'mara', calendar: 'berlin' },
    { id: 'polaris-premium', customer: 'polaris', tier: 'premium', manager: 'jonas', calendar: 'always' },
    { id: 'solana-standard', customer: 'solana', tier: 'standard', manager: 'jonas', calendar: 'madrid' },
  ],
};
