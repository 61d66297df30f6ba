import { describe, expect, it } from 'vitest';
import { cadenceOf, type Engagement } from '#core';
import { findingsOf, NOW, openBook, type Parts, WEEK } from '../scope/book.ts';

/** What a rule says of each deliverable: message, what of, since when, and how many of how many. */
function short(rule: 'cadence' | 'weekly-call', parts: Parts, now = NOW): string[] {
  return findingsOf(rule, parts, now).map(({ message, subject, values, since }) =>
    [message, values.deliverable ?? subject.id, since, values.count && `${values.count}/${values.of}`]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

const engaged = (own: Partial<Engagement>, activities: Parts['activities'] = []): Parts => ({
  engagements: [own],
  activities,
});

describe('a period owes it when at least half of its business days lie in the term and are open', () => {
  const MONDAY = '2026-06-08T09:00+02:00';
  const call = (from: string, holidays: { date: string }[] = []) =>
    short(
      'weekly-call',
      { ...engaged({ from }), calendars: [{ id: 'berlin', zone: 'Europe/Berlin', week: WEEK, holidays }] },
      MONDAY,
    );

  it('three of five days of 2026-W23 are enough, two are not', () => {
    expect(call('2026-06-03')).toEqual(['weekly-call-missed E-1 2026-W23 1/1']);
    expect(call('2026-06-04')).toEqual([]);
  });

  it('a holiday in between leaves two of five', () => {
    expect(call('2026-06-03', [{ date: '2026-06-04' }])).toEqual([]);
  });

  it('a holiday on a Saturday takes nothing away', () => {
    expect(call('2026-06-03', [{ date: '2026-06-06' }])).toEqual(['weekly-call-missed E-1 2026-W23 1/1']);
  });

  it('exactly half of June 2026 is enough: 11 of its 22 days', () => {
    const review = (from: string) =>
      short('cadence', engaged({ from }), '2026-07-01T09:00+02:00').filter((line) =>
        line.includes('service-reviews'),
      );
    // From the 16th: 4 + 5 + 2 = 11 days are left; from the 17th 10.
    expect(review('2026-06-16')).toEqual(['cadence-missed service-reviews 2026-06 1/1']);
    expect(review('2026-06-17')).toEqual([]);
  });

  it('the end of the term counts as its start does', () => {
    // The term ends on Wednesday of W23: Monday to Wednesday are three of five.
    expect(short('weekly-call', engaged({ from: '2026-06-01', until: '2026-06-03' }), MONDAY)).toEqual([
      'weekly-call-missed E-1 2026-W23 1/1',
    ]);
    expect(short('weekly-call', engaged({ from: '2026-06-01', until: '2026-06-02' }), MONDAY)).toEqual([]);
  });

  it('half of the second quarter are 33 of its 65 days', () => {
    const q2 = (from: string) =>
      short('cadence', engaged({ tier: 'standard', from }), '2026-07-01T09:00+02:00');
    // From Friday May 15: 11 days of May and 22 of June are 33; from Monday the 18th 32.
    expect(q2('2026-05-15')).toEqual([
      'cadence-missed service-reviews 2026-Q2 1/1',
      'cadence-missed customer-intelligence-management 2026-Q2 1/1',
      'cadence-missed product-roadmap 2026-Q2 1/1',
    ]);
    expect(q2('2026-05-18')).toEqual([]);
  });
});

describe('what is given in the period is done', () => {
  it('an activity of the deliverable anywhere in it, on its local date', () => {
    const review = (date: string) => ({ deliverable: 'service-reviews', date });
    const since = { from: '2026-05-01' };
    const may = (activities: Parts['activities']) =>
      short('cadence', engaged(since, activities), '2026-06-01T09:00+02:00').filter((line) =>
        line.includes('service-reviews'),
      );
    expect(may([])).toEqual(['cadence-missed service-reviews 2026-05 1/1']);
    expect(may([review('2026-05-31')])).toEqual([]);
    expect(may([review('2026-06-01')])).toEqual(['cadence-missed service-reviews 2026-05 1/1']);
    // In Berlin it is June 1 already.
    const late = { deliverable: 'service-reviews', at: '2026-05-31T22:30Z' };
    expect(may([late])).toEqual(['cadence-missed service-reviews 2026-05 1/1']);
  });

  it('four complete weeks are looked back at, and each is shown', () => {
    const calls = ['2026-05-12', '2026-05-29'].map((date) => ({ date, weeklyCall: true }));
    const [finding] = findingsOf('weekly-call', engaged({}, calls), '2026-06-08T09:00+02:00');
    // W20 and W22 have a call; W21 and W23 have none.
    expect(finding).toMatchObject({
      severity: 'violation',
      values: { count: 2, of: 4 },
      since: '2026-W21',
      rests: { clause: 'scope.weekly-call' },
    });
    expect(finding!.steps.filter(({ step }) => step !== 'period-days')).toEqual([
      { step: 'period-done', values: { period: '2026-W20' } },
      { step: 'period-missed', values: { period: '2026-W21' } },
      { step: 'period-done', values: { period: '2026-W22' } },
      { step: 'period-missed', values: { period: '2026-W23' } },
    ]);
  });

  it('one call serves all engagements of the customer with that manager, and no other', () => {
    const from = '2026-06-01';
    const engagements = [{ from }, { from }, { from, customer: 'B' }, { from, manager: 'M-2' }];
    const activities = [{ date: '2026-06-02', weeklyCall: true }];
    expect(short('weekly-call', { engagements, activities }, '2026-06-08T09:00+02:00')).toEqual([
      'weekly-call-missed E-3 2026-W23 1/1',
      'weekly-call-missed E-4 2026-W23 1/1',
    ]);
  });

  it('an activity without the mark of the call is none', () => {
    const activities = [{ date: '2026-06-02', method: 'phone' as const }];
    expect(
      short('weekly-call', engaged({ from: '2026-06-01' }, activities), '2026-06-08T09:00+02:00'),
    ).toHaveLength(1);
  });
});

describe('the running period', () => {
  const now = (at: string) => short('weekly-call', engaged({ from: '2026-06-08' }), at);

  it('warns when 80 % of its business time has run: at the close of Thursday', () => {
    // 32 of 40 hours.
    expect(now('2026-06-11T16:59+02:00')).toEqual([]);
    expect(now('2026-06-11T17:00+02:00')).toEqual(['weekly-call-due E-1 2026-W24']);
  });

  it('is not warned of once it is done', () => {
    const done = [{ date: '2026-06-09', weeklyCall: true }];
    expect(short('weekly-call', engaged({ from: '2026-06-08' }, done))).toEqual([]);
  });

  it('ends with the term where that ends first', () => {
    const [due] = findingsOf(
      'weekly-call',
      engaged({ from: '2026-06-08', until: '2026-06-10' }),
      '2026-06-10T16:00+02:00',
    );
    // 23 of the 24 hours of Monday to Wednesday have run.
    expect(due!.values).toEqual({ period: '2026-W24', until: '2026-06-10' });
  });
});

describe('terms that change', () => {
  it('each tier owes what at least half of the period stood under it', () => {
    const changes = [{ from: '2026-06-10', tier: 'premium' }];
    const parts = engaged({ tier: 'standard', from: '2026-04-01', changes });
    // Standard from April 1 to June 9: 22 + 21 + 7 = 50 of 65 days of Q2; Premium from June 10: 15 of 22 of June.
    expect(
      short('cadence', parts, '2026-07-01T09:00+02:00').filter((line) => line.includes('service-reviews')),
    ).toEqual(['cadence-missed service-reviews 2026-Q2 1/1', 'cadence-missed service-reviews 2026-06 1/1']);
  });
});

describe('what is not stated is not owed', () => {
  it('nothing is due as needed, and TSAM has no frequencies', () => {
    const book = openBook(engaged({ tier: 'tsam' }));
    const cadences = cadenceOf(book, book.engagements.get('E-1')!, { nowMs: Date.parse(NOW), back: 4 });
    expect(cadences).toHaveLength(11);
    expect(cadences.every(({ frequency, periods }) => frequency === null && periods.length === 0)).toBe(true);
    expect(short('cadence', engaged({ tier: 'tsam' }))).toEqual([]);
    const premium = openBook(engaged({}));
    const asNeeded = cadenceOf(premium, premium.engagements.get('E-1')!, {
      nowMs: Date.parse(NOW),
      back: 4,
    }).filter(({ frequency }) => frequency === 'as-needed');
    // Table 2 names eight: service reviews, customer intelligence and roadmap have a period, five are as needed.
    expect(asNeeded.map(({ periods }) => periods.length)).toEqual([0, 0, 0, 0, 0]);
  });

  it('Standard owes no weekly call', () => {
    expect(short('weekly-call', engaged({ tier: 'standard' }))).toEqual([]);
  });

  it('a directory that keeps no activities is accused of nothing', () => {
    expect(short('cadence', {})).toEqual([]);
    expect(short('weekly-call', {})).toEqual([]);
  });
});
