import { describe, expect, it } from 'vitest';
import { type TicketFacts, type Verdict, verdictOf } from '#core';
import { bookOf, engagement, factsOf, OFFICE_WEEK } from '../../support/core/facts.ts';

const at = Date.parse;
const customers = [
  { id: 'A', name: 'Customer A', domains: ['a.example'] },
  { id: 'B', name: 'Customer B', domains: ['b.example'] },
];

function premium(more: Record<string, unknown> = {}, sections: Record<string, unknown> = {}) {
  return bookOf({ customers, engagements: [engagement('E-1', 'A', 'premium', more)], ...sections });
}

function ask(
  book: ReturnType<typeof bookOf>,
  messages: Parameters<typeof factsOf>[0],
  nowIso: string,
  more: Parameters<typeof factsOf>[1] = {},
): Verdict {
  const facts = factsOf(messages, {
    requester: { value: { email: 'ana@a.example' }, source: 'label' },
    ...more,
  });
  return verdictOf(facts, book, { nowMs: at(nowIso), language: 'en' });
}

const MONDAY_TEN = '2026-06-08T10:00+02:00';

describe('the verdict on a ticket', () => {
  it('an unknown customer gets no tier, no due time and no entitlements of anybody', () => {
    const verdict = ask(premium(), [['customer', MONDAY_TEN]], '2026-06-08T11:00+02:00', {
      requester: { value: { email: 'x@elsewhere.example' }, source: 'label' },
    });
    expect(verdict).toMatchObject({
      match: { kind: 'unknown' },
      engagement: null,
      current: null,
      history: [],
      entitlements: [],
      scope: [],
      open: [],
    });
    expect(verdict.candidates).toEqual([{ engagement: 'E-1', customer: 'Customer A', tier: 'Premium' }]);
  });

  it('merged tickets are one thread by their times, whichever ticket a message stood in first', () => {
    // The second ticket's messages stand below the first one's, its opening twice. Asked Monday 10:00, again at 14:00;
    // the reply of Tuesday 09:30 answers both, before Tuesday 10:00. Asked anew on Tuesday 15:00: due Wednesday 15:00.
    const { history } = ask(
      premium(),
      [
        ['customer', MONDAY_TEN],
        ['staff', '2026-06-09T09:30+02:00'],
        ['customer', '2026-06-08T14:00+02:00'],
        ['customer', '2026-06-08T14:00+02:00'],
        ['customer', '2026-06-09T15:00+02:00'],
      ],
      '2026-06-10T10:00+02:00',
    );
    expect(history.map(({ state, received, due }) => [state, received?.[0], due?.[0]])).toEqual([
      ['answered-in-time', at(MONDAY_TEN), at('2026-06-09T10:00+02:00')],
      ['running', at('2026-06-09T15:00+02:00'), at('2026-06-10T15:00+02:00')],
    ]);
  });

  it('list-equals-ticket: the same facts give the same verdict, field by field', () => {
    const messages = [['customer', MONDAY_TEN, 'ana@a.example']] as const;
    const [row, page] = [1, 2].map(() => ask(premium(), messages, '2026-06-08T11:00+02:00'));
    expect(row).toEqual(page);
  });

  it('carries the open hours from when it was received to past the due time, so that picture and countdown need no other question', () => {
    const { open, current } = ask(premium(), [['customer', MONDAY_TEN]], '2026-06-08T16:00+02:00');
    expect(current).toMatchObject({ state: 'due-soon', leftMs: 2 * 3_600_000 });
    expect(open.slice(0, 2)).toEqual([
      [at('2026-06-08T10:00+02:00'), at('2026-06-08T17:00+02:00')],
      [at('2026-06-09T09:00+02:00'), at('2026-06-09T17:00+02:00')],
    ]);
  });

  it('backup-while-away: the clock runs on and the backup serves; without one the gap is said', () => {
    const timeOff = [{ manager: 'M-1', from: '2026-06-08', until: '2026-06-12' }];
    const due = [at('2026-06-09T10:00+02:00'), at('2026-06-09T10:00+02:00')];
    const served = (more: Record<string, unknown>, now: string) => {
      const verdict = ask(premium(more, { timeOff }), [['customer', MONDAY_TEN]], now);
      expect(verdict.current?.due).toEqual(due);
      return verdict.engagement?.serving;
    };
    expect(served({ backup: 'M-2' }, '2026-06-08T11:00+02:00')).toBe('backup');
    expect(served({}, '2026-06-08T11:00+02:00')).toBe(null);
    expect(served({ backup: 'M-2' }, '2026-06-15T09:00+02:00')).toBe('manager');
  });

  it('two-clocks: a message later than now means a doubtful zone: said, and no countdown', () => {
    const verdict = ask(premium(), [['customer', '2026-06-08T14:00+02:00']], MONDAY_TEN);
    expect(verdict.current).toMatchObject({ state: 'unread', due: null });
    expect(verdict.unread).toContain('zone');
  });

  it('a minute’s difference between two clocks is no doubt', () => {
    const verdict = ask(premium(), [['customer', '2026-06-08T10:01+02:00']], MONDAY_TEN);
    expect(verdict.current?.state).toBe('running');
  });

  it('unidentified-writer: owed all the same, with the remark beside it', () => {
    const book = premium({ contacts: [{ email: 'otto@a.example' }] });
    const verdict = ask(book, [['customer', MONDAY_TEN, 'ana@a.example']], '2026-06-08T11:00+02:00');
    expect(verdict.current?.due?.[0]).toBe(at('2026-06-09T10:00+02:00'));
    expect(verdict.scope.map(({ message }) => message)).toContain('unidentified-writer');
  });

  it('no-target-stated: a dated change applies to what is received from then on', () => {
    const book = premium({ changes: [{ from: '2026-06-10', tier: 'tsam' }] });
    const before = ask(book, [['customer', MONDAY_TEN]], '2026-06-10T12:00+02:00');
    expect(before.current?.due?.[0]).toBe(at('2026-06-09T10:00+02:00'));
    const after = ask(book, [['customer', '2026-06-10T10:00+02:00']], '2026-06-10T12:00+02:00');
    expect(after.current).toMatchObject({
      state: 'not-stated',
      due: null,
      targetRests: { clause: 'target.not-stated' },
    });
  });

  it('a contract’s own target is owed and named as its own', () => {
    const book = bookOf({
      customers,
      engagements: [
        engagement('E-1', 'A', 'tsam', { agreed: { target: { businessDays: 1 }, source: 'Order 4711' } }),
      ],
    });
    expect(ask(book, [['customer', MONDAY_TEN]], '2026-06-08T11:00+02:00').current).toMatchObject({
      due: [at('2026-06-09T10:00+02:00'), at('2026-06-09T10:00+02:00')],
      targetRests: { kind: 'contract', source: 'Order 4711' },
    });
  });

  it('hours that a contract has agreed rest on that contract, not on the clause', () => {
    const agreed = {
      calendars: [{ id: 'berlin', zone: 'Europe/Berlin', week: OFFICE_WEEK, source: 'Order 4711, § 2' }],
    };
    const friday = [['customer', '2026-06-05T10:00+02:00']] as const;
    const rests = (sections: Record<string, unknown>) => {
      const verdict = ask(premium({}, sections), friday, '2026-06-05T11:00+02:00');
      return verdict.current?.steps.find(({ step }) => step === 'passed-over')?.rests;
    };
    expect(rests(agreed)).toEqual({ kind: 'contract', source: 'Order 4711, § 2' });
    expect(rests({})).toEqual({ kind: 'clause', clause: 'availability.hours' });
  });

  it('outside the term nothing is owed, and that is what is said', () => {
    const verdict = ask(
      premium({ until: '2026-06-05' }),
      [['customer', MONDAY_TEN]],
      '2026-06-08T11:00+02:00',
    );
    expect(verdict.current).toMatchObject({ state: 'outside-term', due: null });
  });

  it('a time known only to the day gives a range of due times, and the state says that it is not certain', () => {
    const facts = factsOf([], { requester: { value: { email: 'ana@a.example' }, source: 'label' } });
    const day = { fromMs: at('2026-06-08T00:00+02:00'), untilMs: at('2026-06-09T00:00+02:00') - 1 };
    facts.messages = [
      { role: 'customer', author: {}, at: { ...day, zone: 'page', shown: '8 June' }, source: 'label' },
    ];
    const verdict = verdictOf(facts, premium(), { nowMs: at('2026-06-09T12:00+02:00'), language: 'en' });
    // Received by 09:00 at the earliest: due Tuesday 09:00; after 17:00 at the latest: counts from Tuesday 09:00.
    expect(verdict.current).toMatchObject({
      due: [at('2026-06-09T09:00+02:00'), at('2026-06-10T09:00+02:00')],
      certain: false,
    });
  });

  it('nobody is told that nothing is owed before the thread was read', () => {
    const found = (...seen: Partial<TicketFacts>[]) =>
      seen.map(
        (each) =>
          verdictOf(factsOf([], each), premium(), { nowMs: at(MONDAY_TEN), language: 'en' }).withoutInquiry,
      );
    expect(found({}, { unread: ['organisation', 'zone'] })).toEqual(['nothing-owed', 'nothing-owed']);
    expect(found({ unread: ['messages'] }, { unread: ['roles'] }, { earlierMessages: 12 })).toEqual([
      'unread',
      'unread',
      'unread',
    ]);
  });

  it('goodbye-restarts: what a staff member marked as needing no answer is owed no more; the next question is', () => {
    const marked = premium(
      {},
      {
        noAnswerNeeded: [
          {
            ticket: 'https://desk.example/ticket/1#x',
            inquiry: '2026-06-09T09:00:00Z',
            by: 'Mia',
            at: '2026-06-09T09:05:00Z',
          },
        ],
      },
    );
    const thread = [
      ['customer', MONDAY_TEN],
      ['staff', '2026-06-09T09:00+02:00'],
      ['customer', '2026-06-09T11:00+02:00'],
    ] as const;
    expect(ask(marked, thread, '2026-06-09T12:00+02:00').current).toMatchObject({
      state: 'nothing-owed',
      dismissed: { by: 'Mia' },
    });
    const asksAgain = [...thread, ['customer', '2026-06-10T09:20+02:00']] as const;
    expect(ask(marked, asksAgain, '2026-06-10T12:00+02:00').current?.due?.[0]).toBe(
      at('2026-06-11T09:20+02:00'),
    );
  });

  it('only the manager’s or the backup’s reply answers where the rulebook says so', () => {
    const strict = premium(
      { backup: 'M-2' },
      { rulebook: { use: 'service-management', readings: { answeredBy: 'manager-or-backup' } } },
    );
    const by = (email: string) =>
      ask(
        strict,
        [
          ['customer', MONDAY_TEN],
          ['staff', '2026-06-08T11:00+02:00', email],
        ],
        '2026-06-08T12:00+02:00',
      ).current?.state;
    expect(by('colleague@vendor.example')).toBe('running');
    expect(by('max@vendor.example')).toBe('answered-in-time');
  });
});
