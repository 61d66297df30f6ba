/**
 * Threads and their inquiries in the notation of the complaints: `C Mon 10:00` is a customer message of Monday at
 * 10:00. Days are those of June 2026 in Berlin (+02:00), Monday 8 to Friday 12 unless the date is given (`Mon 15`).
 */
import {
  type Inquiry,
  inquiriesOf,
  type ResponseClockOptions,
  serviceManagement,
  type ThreadMessage,
} from '#core';
import { BERLIN, clockOf, durationText, PREMIUM } from './expectations.ts';
import { wallOf } from './wall-time.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const ROLES = { C: 'customer', S: 'staff', N: 'note', A: 'automatic', '?': 'unknown' } as const;

/** `Mon 10:00`, `Mon 15 10:00:30` in milliseconds. */
export function june(text: string): number {
  const match = /^(\w{3})(?: (\d+))? (\d\d:\d\d(?::\d\d)?)$/.exec(text);
  const [, weekday = '', date, time] = match ?? [];
  const day = date ? Number(date) : 7 + DAYS.indexOf(weekday);
  const ms = Date.parse(`2026-06-${String(day).padStart(2, '0')}T${time}+02:00`);
  if (DAYS[new Date(ms + 2 * 3_600_000).getUTCDay()] !== weekday)
    throw new Error(`not a time of June 2026: ${text}`);
  return ms;
}

/** `C Mon 10:00, S Thu 09:00` as messages. */
export function thread(text: string): ThreadMessage[] {
  return text.split(', ').map((message) => {
    const role = ROLES[message.slice(0, 1) as keyof typeof ROLES];
    const ms = june(message.slice(2));
    return { role, at: [ms, ms], author: {} };
  });
}

/** Premium in Berlin, office hours, unless a case says otherwise. */
export function inquiries(text: string, now: string, more: Partial<ResponseClockOptions> = {}): Inquiry[] {
  return inquiriesOf(thread(text), {
    clock: clockOf(BERLIN),
    reading: 'same-time',
    dueSoonMs: 2 * 3_600_000,
    termsAt: () => ({
      inTerm: true,
      target: PREMIUM,
      targetRests: { kind: 'clause', clause: 'target.premium' },
    }),
    availability: serviceManagement.availability.clauses,
    nowMs: june(now),
    status: 'open',
    ...more,
  });
}

/** What a case says of an inquiry, in its words. */
export function told(inquiry: Inquiry | null | undefined) {
  if (!inquiry) return null;
  const time = (between: readonly number[] | null) => {
    if (!between) return null;
    if (between[0] !== between[1]) throw new Error('a range where an instant was expected');
    const wall = new Date(wallOf('Europe/Berlin', between[0]!));
    const text = wall
      .toISOString()
      .slice(11, -1)
      .replace(/\.000$/, '')
      .replace(/:00$/, '');
    return `${DAYS[wall.getUTCDay()]} ${wall.getUTCDate()} ${text}`;
  };
  return {
    state: inquiry.state,
    received: time(inquiry.received),
    due: time(inquiry.due),
    answered: time(inquiry.answered),
    late: durationText(inquiry.lateMs),
    left: durationText(inquiry.leftMs),
  };
}
