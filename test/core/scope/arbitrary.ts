/** Random directories for the properties of the scope rules. All dates lie in May to July 2026. */
import fc from 'fast-check';
import type { Activity, Case, Contact, Directory, Engagement } from '#core';
import { dayNumber, formatLocalDate } from '#core';
import { directoryOf, WEEK } from './book.ts';

const FIRST = dayNumber(2026, 5, 1);
const DAYS = 92;

export const anyDate = fc.integer({ min: 0, max: DAYS - 1 }).map((day) => formatLocalDate(FIRST + day));

/** Hundredths of an hour: 36 seconds, a whole number of milliseconds. */
export const anyHours = fc.integer({ min: 0, max: 1500 }).map((hundredths) => hundredths / 100);

export const anyContact: fc.Arbitrary<Contact> = fc
  .record(
    {
      email: fc.constantFrom('a@x.example', ' A@X.example', 'b@x.example', 'c@x.example', 'd@x.example', ' '),
      name: fc.constantFrom('Ada', 'Ben', ''),
      dates: fc.tuple(anyDate, anyDate),
      open: fc.constantFrom('both', 'from', 'until', 'none'),
    },
    { requiredKeys: ['dates', 'open'] },
  )
  .map(({ dates, open, ...who }) => {
    const [from, until] = [...dates].sort() as [string, string];
    return {
      ...who,
      ...(open !== 'until' && open !== 'none' && { from }),
      ...(open !== 'from' && open !== 'none' && { until }),
    };
  });

const anyCase: fc.Arbitrary<Omit<Case, 'id' | 'engagement'>> = fc
  .record({
    dates: fc.tuple(anyDate, anyDate),
    status: fc.constantFrom('open' as const, 'pending' as const, 'solved' as const, 'closed' as const),
    requester: fc.option(fc.constantFrom('a@x.example', 'z@x.example'), { nil: undefined }),
    severity: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
  })
  .map(({ dates, ...own }) => {
    const [opened, closed] = [...dates].sort() as [string, string];
    const isOver = own.status === 'solved' || own.status === 'closed';
    return { ...own, opened, ...(isOver && { closed }) };
  });

const anyActivity: fc.Arbitrary<Omit<Activity, 'id' | 'engagement'>> = fc.record({
  date: anyDate,
  hours: anyHours,
  weeklyCall: fc.boolean(),
  deliverable: fc.option(
    fc.constantFrom('service-reviews', 'root-cause-analysis', 'customer-advocacy', 'product-roadmap'),
    { nil: undefined },
  ),
  method: fc.option(fc.constantFrom('phone' as const, 'e-mail' as const), { nil: undefined }),
  language: fc.constantFrom('en', 'de'),
});

/** Up to four engagements of two customers and two managers; `tiers` to choose from. */
export function anyDirectory(tiers: readonly string[]): fc.Arbitrary<Directory> {
  const anyEngagement: fc.Arbitrary<Partial<Engagement>> = fc.record({
    tier: fc.constantFrom(...tiers),
    customer: fc.constantFrom('A', 'B'),
    manager: fc.constantFrom('M-1', 'M-2'),
    contacts: fc.array(anyContact, { maxLength: 6 }),
  });
  const ofEngagement = fc.integer({ min: 0, max: 3 });
  return fc
    .record({
      engagements: fc.array(anyEngagement, { minLength: 1, maxLength: 4 }),
      cases: fc.array(fc.tuple(ofEngagement, anyCase), { maxLength: 60 }),
      activities: fc.array(fc.tuple(ofEngagement, anyActivity), { maxLength: 30 }),
      off: fc.array(fc.tuple(fc.constantFrom('M-1', 'M-2'), anyDate, anyDate), { maxLength: 4 }),
    })
    .map(({ engagements, cases, activities, off }) => {
      const engagement = (index: number) => `E-${(index % engagements.length) + 1}`;
      return directoryOf({
        calendars: [{ id: 'berlin', zone: 'Europe/Berlin', week: WEEK, holidays: [{ date: '2026-06-04' }] }],
        engagements,
        cases: cases.map(([index, own]) => ({ ...own, engagement: engagement(index) })),
        activities: activities.map(([index, own]) => ({ ...own, engagement: engagement(index) })),
        timeOff: off.map(([manager, a, b]) => {
          const [from, until] = [a, b].sort() as [string, string];
          return { manager, from, until };
        }),
      });
    });
}
