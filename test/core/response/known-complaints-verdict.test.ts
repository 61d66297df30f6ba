/** `known-complaints.md`, "Inquiry clock": the cases that need a directory, judged as the background judges them. */
import { describe, expect, it } from 'vitest';
import { isProblem, sayInstant, type TicketFacts, translator, verdictOf } from '#core';
import { sayDerivation } from '#core/response/say-derivation.ts';
import { dueTime } from '#core/time/due-at.ts';
import { bookOf, engagement, factsOf } from '../../support/core/facts.ts';
import { at, clockOf, expectDue, on, PREMIUM } from '../../support/oracle/expectations.ts';
import { june } from '../../support/oracle/threads.ts';

const customers = [{ id: 'A', name: 'Customer A', domains: ['a.example'] }];
const requester: Partial<TicketFacts> = { requester: { value: { email: 'ana@a.example' }, source: 'label' } };

const bookWith = (tier: string, more: Record<string, unknown> = {}, sections: Record<string, unknown> = {}) =>
  bookOf({ customers, engagements: [engagement('E-1', 'A', tier, more)], ...sections });

const customerAt = (ms: number, more: Partial<TicketFacts> = {}) =>
  factsOf([['customer', new Date(ms).toISOString()]], { ...requester, ...more });

const judge = (facts: TicketFacts, book: ReturnType<typeof bookWith>, nowMs: number) =>
  verdictOf(facts, book, { nowMs, language: 'en' });

describe('backup-while-away', () => {
  const timeOff = [{ manager: 'M-1', from: '2026-06-08', until: '2026-06-12' }];

  it.each([
    ['a backup of the engagement', { backup: 'M-2' }, 'backup'],
    ['no backup', {}, null],
  ])('with %s the clock runs on: due on Tuesday at 10:00', (_, more, serving) => {
    const verdict = judge(
      customerAt(june('Mon 10:00')),
      bookWith('premium', more, { timeOff }),
      june('Mon 11:00'),
    );
    expect(verdict.current?.due).toEqual([june('Tue 10:00'), june('Tue 10:00')]);
    expect(verdict.engagement?.serving).toBe(serving);
  });

  it('without a backup, the gap in coverage is said; when the manager is back, nothing is left of it', () => {
    const book = bookWith('premium', {}, { timeOff });
    const away = judge(customerAt(june('Mon 10:00')), book, june('Fri 12:00'));
    expect(away.engagement?.serving).toBe(null);
    const back = judge(
      customerAt(june('Mon 15 10:00')),
      bookWith('premium', { backup: 'M-2' }, { timeOff }),
      june('Mon 15 11:00'),
    );
    expect(back.engagement?.serving).toBe('manager');
  });
});

describe('two-clocks', () => {
  const riyadh = { zone: 'Asia/Riyadh', week: on('sun mon tue wed thu', '09:00-17:00') };
  const due = '2026-09-20T11:00Z';

  it('the contract’s zone decides: Thursday 14:00 in Riyadh is due on Sunday at 14:00 there', () => {
    expectDue(riyadh, PREMIUM, '2026-09-17T11:00Z', due);
  });

  it('the same instant is shown on the contract’s clock and on the viewer’s', () => {
    const shownIn = (zone: string) => sayInstant(at(due), { language: 'en', zone });
    expect(shownIn('Asia/Riyadh')).toContain('14:00');
    expect(shownIn('Asia/Kolkata')).toContain('16:30');
    expect(shownIn('America/New_York')).toMatch(/\b0?7:00/);
  });

  it('a newest message later than now means a doubtful zone: said, and nothing counted in silence', () => {
    const verdict = judge(customerAt(june('Mon 14:00')), bookWith('premium'), june('Mon 10:00'));
    expect(verdict.unread).toContain('zone');
    expect(verdict.current).toMatchObject({ state: 'unread', due: null, leftMs: 0 });
  });
});

describe('why-then', () => {
  const calendars = [
    {
      id: 'berlin',
      zone: 'Europe/Berlin',
      week: on('mon tue wed thu fri', '09:00-17:00'),
      holidays: [{ date: '2026-05-14', name: 'Ascension Day' }],
    },
  ];
  const verdict = judge(
    customerAt(at('2026-05-13T18:20+02:00')),
    bookWith('standard', {}, { calendars }),
    at('2026-05-15T10:00+02:00'),
  );

  it('the steps tell the whole way, in order', () => {
    expect(verdict.current?.due?.[0]).toBe(at('2026-05-19T09:00+02:00'));
    expect(verdict.current?.steps).toMatchObject([
      { step: 'received', atMs: at('2026-05-13T18:20+02:00'), open: false },
      {
        step: 'passed-over',
        from: '2026-05-14',
        until: '2026-05-14',
        reason: 'holiday',
        name: 'Ascension Day',
      },
      { step: 'counted-from', atMs: at('2026-05-15T09:00+02:00') },
      { step: 'passed-over', from: '2026-05-16', until: '2026-05-17', reason: 'weekend' },
      { step: 'business-day', date: '2026-05-18', number: 1 },
      { step: 'business-day', date: '2026-05-19', number: 2 },
      { step: 'due', atMs: at('2026-05-19T09:00+02:00'), reading: 'same-time' },
    ]);
  });

  it('the clause is Standard’s target, and the reading is named as one of ours', () => {
    expect(verdict.current?.targetRests).toEqual({ kind: 'clause', clause: 'target.standard' });
    const said = sayDerivation(verdict.current!.steps, {
      translate: translator('en'),
      zone: 'Europe/Berlin',
    });
    expect(said).toHaveLength(7);
    expect(said.at(-1)).toMatchObject({ isReading: true });
    expect(said.map(({ text }) => text).join('\n')).toContain('Ascension Day');
    expect(said.every(({ text, rests }) => text.length > 0 && rests.length > 0)).toBe(true);
    expect(said.map(({ text }) => text).join('\n')).not.toMatch(/[{}]|undefined|NaN/);
  });
});

describe('no-target-stated', () => {
  it('TSAM without a target of its contract: no due time, no countdown, and the clause says so', () => {
    const { current } = judge(customerAt(june('Mon 10:00')), bookWith('tsam'), june('Fri 12:00'));
    expect(current).toMatchObject({ state: 'not-stated', due: null, leftMs: 0, lateMs: 0, target: null });
    expect(current?.targetRests).toEqual({ kind: 'clause', clause: 'target.not-stated' });
  });

  it('a tier that changes from a date on leaves earlier inquiries as they were', () => {
    const book = bookWith('premium', { changes: [{ from: '2026-06-10', tier: 'tsam' }] });
    expect(judge(customerAt(june('Mon 10:00')), book, june('Fri 12:00')).current).toMatchObject({
      state: 'overdue',
      due: [june('Tue 10:00'), june('Tue 10:00')],
    });
    expect(judge(customerAt(june('Wed 10:00')), book, june('Fri 12:00')).current).toMatchObject({
      state: 'not-stated',
      due: null,
    });
  });

  it('TSAM with its contract’s target is owed on that contract’s word', () => {
    const book = bookWith('tsam', { agreed: { target: { businessDays: 1 }, source: 'Order 4711, § 3' } });
    expect(judge(customerAt(june('Mon 10:00')), book, june('Mon 11:00')).current).toMatchObject({
      due: [june('Tue 10:00'), june('Tue 10:00')],
      targetRests: { kind: 'contract', source: 'Order 4711, § 3' },
    });
  });
});

describe('list-equals-ticket', () => {
  const book = bookWith('premium');

  it('the same facts give the same verdict, field by field', () => {
    const fromRow = judge(customerAt(june('Mon 10:00')), book, june('Mon 16:00'));
    const fromPage = judge(structuredClone(customerAt(june('Mon 10:00'))), book, june('Mon 16:00'));
    expect(fromRow).toEqual(fromPage);
    const clock = clockOf({ zone: 'Europe/Berlin', week: on('mon tue wed thu fri', '09:00-17:00') });
    const due = dueTime(clock, june('Mon 10:00'), PREMIUM, 'same-time');
    expect(isProblem(due) || fromRow.current?.due).toEqual([due, due]);
  });

  it('a row without messages says so, and never gives a bare date', () => {
    const created = {
      value: {
        fromMs: june('Mon 10:00'),
        untilMs: june('Mon 10:00'),
        zone: 'offset' as const,
        shown: '8 June',
      },
      source: 'label' as const,
    };
    const row = factsOf([], { ...requester, created, unread: ['messages'] });
    const verdict = judge(row, book, june('Mon 16:00'));
    expect(verdict.unread).toContain('messages');
    if (verdict.current?.due)
      expect(verdict.current.received).toEqual([june('Mon 10:00'), june('Mon 10:00')]);
  });
});
