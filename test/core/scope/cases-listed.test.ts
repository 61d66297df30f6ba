import { describe, expect, it } from 'vitest';
import { findingsOf } from './book.ts';

describe('a ticket that is listed as a case', () => {
  const link = 'https://desk.example/tickets/7';
  const found = (cases: Parameters<typeof findingsOf>[1]['cases']) =>
    findingsOf('ticket-claims', { engagements: [{}, { customer: 'B' }, {}], cases }).map(
      ({ subject, severity, values, rows }) => [
        subject.id,
        severity,
        values.engagement,
        rows.map(({ row }) => row),
      ],
    );

  it('under two engagements is a warning at both, with both rows', () => {
    // The address of a ticket is the same with a fragment behind it.
    expect(found([{ link }, { engagement: 'E-2', link: `${link}#last` }, { engagement: 'E-3' }])).toEqual([
      ['E-1', 'warning', 'E-2', ['C-1', 'C-2']],
      ['E-2', 'warning', 'E-1', ['C-1', 'C-2']],
    ]);
  });

  it('twice under one engagement, or without a link, is none', () => {
    expect(found([{ link }, { link }, {}, { engagement: 'E-2', link: ' ' }])).toEqual([]);
  });
});

describe('an answer that is dated before its inquiry', () => {
  const inquiry = (received: string, answered: string) => ({
    received: `2026-06-${received}+02:00`,
    answered: `2026-06-${answered}+02:00`,
  });
  const found = (inquiries: { received: string; answered?: string }[], status: 'open' | 'closed' = 'open') =>
    findingsOf('response', { cases: [{ status, inquiries }] }, '2026-06-11T09:00+02:00').map(
      ({ message, values }) => [message, values.case, values.whenMs],
    );

  it('is a warning beside what is owed for it, and in a closed case too', () => {
    const received = Date.parse('2026-06-10T12:00+02:00');
    const wrong = inquiry('10T12:00', '10T11:59');
    const warning = ['response-before-inquiry', 'C-1', received];
    expect(found([wrong])).toEqual([warning]);
    expect(found([wrong], 'closed')).toEqual([warning]);
  });

  it('in the same minute it is an answer', () => {
    expect(found([inquiry('10T12:00', '10T12:00'), inquiry('09T12:00', '10T08:00')])).toEqual([]);
  });
});
