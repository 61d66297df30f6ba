/** An open overlay on a clock that does not run evenly: the machine's is set, or the night has an hour less or more. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { verdictOf } from '#core';
import { hasLaterMessage } from '#core/response/later-message.ts';
import { makeFreshness } from '../../../extension/overlay/freshness.ts';
import { standingAt } from '../../../extension/overlay/standing.ts';
import type { Shown } from '../../../extension/overlay/view-contract.ts';
import type { TicketAnswer } from '../../../extension/platform/messages.ts';
import { startNow } from '../../../extension/state/now.ts';
import { bookOf, engagement, factsOf, OFFICE_WEEK } from '../../support/core/facts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = Date.parse;

const ALWAYS = [{ from: '00:00', to: '24:00' }];
const WHOLE_WEEK = {
  mon: ALWAYS,
  tue: ALWAYS,
  wed: ALWAYS,
  thu: ALWAYS,
  fri: ALWAYS,
  sat: ALWAYS,
  sun: ALWAYS,
};

interface Desk {
  zone: string;
  week: object;
  received: string;
}

/** Premium, an answer within one business day; the answer is what the background gives, on the same clock. */
function openOverlay({ zone, week, received }: Desk) {
  const calendar = { id: 'c', zone, week };
  const book = bookOf({
    calendars: [calendar],
    customers: [{ id: 'A', name: 'Customer A', domains: ['a.example'] }],
    engagements: [engagement('E-1', 'A', 'premium', { calendar: 'c' })],
  });
  const facts = factsOf([['customer', received]], {
    requester: { value: { email: 'ana@a.example' }, source: 'label' },
  });
  const ask = (): Shown => {
    const verdict = verdictOf(facts, book, { nowMs: Date.now(), language: 'en' });
    return { facts, answer: { kind: 'verdict', verdict, dueSoonMs: HOUR } as unknown as TicketAnswer };
  };
  let shown = ask();
  let asked = 0;
  const keepFresh = makeFreshness(() => {
    asked += 1;
    shown = ask();
  });
  const { now } = startNow({
    clock: Date.now,
    pace: (nowMs) => {
      keepFresh(shown, nowMs);
      return MINUTE;
    },
    page: Object.assign(new EventTarget(), { visibilityState: 'visible' }) as unknown as Document,
    signal: new AbortController().signal,
  });
  const look = () => standingAt(shown.answer as TicketAnswer, now.value)!;
  return {
    look,
    left: () => look().countdown?.leftMs,
    doubt: () => hasLaterMessage(shown.facts.messages, (shown.answer as TicketAnswer).verdict.askedMs),
    asked: () => asked,
  };
}

/** Lets the overlay's minutes pass up to an instant. */
function passTo(text: string) {
  vi.advanceTimersByTime(at(text) - Date.now());
}

/** Sets the machine's clock; the next minute's tick is what sees it. */
function setClock(text: string) {
  vi.setSystemTime(at(text) - MINUTE);
  vi.advanceTimersByTime(MINUTE);
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a machine whose clock is set', () => {
  const desk = { zone: 'UTC', week: WHOLE_WEEK, received: '2026-06-10T09:00Z' };

  it.each([
    ['a day', '2026-06-09T10:30Z'],
    ['three hours', '2026-06-10T07:30Z'],
  ])(
    'back by %s, to before the message: nothing is counted; set right, the countdown is back within a minute',
    (_by, back) => {
      vi.setSystemTime(at('2026-06-10T10:00Z'));
      const overlay = openOverlay(desk);
      expect(overlay.left()).toBe(23 * HOUR);
      setClock(back);
      expect(overlay.look()).toEqual({ state: 'unread', countdown: null });
      expect(overlay.doubt()).toBe(true);
      setClock('2026-06-10T10:30Z');
      expect(overlay.left()).toBe(22.5 * HOUR);
      expect(overlay.doubt()).toBe(false);
    },
  );

  it('back by three minutes, to before a message just written: said, and right again when set right', () => {
    vi.setSystemTime(at('2026-06-10T09:00:30Z'));
    const overlay = openOverlay(desk);
    setClock('2026-06-10T08:57:30Z');
    expect(overlay.doubt()).toBe(true);
    setClock('2026-06-10T09:02Z');
    expect(overlay.left()).toBe(24 * HOUR - 2 * MINUTE);
  });

  it('forward by a day and back: what was answered in the future is asked anew, and asking goes on', () => {
    vi.setSystemTime(at('2026-06-10T10:00Z'));
    const overlay = openOverlay(desk);
    setClock('2026-06-11T10:00Z');
    expect(overlay.look()).toMatchObject({ state: 'overdue', countdown: { leftMs: -HOUR } });
    const before = overlay.asked();
    setClock('2026-06-10T10:02Z');
    expect(overlay.look()).toMatchObject({ state: 'running', countdown: { leftMs: 23 * HOUR - 2 * MINUTE } });
    expect(overlay.asked()).toBe(before + 1);
    // Answers grow old after five minutes, as before.
    passTo('2026-06-10T10:12:00Z');
    expect(overlay.asked()).toBe(before + 3);
  });
});

describe('the night on which the clocks change, with the overlay open', () => {
  // A Saturday noon, due on Sunday noon by the wall clock: an hour less or more lies between. Hours counted by hand.
  it.each([
    {
      night: 'Berlin, March: 02:00 is 03:00',
      zone: 'Europe/Berlin',
      received: '2026-03-28T12:00+01:00',
      left: [
        ['2026-03-28T12:00+01:00', 23],
        ['2026-03-29T01:00+01:00', 10],
        ['2026-03-29T03:00+02:00', 9],
        ['2026-03-29T12:00+02:00', 0],
        ['2026-03-29T14:00+02:00', -2],
      ],
    },
    {
      night: 'Berlin, October: 03:00 is 02:00',
      zone: 'Europe/Berlin',
      received: '2026-10-24T12:00+02:00',
      left: [
        ['2026-10-24T12:00+02:00', 25],
        ['2026-10-25T02:30+02:00', 10.5],
        ['2026-10-25T02:30+01:00', 9.5],
        ['2026-10-25T12:00+01:00', 0],
        ['2026-10-25T14:00+01:00', -2],
      ],
    },
    {
      night: 'New York, March: 02:00 is 03:00',
      zone: 'America/New_York',
      received: '2026-03-07T12:00-05:00',
      left: [
        ['2026-03-07T12:00-05:00', 23],
        ['2026-03-08T01:00-05:00', 10],
        ['2026-03-08T03:00-04:00', 9],
        ['2026-03-08T12:00-04:00', 0],
        ['2026-03-08T14:00-04:00', -2],
      ],
    },
    {
      night: 'New York, November: 02:00 is 01:00',
      zone: 'America/New_York',
      received: '2026-10-31T12:00-04:00',
      left: [
        ['2026-10-31T12:00-04:00', 25],
        ['2026-11-01T01:30-04:00', 11.5],
        ['2026-11-01T01:30-05:00', 10.5],
        ['2026-11-01T12:00-05:00', 0],
        ['2026-11-01T14:00-05:00', -2],
      ],
    },
  ] as const)('$night, at a desk that never closes: the hour is not there, or there twice', (night) => {
    vi.setSystemTime(at(night.received));
    const overlay = openOverlay({ ...night, week: WHOLE_WEEK });
    for (const [when, hours] of night.left) {
      passTo(when);
      expect([when, overlay.left()! / HOUR]).toEqual([when, hours]);
    }
  });

  // Open on weekdays, 09:00 to 17:00: half an hour on Friday, seven and a half on Monday, whatever the night does.
  it.each([
    ['Europe/Berlin', '2026-03-27T16:30+01:00', '2026-03-29T04:00+02:00', '2026-03-30', '+02:00'],
    ['Europe/Berlin', '2026-10-23T16:30+02:00', '2026-10-25T04:00+01:00', '2026-10-26', '+01:00'],
    ['America/New_York', '2026-03-06T16:30-05:00', '2026-03-08T04:00-04:00', '2026-03-09', '-04:00'],
    ['America/New_York', '2026-10-30T16:30-04:00', '2026-11-01T04:00-05:00', '2026-11-02', '-05:00'],
  ])(
    '%s, office hours, asked on %s: nothing runs over the weekend, and Monday opens by the new clock',
    (zone, received, night, monday, offset) => {
      vi.setSystemTime(at(received));
      const overlay = openOverlay({ zone, week: OFFICE_WEEK, received });
      expect(overlay.left()).toBe(8 * HOUR);
      passTo(night);
      expect(overlay.look().countdown).toEqual({
        leftMs: 7.5 * HOUR,
        running: false,
        resumesMs: at(`${monday}T09:00${offset}`),
        steadyUntilMs: at(`${monday}T09:00${offset}`),
      });
      passTo(`${monday}T10:00${offset}`);
      expect(overlay.look().countdown).toMatchObject({ leftMs: 6.5 * HOUR, running: true });
    },
  );
});
