/** card-of-one-customer: what a card carries, and that it carries nothing else. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Directory, openDirectory, type Rulebook } from '#core';
import type { CustomerCard } from '#core/card/card.ts';
import { makeCard, type Shared } from '#core/card/make-card.ts';
import { isProblem } from '#core/problem.ts';
import { cardChips } from '#core/response/scope-chips.ts';
import { holds } from '../../support/oracle/properties.ts';
import { anyShape, NOW_MS, SECRET_HOURS, wholeDirectory } from './whole-directory.ts';

function cardOf(directory: Directory, engagement = 'E-1', nowMs = NOW_MS, shared: Shared = {}): CustomerCard {
  const book = openDirectory(directory);
  if (Array.isArray(book)) throw new Error(JSON.stringify(book));
  const card = makeCard(book, engagement, nowMs, shared);
  if (isProblem(card)) throw new Error(card.code);
  return card;
}

const PLAIN = {
  ownRules: false,
  hasBackup: true,
  sameManager: true,
  sameCalendar: true,
  sameCustomer: true,
  others: 2,
  withChanges: true,
  answered: false,
};

it('carries no string of another engagement, no note, no contact and no hours, whatever the directory holds', () => {
  holds(
    fc.property(anyShape, (shape) => {
      const written = JSON.stringify(cardOf(wholeDirectory(shape)));
      expect(written.match(/SECRET[^"]*|secret-[ab]/g) ?? []).toEqual([]);
      expect(written).not.toContain(String(SECRET_HOURS));
      expect(written).not.toMatch(/remark|internal|reason|note/);
    }),
    300,
  );
});

it('carries what the customer needs: names, terms, the days off ahead, absences and the answer owed', () => {
  const { issued, directory } = cardOf(wholeDirectory(PLAIN));
  expect(issued).toBe('2026-06-10T10:00:00.000Z');
  expect(directory.customers).toEqual([{ id: 'customer', name: 'OPEN customer' }]);
  expect(directory.managers.map(({ id, email }) => [id, email])).toEqual([
    ['manager', 'OPEN@vendor.example'],
    ['backup', 'OPEN@vendor.example'],
  ]);
  expect(directory.engagements).toMatchObject([
    {
      id: 'E-1',
      name: 'OPEN project',
      tier: 'premium',
      from: '2026-01-01',
      agreed: { source: 'OPEN order' },
    },
  ]);
  expect(directory.calendars[0]!.holidays?.map(({ date, name }) => [date, name])).toEqual([
    ['2026-06-15', 'OPEN holiday'],
    ['2026-06-16', undefined],
    ['2026-06-17', undefined],
  ]);
  expect(directory.timeOff).toEqual([{ manager: 'manager', from: '2026-06-20', until: '2026-06-24' }]);
  expect(directory.cases?.map(({ id, inquiries }) => [id, inquiries])).toEqual([
    ['OPEN C-1', [{ received: '2026-06-10T08:00:00.000Z' }]],
  ]);
});

it('names the contract that the hours are agreed in, never another customer’s', () => {
  expect(cardOf(wholeDirectory(PLAIN)).directory.calendars[0]!.source).toBe('OPEN order');
});

it('an organisation’s own rulebook is cut down to the tiers of the engagement', () => {
  const { rulebook } = cardOf(wholeDirectory({ ...PLAIN, ownRules: true })).directory;
  if (!('own' in rulebook)) throw new Error('the card lost the own rulebook');
  const own = rulebook.own as Rulebook;
  expect(own.tiers.map(({ id }) => id)).toEqual(['own-tier']);
  expect(Object.keys(own.clauses)).toContain('availability.hours');
});

it('opens as a directory of its own, in every shape', () => {
  holds(
    fc.property(anyShape, (shape) => {
      const { directory } = JSON.parse(JSON.stringify(cardOf(wholeDirectory(shape)))) as CustomerCard;
      expect(openDirectory(directory)).toMatchObject({
        directory: { customers: [{ name: 'OPEN customer' }] },
      });
    }),
    100,
  );
});

it('an engagement that is not there is a problem with its name', () => {
  const book = openDirectory(wholeDirectory(PLAIN));
  if (Array.isArray(book)) throw new Error('the directory does not open');
  expect(makeCard(book, 'E-9', NOW_MS)).toMatchObject({ code: 'missing-entry', values: { id: 'E-9' } });
});

/** Two engagements of one customer: 3.5 + 4.75 hours this week on the one, 6 last week, 2 on the other. */
function sharing(): Directory {
  const { engagements, ...rest } = wholeDirectory({ ...PLAIN, others: 1 });
  const [first, second] = engagements;
  const contacts = [
    { name: 'Ana', email: 'ana@a.example', from: '2026-01-01', remark: 'SECRET' },
    { name: 'Gone', email: 'gone@a.example', until: '2026-06-09' },
  ];
  const worked = (id: string, engagement: string, date: string, hours: number) => ({
    ...{ id, engagement, date, hours },
    ...{ deliverable: 'maintenance', note: 'SECRET note', weeklyCall: true },
  });
  return {
    ...rest,
    engagements: [{ ...first!, contacts }, second!],
    activities: [
      worked('A-1', 'E-1', '2026-06-08', 3.5),
      worked('A-2', 'E-1', '2026-06-10', 4.75),
      worked('A-3', 'E-1', '2026-06-05', 6),
      worked('A-4', second!.id, '2026-06-09', 2),
    ],
  };
}

it('shares the contacts, and the hours of the week as one figure, where the manager says so', () => {
  const { directory } = cardOf(sharing(), 'E-1', NOW_MS, { contacts: true, hours: true });
  expect(directory.engagements[0]!.contacts).toEqual([
    { name: 'Ana', email: 'ana@a.example', from: '2026-01-01', until: undefined },
  ]);
  expect(directory.activities).toEqual([{ id: 'week', engagement: 'E-1', date: '2026-06-10', hours: 8.25 }]);
  expect(JSON.stringify(directory)).not.toContain('SECRET');
});

it('shares one without the other', () => {
  const contacts = cardOf(sharing(), 'E-1', NOW_MS, { contacts: true }).directory;
  expect([contacts.engagements[0]!.contacts?.length, contacts.activities]).toEqual([1, undefined]);
  const hours = cardOf(sharing(), 'E-1', NOW_MS, { hours: true }).directory;
  expect([hours.engagements[0]!.contacts, hours.activities?.length]).toEqual([undefined, 1]);
});

it('what is used stands as of the card’s day, and nothing is said of the manager’s other cases', () => {
  const { directory } = cardOf(sharing(), 'E-1', NOW_MS, { contacts: true, hours: true });
  const book = openDirectory(directory);
  if (Array.isArray(book)) throw new Error(JSON.stringify(book));
  const chips = cardChips(book, book.engagements.get('E-1')!, NOW_MS);
  // The contract's own limit is 12 hours.
  expect(chips.map(({ rule, values }) => [rule, values.used, values.limit])).toEqual([
    ['contacts', 1, 3],
    ['weekly-hours', 8.25, 12],
  ]);
  const silent = openDirectory(cardOf(sharing()).directory);
  if (Array.isArray(silent)) throw new Error(JSON.stringify(silent));
  expect(cardChips(silent, silent.engagements.get('E-1')!, NOW_MS)).toEqual([]);
});
