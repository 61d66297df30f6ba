import { describe, expect, it } from 'vitest';
import { peakOfCases } from '#core/scope/parts/cases-peak.ts';
import { casesInHand, findingsOf, inShort, type Parts } from './book.ts';

const TWO = [{}, { customer: 'B' }];

function found(parts: Parts, now?: string) {
  return findingsOf('cases-in-hand', parts, now);
}

describe('cases in hand of a manager', () => {
  it('are counted over all customers: 30 are allowed, 31 are not, and the newest is marked', () => {
    // 18 of customer A and 12 of customer B are 30.
    const at30 = [...casesInHand(18), ...casesInHand(12, { engagement: 'E-2', opened: '2026-06-01' })];
    expect(inShort(found({ engagements: TWO, cases: at30 }))).toEqual(['M-1 cases-in-hand-near 0']);
    const at31 = [...at30, { id: 'new', engagement: 'E-1', opened: '2026-06-05' }];
    expect(found({ engagements: TWO, cases: at31 })).toMatchObject([
      {
        message: 'cases-in-hand-over',
        severity: 'violation',
        subject: { kind: 'manager', id: 'M-1' },
        values: { used: 31, limit: 30 },
        rows: [{ kind: 'case', engagement: 'E-1', row: 'new' }],
        since: '2026-06-05',
      },
    ]);
  });

  it('warn from 24 on, which is 80 % of 30', () => {
    expect(found({ cases: casesInHand(23) })).toEqual([]);
    expect(inShort(found({ cases: casesInHand(24) }))).toEqual(['M-1 cases-in-hand-near 0']);
  });

  it('count Standard customers too where another engagement sets the limit, and nothing where none does', () => {
    const cases = casesInHand(31, { engagement: 'E-2' });
    const standard = { tier: 'standard', customer: 'B' };
    expect(inShort(found({ engagements: [{}, standard], cases }))).toEqual(['M-1 cases-in-hand-over 1']);
    expect(found({ engagements: [{ tier: 'standard' }, standard], cases })).toEqual([]);
  });

  it('a solved case is no longer in hand, a pending one still is', () => {
    const cases = [...casesInHand(30, { status: 'pending' }), { status: 'solved' as const }];
    expect(inShort(found({ cases }))).toEqual(['M-1 cases-in-hand-near 0']);
  });

  it('say how they spread over the engagements', () => {
    const cases = [...casesInHand(20), ...casesInHand(11, { engagement: 'E-2' })];
    expect(found({ engagements: TWO, cases })[0]!.steps.slice(0, 3)).toEqual([
      { step: 'cases-of-engagement', values: { engagement: 'E-1', count: 20 } },
      { step: 'cases-of-engagement', values: { engagement: 'E-2', count: 11 } },
      { step: 'cases-now', values: { used: 31, limit: 30 } },
    ]);
  });
});

describe('the peak', () => {
  it('is still said when the cases are closed again', () => {
    // 10 open since May; 25 more from June 2, solved on June 9: 35 at the end of June 2 to 8, then 10.
    const cases = [
      ...casesInHand(10, { opened: '2026-05-04' }),
      ...casesInHand(25, { engagement: 'E-2', opened: '2026-06-02', closed: '2026-06-09', status: 'solved' }),
    ];
    expect(found({ engagements: TWO, cases })).toMatchObject([
      {
        message: 'cases-in-hand-peak',
        severity: 'warning',
        values: { used: 10, limit: 30, peak: 35, on: '2026-06-02' },
        since: '2026-06-02',
      },
    ]);
    // Six weeks later the four complete weeks before begin on June 22: the peak is history.
    expect(found({ engagements: TWO, cases }, '2026-07-24T12:00+02:00')).toEqual([]);
  });

  it('one case for another on the same day is no more than before', () => {
    const cases = [
      { id: '1', engagement: 'E-1', status: 'closed', opened: '2026-06-01', closed: '2026-06-03' },
      { id: '2', engagement: 'E-1', status: 'open', opened: '2026-06-03' },
    ] as const;
    expect(peakOfCases([...cases], '2026-05-01', '2026-06-30')).toMatchObject({ count: 1, on: '2026-06-01' });
  });

  it('a case that is over without a date is left out, one without a beginning was always there', () => {
    const cases = [
      { id: '1', engagement: 'E-1', status: 'closed', opened: '2026-06-01' },
      { id: '2', engagement: 'E-1', status: 'open' },
    ] as const;
    expect(peakOfCases([...cases], '2026-05-01', '2026-06-30')).toMatchObject({ count: 1, on: '2026-05-01' });
  });
});
