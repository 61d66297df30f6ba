import { describe, expect, it } from 'vitest';
import type { Activity, Engagement } from '#core';
import { isSameLanguage } from '#core/language/language-names.ts';
import { findingsOf, WEEK } from './book.ts';

function found(rule: string, activities: Partial<Activity>[], engagement: Partial<Engagement> = {}) {
  return findingsOf(rule, { engagements: [engagement], activities });
}

describe('deliverable not in the tier', () => {
  const RULE = 'deliverable-not-in-tier';
  const advocacy = { deliverable: 'customer-advocacy' };

  it('Standard has no customer advocacy; Premium and TSAM have', () => {
    expect(found(RULE, [advocacy, advocacy], { tier: 'standard' })).toMatchObject([
      {
        severity: 'violation',
        values: { deliverable: 'customer-advocacy', tier: 'standard', count: 2 },
        rows: [{ row: 'A-1' }, { row: 'A-2' }],
        rests: { kind: 'clause', clause: 'table-1.customer-advocacy' },
        since: '2026-06-10',
      },
    ]);
    expect(found(RULE, [advocacy])).toEqual([]);
    expect(found(RULE, [advocacy], { tier: 'tsam' })).toEqual([]);
  });

  it('TSAM has no environment consulting, nor maintenance', () => {
    const activities = [{ deliverable: 'environment-consulting' }, { deliverable: 'maintenance' }];
    expect(found(RULE, activities, { tier: 'tsam' })).toHaveLength(2);
  });

  it('a dated change of tier counts from its date', () => {
    const engagement = { tier: 'standard', changes: [{ from: '2026-06-10', tier: 'premium' }] };
    const activities = [
      { ...advocacy, date: '2026-06-09' },
      { ...advocacy, date: '2026-06-10' },
    ];
    expect(found(RULE, activities, engagement)).toMatchObject([
      { values: { count: 1 }, rows: [{ row: 'A-1' }] },
    ]);
  });

  it('an activity without a deliverable is none of its business', () => {
    expect(found(RULE, [{}], { tier: 'standard' })).toEqual([]);
  });
});

describe('method not in the tier', () => {
  const RULE = 'method-not-in-tier';

  it('Standard reviews by video conference, not in person; Premium may do either', () => {
    const inPerson = { deliverable: 'service-reviews', method: 'in-person' as const };
    expect(found(RULE, [inPerson], { tier: 'standard' })).toMatchObject([
      {
        values: { method: 'in-person', methods: 'video-conference' },
        rests: { clause: 'table-2.service-reviews' },
      },
    ]);
    expect(found(RULE, [inPerson])).toEqual([]);
    expect(found(RULE, [{ ...inPerson, method: 'phone' }])).toHaveLength(1);
  });

  it('where no method is stated none is wrong: TSAM, and what table 2 leaves out', () => {
    expect(found(RULE, [{ deliverable: 'service-reviews', method: 'phone' }], { tier: 'tsam' })).toEqual([]);
    expect(found(RULE, [{ deliverable: 'case-management', method: 'phone' }])).toEqual([]);
  });
});

describe('language not the agreed one', () => {
  const RULE = 'language-not-agreed';

  it('English unless agreed otherwise', () => {
    expect(found(RULE, [{ language: 'en-GB' }, { language: 'English' }, {}])).toEqual([]);
    expect(found(RULE, [{ language: 'de' }])).toMatchObject([
      {
        severity: 'warning',
        values: { language: 'de', agreed: 'en' },
        rests: { clause: 'availability.language' },
      },
    ]);
  });

  it('an agreed language counts, with the contract as its source', () => {
    const agreed = { agreed: { language: 'de', source: 'Order 4711' } };
    expect(
      found(RULE, [{ language: 'de-AT' }, { language: 'German' }, { language: ' Deutsch ' }], agreed),
    ).toEqual([]);
    expect(found(RULE, [{ language: 'en' }], agreed)).toMatchObject([
      { rests: { kind: 'contract', source: 'Order 4711' } },
    ]);
  });

  it('what is no language at all is no other language’s name', () => {
    expect(isSameLanguage('<b>', 'de')).toBe(false);
    expect(isSameLanguage('한국어', 'ko')).toBe(true);
  });
});

describe('work outside service hours', () => {
  const RULE = 'service-hours';
  const calendars = [
    {
      id: 'berlin',
      zone: 'Europe/Berlin',
      week: WEEK,
      holidays: [{ date: '2026-06-04' }],
      overrides: [{ date: '2026-06-13', spans: [{ from: '10:00', to: '12:00' }] }],
    },
  ];
  const messages = (...activities: Partial<Activity>[]) =>
    findingsOf(RULE, { calendars, activities }).map(({ message, severity, values }) => [
      message,
      severity,
      values.count,
    ]);

  it('a weekend and a holiday need prior notice', () => {
    const weekend = { date: '2026-06-07' };
    const holiday = { date: '2026-06-04' };
    expect(messages(weekend, holiday)).toEqual([['service-hours-day-off', 'violation', 2]]);
    expect(messages({ ...weekend, priorNotice: true }, { ...holiday, priorNotice: true })).toEqual([]);
  });

  it('a Saturday that is opened for once is a working day', () => {
    expect(messages({ date: '2026-06-13' })).toEqual([]);
  });

  it('a time of day outside the hours is a warning; the close itself may be reached', () => {
    expect(messages({ at: '2026-06-10T16:00+02:00', hours: 1 })).toEqual([]);
    expect(messages({ at: '2026-06-10T16:00+02:00', hours: 1.01 })).toEqual([
      ['service-hours-outside', 'warning', 1],
    ]);
    expect(messages({ at: '2026-06-10T06:00+02:00', hours: 1 })).toEqual([
      ['service-hours-outside', 'warning', 1],
    ]);
  });

  it('an activity known only by its date says nothing of the time of day', () => {
    expect(messages({ date: '2026-06-10', hours: 12 })).toEqual([]);
  });

  it('is judged in the zone of the engagement: Monday morning in Seoul is Sunday in Berlin', () => {
    const seoul = [{ id: 'berlin', zone: 'Asia/Seoul', week: WEEK }];
    const activities = [{ at: '2026-06-08T00:30Z', hours: 1 }];
    expect(findingsOf(RULE, { calendars: seoul, activities })).toEqual([]);
  });
});

describe('work outside the term', () => {
  it('the first and the last day belong to it', () => {
    const term = { from: '2026-06-01', until: '2026-06-30' };
    const dates = ['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'];
    expect(
      found(
        'outside-term',
        dates.map((date) => ({ date })),
        term,
      ),
    ).toMatchObject([
      {
        severity: 'violation',
        values: { count: 2 },
        rows: [{ row: 'A-1' }, { row: 'A-4' }],
        since: '2026-05-31',
        rests: { clause: 'availability.term' },
      },
    ]);
  });

  it('an end that is not given is open', () => {
    expect(found('outside-term', [{ date: '2029-01-01' }], { from: '2026-01-01', until: undefined })).toEqual(
      [],
    );
  });
});
