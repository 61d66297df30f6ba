/** Threads as they really come: out of order, same-minute, times half known; and the rule itself on random threads. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inquiriesOf, type ThreadMessage } from '#core';
import { BERLIN, clockOf, HOUR, oracleOf, PREMIUM } from '../../support/oracle/expectations.ts';
import { holds } from '../../support/oracle/properties.ts';
import { inquiries, june, told } from '../../support/oracle/threads.ts';

describe('the order of a thread', () => {
  it('is that of its times, not of the page: newest first is as good', () => {
    const found = inquiries('C Wed 10:00, S Tue 09:00, C Mon 10:00', 'Wed 12:00');
    expect(found.map(told)).toMatchObject([
      { state: 'answered-in-time', received: 'Mon 8 10:00', answered: 'Tue 9 09:00' },
      { state: 'running', received: 'Wed 10 10:00', due: 'Thu 11 10:00' },
    ]);
  });

  it('is the page’s where two messages show the same minute', () => {
    expect(inquiries('C Mon 10:00, S Mon 10:00', 'Mon 12:00').map(told)).toMatchObject([
      { state: 'answered-in-time' },
    ]);
    expect(inquiries('S Mon 10:00, C Mon 10:00', 'Mon 12:00').map(told)).toMatchObject([
      { state: 'running' },
    ]);
  });
});

describe('who answers', () => {
  const by = (email: string): ThreadMessage => ({
    role: 'staff',
    at: [june('Mon 11:00'), june('Mon 11:00')],
    author: { email },
  });

  it('any public staff reply, or only the manager’s and the backup’s where that is set', () => {
    const options = { answers: ({ email }: { email?: string }) => email === 'mia@vendor.example' };
    const asked: ThreadMessage = { role: 'customer', at: [june('Mon 10:00'), june('Mon 10:00')], author: {} };
    const state = (email: string, more: object) =>
      inquiriesOf([asked, by(email)], {
        clock: clockOf(BERLIN),
        reading: 'same-time',
        dueSoonMs: 0,
        termsAt: () => ({
          inTerm: true,
          target: PREMIUM,
          targetRests: { kind: 'clause', clause: 'target.premium' },
        }),
        availability: { hours: 'availability.hours', exceptions: 'availability.exceptions' },
        nowMs: june('Mon 12:00'),
        status: 'open',
        ...more,
      })[0]?.state;
    expect(state('tom@vendor.example', {})).toBe('answered-in-time');
    expect(state('tom@vendor.example', options)).toBe('running');
    expect(state('mia@vendor.example', options)).toBe('answered-in-time');
  });
});

describe('an answer that is not needed', () => {
  it('holds for an inquiry whose time the page tells only roughly, read a little later each time', () => {
    const asked = (from: string, until: string): ThreadMessage[] => [
      { role: 'customer', at: [june(from), june(until)], author: {} },
    ];
    const state = (messages: ThreadMessage[]) =>
      inquiriesOf(messages, {
        clock: clockOf(BERLIN),
        reading: 'same-time',
        dueSoonMs: 0,
        termsAt: () => ({
          inTerm: true,
          target: PREMIUM,
          targetRests: { kind: 'clause', clause: 'target.premium' },
        }),
        availability: { hours: 'availability.hours', exceptions: 'availability.exceptions' },
        nowMs: june('Mon 14:00'),
        status: 'open',
        // Marked when "3 hours ago" began at 10:00.
        dismissals: [{ inquiryMs: june('Mon 10:00'), by: 'Mia', atMs: june('Mon 13:30') }],
      })[0]?.state;
    expect(state(asked('Mon 10:30', 'Mon 11:30'))).toBe('nothing-owed');
    expect(state(asked('Mon 11:30', 'Mon 12:30'))).toBe('running');
    // Told exactly, the next message is another inquiry.
    expect(state(asked('Mon 10:01', 'Mon 10:01'))).toBe('running');
  });
});

describe('a time known only to the day', () => {
  const wholeDay = (day: number): [number, number] => {
    const start = Date.parse(`2026-06-${String(day).padStart(2, '0')}T00:00+02:00`);
    return [start, start + 24 * HOUR - 1];
  };
  const asked = (now: string) =>
    inquiriesOf([{ role: 'customer', at: wholeDay(8), author: {} }], {
      clock: clockOf(BERLIN),
      reading: 'same-time',
      dueSoonMs: 0,
      termsAt: () => ({
        inTerm: true,
        target: PREMIUM,
        targetRests: { kind: 'clause', clause: 'target.premium' },
      }),
      availability: { hours: 'availability.hours', exceptions: 'availability.exceptions' },
      nowMs: june(now),
      status: null,
    })[0];

  it('gives a range of due times, from the first to the last that it can be', () => {
    // Before 09:00 counts from Mon 09:00; after 17:00 from Tue 09:00, due Wed 09:00.
    expect(asked('Mon 12:00')?.due).toEqual([june('Tue 09:00'), june('Wed 09:00')]);
  });

  it('is certainly overdue only after the last of them', () => {
    expect(asked('Tue 12:00')?.certain).toBe(false);
    expect(asked('Wed 09:01')).toMatchObject({ state: 'overdue', certain: true });
    expect(asked('Mon 16:00')).toMatchObject({ state: 'running', certain: true });
  });
});

describe('on any thread', () => {
  const role = fc.constantFrom('customer', 'staff', 'note', 'automatic', 'unknown' as const);
  const messages = fc
    .uniqueArray(fc.tuple(role, fc.integer({ min: june('Mon 1 00:00'), max: june('Fri 12 23:00') })), {
      maxLength: 12,
      selector: ([, ms]) => ms,
    })
    .map((list) => list.map(([as, ms]): ThreadMessage => ({ role: as, at: [ms, ms], author: {} })));

  /** The reading "Inquiry", word for word: the first customer message that no staff reply has answered. */
  function expected(thread: ThreadMessage[]) {
    const found: { received: number; answered: number | null }[] = [];
    for (const { role: as, at } of [...thread].sort((a, b) => a.at![0] - b.at![0])) {
      const owed = found.at(-1)?.answered === null;
      if (as === 'customer' && !owed) found.push({ received: at![0], answered: null });
      if (as === 'staff' && owed) found.at(-1)!.answered = at![0];
    }
    return found;
  }

  it('each inquiry runs from the first unanswered message to the next reply, and is judged by its own due time', () => {
    holds(
      fc.property(messages, (thread) => {
        const nowMs = june('Mon 15 12:00');
        const found = inquiriesOf(thread, {
          clock: clockOf(BERLIN),
          reading: 'same-time',
          dueSoonMs: HOUR,
          termsAt: () => ({
            inTerm: true,
            target: PREMIUM,
            targetRests: { kind: 'clause', clause: 'target.premium' },
          }),
          availability: { hours: 'availability.hours', exceptions: 'availability.exceptions' },
          nowMs,
          status: 'open',
        });
        const oracle = oracleOf(BERLIN);
        expect(
          found.map(({ received, answered, due, lateMs, state }) => [
            received?.[0],
            answered?.[0],
            due?.[0],
            lateMs,
            state,
          ]),
        ).toEqual(
          expected(thread).map(({ received, answered }) => {
            const due = oracle.due(received, PREMIUM, 'same-time')!;
            const judged = answered ?? nowMs;
            const late = judged > due ? oracle.elapsed(due, judged) : 0;
            const open = oracle.elapsed(nowMs, due) <= HOUR ? 'due-soon' : 'running';
            const state =
              answered === null
                ? judged > due
                  ? 'overdue'
                  : open
                : judged > due
                  ? 'answered-late'
                  : 'answered-in-time';
            return [received, answered ?? undefined, due, late, state];
          }),
        );
      }),
      200,
    );
  });
});
