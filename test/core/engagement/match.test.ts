import { describe, expect, it } from 'vitest';
import { matchEngagement } from '#core/engagement/match.ts';
import { bookOf, engagement, factsOf } from '../../support/core/facts.ts';

const NOW = Date.parse('2026-06-10T12:00+02:00');

const book = bookOf({
  customers: [
    { id: 'A', name: 'Customer A', organisations: ['A Holding'], domains: ['a.example'] },
    { id: 'B', name: 'Customer B', domains: ['b.example'], addresses: ['guest@a.example'] },
    { id: 'C', name: 'Customer C', domains: ['c.example'] },
  ],
  engagements: [
    engagement('E-1', 'A', 'premium', { contacts: [{ email: 'Ana@A.example' }] }),
    engagement('E-2', 'A', 'tsam', { contacts: [{ email: 'otto@a.example' }] }),
    engagement('E-3', 'B', 'standard'),
    engagement('E-4', 'C', 'premium', { until: '2026-05-31' }),
    engagement('E-5', 'C', 'standard', { from: '2026-06-01' }),
  ],
  cases: [
    { id: 'K-1', engagement: 'E-2', status: 'open', link: 'https://desk.example/ticket/77#latest' },
    { id: 'K-2', engagement: 'E-2', status: 'open', link: 'https://desk.example/ticket/77' },
    { id: 'K-3', engagement: 'E-3', status: 'open', link: 'https://desk.example/ticket/88' },
    { id: 'K-4', engagement: 'E-1', status: 'open', link: 'https://desk.example/ticket/88' },
  ],
});

function matchOf(more: Parameters<typeof factsOf>[1], picked?: string): string {
  const match = matchEngagement(factsOf([], more), book, NOW, picked);
  return match.kind === 'matched'
    ? `${match.engagement.id} by ${match.by}`
    : `${match.kind}: ${match.candidates.map(({ id }) => id).join(' ')}`;
}

const requester = (email: string) => ({ requester: { value: { email }, source: 'label' as const } });
const organisation = (value: string) => ({ organisation: { value, source: 'label' as const } });

describe('which engagement a ticket belongs to', () => {
  it('an identified contact settles which of a company’s engagements it is, whatever the case of the address', () => {
    expect(matchOf(requester('ANA@a.example '))).toBe('E-1 by contact');
    expect(matchOf(requester('otto@a.example'))).toBe('E-2 by contact');
  });

  it('somebody else of a company with two engagements is asked about, never guessed', () => {
    expect(matchOf(requester('new@a.example'))).toBe('ambiguous: E-1 E-2');
    expect(matchOf(organisation(' a holding'))).toBe('ambiguous: E-1 E-2');
  });

  it('the organisation’s name or the domain is enough where there is one engagement', () => {
    expect(matchOf(organisation('customer b'))).toBe('E-3 by organisation');
    expect(matchOf(requester('who@b.example'))).toBe('E-3 by domain');
  });

  it('a single address beats the domain it lies in', () => {
    expect(matchOf(requester('guest@a.example'))).toBe('E-3 by address');
  });

  it('an organisation and a domain of two customers contradict each other: asked', () => {
    expect(matchOf({ ...organisation('Customer B'), ...requester('new@a.example') })).toBe(
      'ambiguous: E-1 E-2 E-3',
    );
  });

  it('a domain that only ends like a customer’s is not theirs', () => {
    expect(matchOf(requester('x@evil-b.example'))).toMatch(/^unknown/);
    expect(matchOf(requester('x@b.example.evil.example'))).toMatch(/^unknown/);
  });

  it('the engagement in its term is taken before one that has ended', () => {
    expect(matchOf(requester('who@c.example'))).toBe('E-5 by domain');
  });

  it('a case’s link beats what the page says, and the user’s pick beats both', () => {
    const linked = { url: 'https://desk.example/ticket/77', ...requester('who@b.example') };
    expect(matchOf(linked)).toBe('E-2 by case-link');
    expect(matchOf(linked, 'E-5')).toBe('E-5 by picked');
    expect(matchOf(linked, 'E-gone')).toBe('E-2 by case-link');
  });

  it('a ticket that two engagements list is asked about, whoever wrote it, until somebody picks', () => {
    const listed = { url: 'https://desk.example/ticket/88', ...requester('ana@a.example') };
    expect(matchOf(listed)).toBe('ambiguous: E-3 E-1');
    expect(matchOf(listed, 'E-1')).toBe('E-1 by picked');
  });

  it('nobody we know: every engagement is offered, none is taken', () => {
    expect(matchOf({})).toBe('unknown: E-1 E-2 E-3 E-4 E-5');
  });

  it('the first customer message’s address is used where the page names no requester', () => {
    const facts = factsOf([
      ['staff', '2026-06-08T09:00Z', 'mia@vendor.example'],
      ['customer', '2026-06-08T10:00Z', 'ana@a.example'],
    ]);
    expect(matchEngagement(facts, book, NOW)).toMatchObject({ kind: 'matched', by: 'contact' });
  });
});
