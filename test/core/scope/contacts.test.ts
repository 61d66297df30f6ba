import { describe, expect, it } from 'vitest';
import type { Contact } from '#core';
import { countContacts } from '#core/scope/contacts.ts';
import { isIdentified } from '#core/scope/unidentified-writer.ts';
import { casesInHand, findingsOf, inShort, people } from './book.ts';

const LIMIT = 3;

function found(contacts: Contact[], tier = 'premium') {
  return inShort(findingsOf('contacts', { engagements: [{ tier, contacts }] }));
}

describe('contacts at a time', () => {
  it('the third contact is allowed, the fourth is one too many and is marked', () => {
    expect(found(people(3))).toEqual([]);
    const [finding] = findingsOf('contacts', { engagements: [{ contacts: people(4) }] });
    // Four from the beginning: rows 0, 1, 2 fill the limit, row 3 is beyond it.
    expect(finding).toMatchObject({
      message: 'contacts-over',
      severity: 'violation',
      values: { used: 4, limit: 3 },
      rows: [{ kind: 'contact', engagement: 'E-1', row: 3 }],
      rests: { kind: 'clause', clause: 'scope.contacts' },
    });
  });

  it('a successor may start on the day after, not on the day itself', () => {
    const [first, second, third] = people(3);
    const successor = { email: 'next@a.example', from: '2026-06-01' };
    // Until May 31 three, from June 1 three.
    expect(found([{ ...first, until: '2026-05-31' }, second!, third!, successor])).toEqual([]);
    // On June 1 both are there: four, and the row that started later is the one beyond.
    const [finding] = findingsOf('contacts', {
      engagements: [{ contacts: [{ ...first, until: '2026-06-01' }, second!, third!, successor] }],
    });
    expect(finding).toMatchObject({ since: '2026-06-01', values: { used: 4 }, rows: [{ row: 3 }] });
  });

  it('too many from the beginning are too many since the term began', () => {
    const engagement = { contacts: people(4), from: '2026-01-15' };
    const [finding] = findingsOf('contacts', { engagements: [engagement] });
    expect(finding!.since).toBe('2026-01-15');
  });

  it('says which contacts make up the figure, and from when', () => {
    const contacts = [
      { name: 'Ada', from: '2026-01-01', until: '2026-12-31' },
      { name: 'Ben', from: '2026-02-01' },
      { name: 'Cai', until: '2026-06-30' },
      { name: 'Dee', from: '2026-03-01' },
    ];
    const [finding] = findingsOf('contacts', { engagements: [{ contacts }] });
    // By start: Cai (no start), Ada, Ben, Dee; from March 1 all four.
    expect(finding!.steps).toEqual([
      { step: 'contact-until', values: { who: 'Cai', until: '2026-06-30' } },
      { step: 'contact-between', values: { who: 'Ada', from: '2026-01-01', until: '2026-12-31' } },
      { step: 'contact-from', values: { who: 'Ben', from: '2026-02-01' } },
      { step: 'contact-from', values: { who: 'Dee', from: '2026-03-01' } },
      { step: 'contacts-on', values: { used: 4, limit: 3, on: '2026-03-01' } },
    ]);
  });
});

describe('rows that are no contact of their own', () => {
  it('the same address in other letters is one person, and a warning', () => {
    const contacts = [...people(3), { email: ' C1@A.example ' }];
    expect(found(contacts)).toEqual(['E-1 contacts-same-address 1']);
  });

  it('a double row lengthens the time of its person instead of vanishing with the first', () => {
    // c1 is listed until May and again from April on: one person throughout. In July c1 to c4 are there: four.
    const contacts = [
      { email: 'c1@a.example', until: '2026-05-31' },
      { email: 'c1@a.example', from: '2026-04-01' },
      { email: 'c2@a.example', from: '2026-07-01' },
      { email: 'c3@a.example', from: '2026-07-01' },
      { email: 'c4@a.example', from: '2026-07-01' },
    ];
    expect(countContacts(contacts, LIMIT)).toEqual({
      peak: 4,
      peakFrom: '2026-07-01',
      statuses: ['counted', 'double', 'counted', 'counted', 'beyond-limit'],
    });
  });

  it('the same person in two separate times is no double', () => {
    const contacts = [
      { email: 'c1@a.example', until: '2026-03-31' },
      { email: 'c1@a.example', from: '2026-05-01' },
    ];
    expect(countContacts(contacts, LIMIT).statuses).toEqual(['counted', 'counted']);
  });

  it('a row without name and address is said to be incomplete and fills no place', () => {
    expect(found([...people(3), {}, { name: ' ' }])).toEqual(['E-1 contacts-incomplete 2']);
  });
});

describe('a writer who is no identified contact', () => {
  const contacts = people(3, { until: '2026-06-30' });
  const requests = (requester: string, opened = '2026-06-08', tier = 'premium') =>
    findingsOf('unidentified-writer', { engagements: [{ contacts, tier }], cases: [{ requester, opened }] });

  it('is found by address, and named with the cases', () => {
    expect(requests('C1@a.example')).toEqual([]);
    expect(requests('boss@a.example')).toMatchObject([
      {
        severity: 'warning',
        values: { writer: 'boss@a.example', count: 1 },
        rows: [{ kind: 'case', engagement: 'E-1', row: 'C-1' }],
        rests: { clause: 'scope.contacts' },
      },
    ]);
  });

  it('somebody who was a contact only until June is none in July', () => {
    expect(requests('c1@a.example', '2026-06-30')).toEqual([]);
    expect(requests('c1@a.example', '2026-07-01')).toHaveLength(1);
  });

  it('is nobody where the tier names no limit, and nobody once the case is closed', () => {
    expect(requests('boss@a.example', '2026-06-08', 'standard')).toEqual([]);
    const cases = casesInHand(2, { requester: 'boss@a.example', status: 'closed' });
    expect(findingsOf('unidentified-writer', { engagements: [{ contacts }], cases })).toEqual([]);
  });

  it('may be known by name alone', () => {
    expect(isIdentified([{ name: 'Ada Lovelace' }], 'ada lovelace', null)).toBe(true);
    expect(isIdentified([{ name: 'Ada Lovelace' }], 'Ada', null)).toBe(false);
  });
});
