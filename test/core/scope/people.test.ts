import { describe, expect, it } from 'vitest';
import { sayFinding, translator } from '#core';
import { findingsOf, type Parts, WEEK } from './book.ts';

describe('coverage while the manager is away', () => {
  const off = (manager: string, from: string, until: string) => ({ manager, from, until });
  const found = (parts: Parts) =>
    findingsOf('coverage', parts).map(({ message, values }) => [message, values.from, values.until]);
  const managers = [
    { id: 'M-1', name: 'Ada', backup: 'M-2' },
    { id: 'M-2', name: 'Ben' },
  ];
  const week = off('M-1', '2026-06-15', '2026-06-19');

  it('without a backup every absence is a gap', () => {
    expect(found({ timeOff: [week] })).toEqual([['coverage-no-backup', '2026-06-15', '2026-06-19']]);
    expect(found({ timeOff: [week], managers })).toEqual([]);
  });

  it('with one only the days on which both are away', () => {
    const both = [week, off('M-2', '2026-06-18', '2026-07-31')];
    expect(found({ timeOff: both, managers })).toEqual([
      ['coverage-backup-away', '2026-06-18', '2026-06-19'],
    ]);
  });

  it('the engagement’s own backup goes before the manager’s', () => {
    const parts = { timeOff: [week, off('M-2', '2026-06-15', '2026-06-19')] };
    const three = [...managers, { id: 'M-3', name: 'Cai' }];
    expect(found({ ...parts, managers: three, engagements: [{ backup: 'M-3' }] })).toEqual([]);
  });

  it('what is past, what lies outside the term and what has no business day is no gap', () => {
    expect(found({ timeOff: [off('M-1', '2026-06-01', '2026-06-11')] })).toEqual([]);
    expect(found({ timeOff: [week], engagements: [{ until: '2026-06-14' }] })).toEqual([]);
    expect(found({ timeOff: [off('M-1', '2026-06-13', '2026-06-14')] })).toEqual([]);
    // Today is Friday, June 12: an absence that runs is still one.
    expect(found({ timeOff: [off('M-1', '2026-06-01', '2026-06-12')] })).toEqual([
      ['coverage-no-backup', '2026-06-01', '2026-06-12'],
    ]);
  });

  it('days off that touch are one absence', () => {
    const timeOff = [off('M-1', '2026-06-18', '2026-06-19'), off('M-1', '2026-06-15', '2026-06-17')];
    expect(found({ timeOff })).toEqual([['coverage-no-backup', '2026-06-15', '2026-06-19']]);
  });
});

describe('root cause analysis of outages', () => {
  const outage = { severity: 0, opened: '2026-06-01', status: 'closed' as const, closed: '2026-06-02' };
  const analysis = (date: string, case_?: string) => ({
    deliverable: 'root-cause-analysis',
    date,
    ...(case_ !== undefined && { case: case_ }),
  });
  const found = (parts: Parts) =>
    findingsOf('root-cause-analysis', { activities: [], ...parts }).map(({ message, rows }) => [
      message,
      rows[0]!.row,
    ]);

  it('a closed outage without one is a violation, one in hand a warning', () => {
    expect(found({ cases: [outage] })).toEqual([['root-cause-analysis-missing', 'C-1']]);
    expect(found({ cases: [{ ...outage, status: 'open', closed: undefined }] })).toEqual([
      ['root-cause-analysis-open', 'C-1'],
    ]);
  });

  it('only severity 0, and only what is not said to be no outage', () => {
    expect(
      found({ cases: [{ ...outage, severity: 1 }, { ...outage, outage: false }, { status: 'closed' }] }),
    ).toEqual([]);
  });

  it('an analysis that names its case is that case’s', () => {
    const cases = [outage, { ...outage, opened: '2026-06-03', closed: '2026-06-04' }];
    expect(found({ cases, activities: [analysis('2026-06-05', 'C-2')] })).toEqual([
      ['root-cause-analysis-missing', 'C-1'],
    ]);
  });

  it('one that names none is the oldest outage’s, if it does not lie before it', () => {
    const cases = [outage, { ...outage, opened: '2026-06-03', closed: '2026-06-04' }];
    expect(found({ cases, activities: [analysis('2026-06-05')] })).toEqual([
      ['root-cause-analysis-missing', 'C-2'],
    ]);
    expect(found({ cases, activities: [analysis('2026-05-31')] })).toHaveLength(2);
  });
});

describe('answers owed, as remembered', () => {
  /** Received Thursday 16:50: due Friday 16:50 under Premium, Monday 16:50 under Standard. */
  const asked = { received: '2026-06-11T16:50+02:00' };
  const found = (now: string, parts: Parts = {}) =>
    findingsOf('response', { cases: [{ inquiries: [asked] }], ...parts }, now);

  it('the due instant itself is not overdue, a millisecond later is', () => {
    expect(found('2026-06-12T16:50+02:00')).toMatchObject([
      { message: 'response-due-soon', severity: 'warning' },
    ]);
    expect(found('2026-06-12T16:50:00.001+02:00')).toMatchObject([
      {
        message: 'response-overdue',
        severity: 'violation',
        values: { whenMs: Date.parse('2026-06-12T16:50+02:00'), lateMs: 1 },
        rests: { kind: 'clause', clause: 'target.premium' },
        // Whoever sorts the findings by it sees how long the customer has been waiting.
        since: '2026-06-12',
      },
    ]);
  });

  it('is due soon in the last two hours of business time, not before', () => {
    expect(found('2026-06-12T14:49+02:00')).toEqual([]);
    expect(found('2026-06-12T14:50+02:00')).toHaveLength(1);
  });

  it('nothing is overdue that was answered, dismissed, closed or has no target', () => {
    const late = '2026-06-19T09:00+02:00';
    expect(found(late)).toHaveLength(1);
    const answered = [{ inquiries: [{ ...asked, answered: '2026-06-18T09:00+02:00' }] }];
    expect(found(late, { cases: answered })).toEqual([]);
    expect(found(late, { cases: [{ inquiries: [asked], status: 'solved' }] })).toEqual([]);
    expect(found(late, { engagements: [{ tier: 'tsam' }] })).toEqual([]);
    const link = 'https://desk.example/7';
    const mark = { ticket: link, inquiry: asked.received, by: 'Ada', at: '2026-06-12T10:00+02:00' };
    expect(found(late, { cases: [{ inquiries: [asked], link }], noAnswerNeeded: [mark] })).toEqual([]);
  });

  it('Standard has two business days', () => {
    expect(found('2026-06-15T16:50+02:00', { engagements: [{ tier: 'standard' }] })).toMatchObject([
      { message: 'response-due-soon' },
    ]);
  });

  it('says how the due time came about', () => {
    const [finding] = found('2026-06-15T10:00+02:00');
    const said = sayFinding(finding!, translator('en'));
    // Friday 16:50 to 17:00 and Monday 9 to 10: 1 h 10 min.
    expect(said.text).toMatch(
      /^C-1: the answer was due Fri, .*16:50.* late by 1 hr 10 min of business time\.$/,
    );
    expect(said.steps[0]).toMatch(/^Received Thu, .*16:50.*within business hours\.$/);
  });
});

describe('the term', () => {
  const found = (engagement: object, now?: string) =>
    findingsOf('term-ending', { engagements: [engagement] }, now).map(({ message, values }) => [
      message,
      values.count,
    ]);

  it('is ending from 30 days before its last day', () => {
    // June 12 + 30 days is July 12.
    expect(found({ until: '2026-07-12' })).toEqual([['term-ending', 30]]);
    expect(found({ until: '2026-07-13' })).toEqual([]);
    expect(found({ until: '2026-06-12' })).toEqual([['term-ends-today', 0]]);
    expect(found({ until: '2026-06-11' })).toEqual([]);
  });

  it('is told in the zone of the engagement', () => {
    // 23:30 in Berlin on June 12 is still the last day there.
    expect(found({ until: '2026-06-12' }, '2026-06-12T21:30Z')).toEqual([['term-ends-today', 0]]);
    expect(found({ until: '2026-06-12' }, '2026-06-12T22:30Z')).toEqual([]);
  });

  it('is missing only where neither end is given', () => {
    expect(found({ from: undefined, until: undefined })).toEqual([['term-none', undefined]]);
    expect(found({ from: '2026-01-01', until: undefined })).toEqual([]);
  });

  it('the number of days is the rulebook’s to set', () => {
    const rulebook = { use: 'service-management' as const, readings: { termEndingDays: 60 } };
    expect(findingsOf('term-ending', { rulebook, engagements: [{ until: '2026-08-11' }] })).toHaveLength(1);
  });
});

describe('tier and deployment', () => {
  const found = (tier: string, deployment?: 'on-premises' | 'saas') =>
    findingsOf('tier-deployment', { engagements: [{ tier, deployment }] }).map(({ message }) => message);

  it('TSAM is for on-premises, Standard and Premium for SaaS', () => {
    expect(found('tsam', 'saas')).toEqual(['tier-for-on-premises']);
    expect(found('premium', 'on-premises')).toEqual(['tier-for-saas']);
    expect(found('standard', 'on-premises')).toEqual(['tier-for-saas']);
    expect(found('tsam', 'on-premises')).toEqual([]);
    expect(found('premium', 'saas')).toEqual([]);
  });

  it('a deployment that nobody has named fits every tier', () => {
    expect(found('tsam')).toEqual([]);
  });
});

it('a week that is never open leaves nothing owed and nobody accused', () => {
  const calendars = [{ id: 'berlin', zone: 'Europe/Berlin', week: {} }];
  const rules = ['weekly-call', 'cadence', 'hours-forecast', 'coverage'];
  const parts = {
    calendars,
    activities: [],
    timeOff: [{ manager: 'M-1', from: '2026-06-01', until: '2026-06-30' }],
  };
  expect(rules.flatMap((rule) => findingsOf(rule, parts))).toEqual([]);
  expect(findingsOf('weekly-call', { ...parts, calendars: [{ ...calendars[0]!, week: WEEK }] })).not.toEqual(
    [],
  );
});
