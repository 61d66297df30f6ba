/**
 * Random directories in which every text says whether a card of engagement E-1 may carry it: those that begin with
 * `OPEN` may, those that begin with `SECRET` must not. All hours of work are odd numbers that nothing else has.
 */
import fc from 'fast-check';
import type { Directory } from '#core';
import { serviceManagement } from '#core';

const HOURS = [{ from: '09:00', to: '17:00' }];
export const SECRET_HOURS = 7.7707;
export const NOW_MS = Date.parse('2026-06-10T10:00:00Z');

/** A field that no version of ours knows, as a later directory or a sheet may bring along. */
const unknown = { remark: 'SECRET remark', internal: { note: 'SECRET nested' } };

function manager(id: string, mark: string, backup?: string) {
  return { id, name: `${mark} ${id}`, email: `${mark}@vendor.example`, backup, ...unknown };
}

function ownRulebook(tier: string) {
  const [first] = serviceManagement.tiers;
  const named = (id: string, mark: string) => ({ ...first!, id, names: { en: `${mark} ${id}` }, ...unknown });
  return {
    own: {
      ...serviceManagement,
      clauses: { ...serviceManagement.clauses, 'SECRET.clause': { section: 'SECRET', ...unknown } },
      tiers: [named(tier, 'OPEN'), named('SECRET tier', 'SECRET')],
      ...unknown,
    },
  };
}

interface Shape {
  ownRules: boolean;
  hasBackup: boolean;
  sameManager: boolean;
  sameCalendar: boolean;
  sameCustomer: boolean;
  others: number;
  withChanges: boolean;
  answered: boolean;
}

export const anyShape: fc.Arbitrary<Shape> = fc.record({
  ownRules: fc.boolean(),
  hasBackup: fc.boolean(),
  sameManager: fc.boolean(),
  sameCalendar: fc.boolean(),
  sameCustomer: fc.boolean(),
  others: fc.integer({ min: 0, max: 4 }),
  withChanges: fc.boolean(),
  answered: fc.boolean(),
});

export function wholeDirectory(shape: Shape): Directory {
  const tier = shape.ownRules ? 'own-tier' : 'premium';
  const agreed = {
    source: 'OPEN order',
    target: { businessDays: 1, ...unknown },
    limits: { weeklyHours: { limit: 12, clause: 'scope.weekly-hours', ...unknown } },
    ...unknown,
  };
  const others = Array.from({ length: shape.others }, (_, index) => ({
    id: `SECRET E-${index + 2}`,
    customer: shape.sameCustomer ? 'SECRET id of A' : 'SECRET id of B',
    tier,
    name: 'SECRET project',
    manager: shape.sameManager ? 'SECRET M-1' : 'SECRET M-3',
    calendar: shape.sameCalendar ? 'SECRET berlin' : 'SECRET seoul',
    language: 'SECRET language',
    agreed: { source: 'SECRET order' },
    contacts: [{ name: 'SECRET contact', email: 'SECRET@b.example' }],
  }));
  const inquiries = [
    {
      received: '2026-06-10T08:00:00Z',
      ...(shape.answered && { answered: '2026-06-10T09:00:00Z' }),
      ...unknown,
    },
  ];
  return {
    format: 'dueline-directory',
    version: 1,
    name: 'SECRET directory',
    rulebook: shape.ownRules
      ? ownRulebook(tier)
      : { use: 'service-management', readings: { businessDay: 'end-of-day', ...unknown } },
    calendars: [
      {
        id: 'SECRET berlin',
        name: 'SECRET calendar',
        zone: 'Europe/Berlin',
        week: { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS },
        source: 'SECRET order of another customer',
        holidays: [
          { date: '2026-06-15', name: 'OPEN holiday', ...unknown },
          { date: '2026-06-16', name: 'SECRET training', kind: 'training' },
          { date: '2026-06-17', name: 'SECRET closure', kind: 'closure' },
          { date: '2019-06-17', name: 'SECRET long ago' },
        ],
        overrides: [{ date: '2026-06-18', spans: HOURS, name: 'SECRET offsite', ...unknown }],
        ...unknown,
      },
      { id: 'SECRET seoul', zone: 'Asia/Seoul', week: { mon: HOURS } },
    ],
    managers: [
      manager('SECRET M-1', 'OPEN', shape.hasBackup ? 'SECRET M-2' : undefined),
      manager('SECRET M-2', shape.hasBackup ? 'OPEN' : 'SECRET', 'SECRET M-3'),
      manager('SECRET M-3', 'SECRET'),
    ].map((one) => ({
      ...one,
      name: one.name.replace('SECRET M', 'M'),
      ...(one.email.startsWith('SECRET') && { name: 'SECRET' }),
    })),
    customers: [
      {
        id: 'SECRET id of A',
        name: 'OPEN customer',
        domains: ['secret-a.example'],
        organisations: ['SECRET organisation'],
        addresses: ['SECRET@a.example'],
        ...unknown,
      },
      { id: 'SECRET id of B', name: 'SECRET customer', domains: ['secret-b.example'] },
    ],
    engagements: [
      {
        id: 'E-1',
        customer: 'SECRET id of A',
        tier,
        name: 'OPEN project',
        manager: 'SECRET M-1',
        calendar: 'SECRET berlin',
        from: '2026-01-01',
        agreed,
        contacts: [{ name: 'SECRET own contact', email: 'SECRET@a.example' }],
        ...(shape.withChanges && { changes: [{ from: '2026-09-01', agreed, ...unknown }] }),
        ...unknown,
      },
      ...others,
    ],
    cases: [
      {
        id: 'OPEN C-1',
        engagement: 'E-1',
        status: 'open',
        subject: shape.answered ? 'SECRET answered' : 'OPEN subject',
        requester: 'SECRET requester',
        inquiries,
        ...unknown,
      },
      {
        id: 'SECRET C-2',
        engagement: 'E-1',
        status: 'closed',
        subject: 'SECRET closed',
        inquiries: [{ received: '2026-06-10T08:00:00Z' }],
      },
      { id: 'SECRET C-3', engagement: 'E-1', status: 'open', subject: 'SECRET no inquiry' },
      ...others.map(({ id }, index) => ({
        id: `SECRET C-${index + 4}`,
        engagement: id,
        status: 'open' as const,
        subject: 'SECRET subject',
        inquiries: [{ received: '2026-06-10T08:00:00Z' }],
      })),
    ].map((entry) => (shape.answered && entry.id === 'OPEN C-1' ? { ...entry, id: 'SECRET C-1' } : entry)),
    activities: [
      { id: 'SECRET W-1', engagement: 'E-1', date: '2026-06-09', hours: SECRET_HOURS, note: 'SECRET note' },
      ...others.map(({ id }, index) => ({
        id: `SECRET W-${index + 2}`,
        engagement: id,
        date: '2026-06-09',
        hours: SECRET_HOURS,
        note: 'SECRET note',
      })),
    ],
    timeOff: [
      { manager: 'SECRET M-1', from: '2026-06-20', until: '2026-06-24', reason: 'SECRET reason', ...unknown },
      { manager: 'SECRET M-3', from: '2026-06-21', until: '2026-06-25', reason: 'SECRET reason' },
    ],
    noAnswerNeeded: [
      {
        ticket: 'https://SECRET.example/1',
        inquiry: '2026-06-10T08:00:00Z',
        by: 'SECRET',
        at: '2026-06-10T08:30:00Z',
      },
    ],
  } as Directory;
}
