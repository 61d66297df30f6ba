/**
 * The tickets that every system is given. What makes readers stumble is in them on purpose: days below and above
 * 12, both sides of a change of clocks, quoted mails with dates and names, dates that are not theirs, a number
 * sign in a subject, notes, a colleague of the requester, a thread of many messages, an hour ago.
 */
import type { PersonId } from './people.ts';

export type SeedStatus = 'new' | 'open' | 'pending' | 'solved' | 'closed';
export type SeedPriority = 'low' | 'normal' | 'high';

export interface SeedMessage {
  atMs: number;
  by: PersonId;
  body: string;
  /** An internal note; left out where a system has none. */
  note?: true;
}

export interface SeedTicket {
  subject: string;
  status: SeedStatus;
  priority: SeedPriority;
  owner: 'mara' | 'jonas' | null;
  /** The first is the opening, by the requester. */
  messages: SeedMessage[];
}

const says = (iso: string, by: PersonId, body: string): SeedMessage => ({ atMs: Date.parse(iso), by, body });
const notes = (iso: string, by: PersonId, body: string): SeedMessage => ({
  ...says(iso, by, body),
  note: true,
});

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** When its status and its owner were set: a while after the last message, an entry of its own. */
export const changedMs = ({ messages }: SeedTicket): number => messages.at(-1)!.atMs + 7 * MINUTE_MS;

/** Twelve tickets; the last two hang on the present. */
export function seedTickets(nowMs: number): SeedTicket[] {
  const ago = (hours: number) =>
    new Date(Math.floor(nowMs / MINUTE_MS) * MINUTE_MS - hours * HOUR_MS).toISOString();
  return [
    {
      subject: 'Index rebuild stops at 40 %',
      status: 'new',
      priority: 'high',
      owner: null,
      messages: [
        says(
          '2025-05-16T14:30:00Z',
          'greta',
          'Since Mon 12 May 2025 08:00 the rebuild stops at 40 %.\n\nKind regards\nGreta Baum\nNordwind Logistik GmbH',
        ),
      ],
    },
    {
      subject: 'Invoice export is empty',
      status: 'open',
      priority: 'normal',
      owner: 'mara',
      messages: [
        says('2025-03-04T09:05:00Z', 'luis', 'The export has been empty since Monday.'),
        says(
          '2025-03-05T15:20:00Z',
          'mara',
          'Mended with 2.4.1, please try again.\n\n> On Tue Mar 4 2025 10:05, Luis Ortega wrote:\n> The export has been empty since Monday.',
        ),
      ],
    },
    {
      subject: 'License count',
      status: 'open',
      priority: 'low',
      owner: 'jonas',
      messages: [
        says('2025-06-03T07:15:00Z', 'ole', 'We need twelve more licenses by 07/08/2025.'),
        notes('2025-06-03T09:00:00Z', 'mara', 'Waiting for sales; not for the customer yet.'),
      ],
    },
    {
      subject: 'Server replacement in #4711',
      status: 'pending',
      priority: 'normal',
      owner: 'jonas',
      messages: [
        says('2025-10-23T23:40:00Z', 'seoyeon', 'When can we move the license? The old ticket was 4711.'),
        says('2025-10-27T01:10:00Z', 'jonas', 'Which of the two servers is it?'),
        says('2025-10-28T02:25:00Z', 'seoyeon', 'The one in Daejeon: 10.0.0.12, since 2019-04-01.'),
        says('2025-10-29T08:30:00Z', 'jonas', 'Thank you. We wait for your window.'),
      ],
    },
    {
      subject: 'Archive of the year 2021',
      status: 'solved',
      priority: 'low',
      owner: 'mara',
      messages: [
        says('2025-01-09T10:00:00Z', 'luis', 'How do we archive the year 2021?'),
        says('2025-01-10T11:00:00Z', 'luis', 'Any news?'),
        says(
          '2025-01-14T11:12:00Z',
          'mara',
          'With the archive rule. Sorry for the delay.\n\nMara Vogt\nStatus: solved\nPriority: none',
        ),
      ],
    },
    {
      subject: 'Berths disappear from the plan',
      status: 'closed',
      priority: 'high',
      owner: 'mara',
      messages: [
        says(
          '2025-02-11T03:03:00Z',
          'wei',
          '第 3 号泊位从计划中消失了。\n\n> 2025年2月10日 09:00,Mara Vogt 写道:\n> 请更新。',
        ),
        notes('2025-02-11T08:00:00Z', 'jonas', 'Same as in Hamburg on 02/03/2025.'),
        says('2025-02-11T08:30:00Z', 'mara', 'We can see it and mend it this week.'),
        says('2025-02-12T01:45:00Z', 'wei', 'Thank you!'),
        says('2025-02-13T09:20:00Z', 'mara', 'Version 2.5 brings the berths back.'),
      ],
    },
    {
      subject: 'Two of us ask the same',
      status: 'open',
      priority: 'normal',
      owner: 'jonas',
      messages: [
        says('2025-09-01T06:30:00Z', 'greta', 'Which ports does the agent need?'),
        says('2025-09-02T06:45:00Z', 'ole', 'And may they be changed? (Greta is on leave until 12/09/2025.)'),
      ],
    },
    {
      subject: 'Clocks went forward',
      status: 'open',
      priority: 'high',
      owner: 'mara',
      messages: [
        says('2025-03-30T00:30:00Z', 'anna', 'The night run is missing an hour.'),
        says('2025-03-30T01:30:00Z', 'mara', 'The hour does not exist; the run is complete.'),
        says('2025-10-26T01:30:00Z', 'anna', 'And today there are two of them.'),
      ],
    },
    {
      subject: 'Gateway restarts (long thread)',
      status: 'pending',
      priority: 'high',
      owner: 'jonas',
      messages: Array.from({ length: 14 }, (_, index) => {
        const atMs = Date.parse('2025-07-01T08:00:00Z') + index * 27 * HOUR_MS + index * 13 * MINUTE_MS;
        const by = index % 3 === 2 ? 'jonas' : 'anna';
        const body =
          index % 3 === 2
            ? `Please send the log of day ${index}.`
            : `Part ${index + 1} of the log:\n\n07/${String(index + 1).padStart(2, '0')}/2025 08:00 restart\nuser: Mara Vogt`;
        return index === 7
          ? { atMs, by: 'mara', body: 'Seen at another customer.', note: true }
          : { atMs, by, body };
      }),
    },
    {
      subject: 'Re: Prices and terms',
      status: 'new',
      priority: 'low',
      owner: null,
      messages: [says('2025-04-05T05:06:00Z', 'wei', 'What does the second site cost?')],
    },
    {
      subject: 'Backup failed tonight',
      status: 'open',
      priority: 'high',
      owner: 'mara',
      messages: [says(ago(30), 'anna', 'The backup failed.'), says(ago(1), 'anna', 'It failed again.')],
    },
    {
      subject: 'Certificate expires',
      status: 'open',
      priority: 'normal',
      owner: 'jonas',
      messages: [
        says(ago(80), 'seoyeon', 'Our certificate expires on 31.12.'),
        says(ago(76), 'jonas', 'We renew it tomorrow.'),
      ],
    },
  ];
}
