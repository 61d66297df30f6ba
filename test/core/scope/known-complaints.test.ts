/** `known-complaints.md`, section "Scope", by its ids; each through a directory as a file brings it. */
import { describe, expect, it } from 'vitest';
import { checkScope, usageOf, verdictOf } from '#core';
import { engagement, factsOf } from '../../support/core/facts.ts';
import { at } from '../../support/oracle/expectations.ts';
import { bookWith, type Entry, found, NOW, violations, work } from '../../support/oracle/scope.ts';

const person = (name: string, more: Entry = {}) => ({
  name,
  email: `${name.toLowerCase()}@customer-a.example`,
  ...more,
});

describe('contacts-edge', () => {
  const contactsOf = (contacts: Entry[]) => bookWith([engagement('E-1', 'A', 'premium', { contacts })]);
  const three = [person('C1'), person('C2'), person('C3')];

  it('three are allowed, four are one too many, by the clause on contacts', () => {
    expect(found(contactsOf(three), 'contacts')).toEqual([]);
    const [finding] = checkScope(contactsOf([...three, person('C4')]), { nowMs: NOW }).filter(
      ({ rule }) => rule === 'contacts',
    );
    expect(finding).toMatchObject({
      severity: 'violation',
      values: { used: 4, limit: 3 },
      rests: { kind: 'clause', clause: 'scope.contacts' },
      rows: [{ kind: 'contact', engagement: 'E-1', row: 3 }],
    });
  });

  it('a row with neither name nor address is said to be incomplete, and not counted', () => {
    const findings = checkScope(contactsOf([...three, { from: '2026-06-01' }]), { nowMs: NOW }).filter(
      ({ rule }) => rule === 'contacts',
    );
    expect(findings).toMatchObject([{ severity: 'warning', message: 'contacts-incomplete' }]);
  });

  it('one leaves on the day before another comes: three on either day', () => {
    const change = (until: string) =>
      contactsOf([person('C1', { until }), person('C2'), person('C3'), person('C4', { from: '2026-06-01' })]);
    expect(found(change('2026-05-31'), 'contacts')).toEqual([]);
    const oneDay = checkScope(change('2026-06-01'), { nowMs: NOW }).filter(({ rule }) => rule === 'contacts');
    expect(oneDay).toMatchObject([
      { severity: 'violation', values: { used: 4, limit: 3 }, since: '2026-06-01' },
    ]);
  });

  it('one address written twice is one contact, and a warning', () => {
    const twice = contactsOf([
      { name: 'A', email: 'a@customer-a.example' },
      person('C2'),
      person('C3'),
      { name: 'A again', email: ' A@Customer-A.example ' },
    ]);
    const findings = checkScope(twice, { nowMs: NOW }).filter(({ rule }) => rule === 'contacts');
    expect(findings).toMatchObject([
      { severity: 'warning', message: 'contacts-same-address', values: { count: 1 } },
    ]);
  });
});

describe('unidentified-writer', () => {
  it('is owed an answer all the same, and the remark stands beside it', () => {
    const book = bookWith([
      engagement('E-1', 'A', 'premium', { contacts: [person('C1'), person('C2'), person('C3')] }),
    ]);
    const ask = (email: string) =>
      verdictOf(
        factsOf([['customer', '2026-06-08T10:00+02:00', email]], {
          requester: { value: { email }, source: 'label' },
        }),
        book,
        { nowMs: at('2026-06-08T12:00+02:00'), language: 'en' },
      );
    const stranger = ask('someone@customer-a.example');
    expect(stranger.current).toMatchObject({
      state: 'running',
      due: [at('2026-06-09T10:00+02:00'), at('2026-06-09T10:00+02:00')],
    });
    expect(stranger.scope.map(({ rule }) => rule)).toContain('unidentified-writer');
    expect(ask('C1@customer-a.example').scope.map(({ rule }) => rule)).not.toContain('unidentified-writer');
  });
});

describe('limits-not-pooled', () => {
  const two = [engagement('E-1', 'A', 'premium'), engagement('E-2', 'A', 'premium')];

  it('each engagement of a company has its own hours', () => {
    const both = bookWith(two, {
      activities: [...work('E-1', ['2026-06-08', 10]), ...work('E-2', ['2026-06-09', 4])],
    });
    expect(violations(found(both, 'weekly-hours'))).toEqual([]);
    const one = bookWith(two, { activities: work('E-1', ['2026-06-08', 10.5]) });
    expect(violations(found(one, 'weekly-hours'))).toEqual(['E-1 weekly-hours violation']);
  });

  it('and its own contacts', () => {
    const contacts = [person('C1'), person('C2'), person('C3')];
    const others = [person('D1'), person('D2'), person('D3')];
    const book = bookWith([
      engagement('E-1', 'A', 'premium', { contacts }),
      engagement('E-2', 'A', 'premium', { contacts: others }),
    ]);
    expect(found(book, 'contacts')).toEqual([]);
  });
});

describe('caps-where-they-belong', () => {
  const cases = (of: string, count: number, status = 'open') =>
    Array.from({ length: count }, (_, i) => ({ id: `${of}-${status}-${i}`, engagement: of, status }));
  const two = [engagement('E-1', 'A', 'premium'), engagement('E-3', 'B', 'premium')];

  it('thirty cases in hand over all customers of a manager are allowed, the next is the manager’s', () => {
    const thirty = [...cases('E-1', 18), ...cases('E-3', 12)];
    expect(violations(found(bookWith(two, { cases: thirty }), 'cases-in-hand'))).toEqual([]);
    const more = [...thirty, { id: 'one-more', engagement: 'E-3', status: 'pending' }];
    expect(violations(found(bookWith(two, { cases: more }), 'cases-in-hand'))).toEqual([
      'M-1 cases-in-hand violation',
    ]);
    const closed = [...more.slice(1), ...cases('E-1', 1, 'closed')];
    expect(violations(found(bookWith(two, { cases: closed }), 'cases-in-hand'))).toEqual([]);
  });

  it('Standard has no limits of scope: none fires, and that is what is said', () => {
    const contacts = [1, 2, 3, 4, 5].map((n) => person(`C${n}`));
    const book = bookWith([engagement('E-4', 'A', 'standard', { contacts })], {
      activities: work('E-4', ['2026-06-08', 14]),
      cases: cases('E-4', 31),
    });
    expect(
      found(book, 'contacts weekly-hours cases-in-hand sustained-hours hours-forecast weekly-call'),
    ).toEqual([]);
    expect(usageOf(book, book.engagements.get('E-4')!, { nowMs: NOW })).toEqual([]);
    const verdict = verdictOf(
      factsOf([['customer', '2026-06-08T10:00+02:00', 'c1@customer-a.example']], {
        requester: { value: { email: 'c1@customer-a.example' }, source: 'label' },
      }),
      book,
      { nowMs: NOW, language: 'en' },
    );
    expect(verdict.scope.map(({ message }) => message)).toEqual(['no-limits']);
  });
});
