import { describe, expect, it } from 'vitest';
import { checkScope, type Finding, LANGUAGES, sayFinding, translator } from '#core';
import en from '#core/language/en.json' with { type: 'json' };
import { SCOPE_RULES } from '#core/scope/index.ts';
import { casesInHand, openBook, type Parts, people, WEEK } from './book.ts';

const calendars = [{ id: 'berlin', zone: 'Europe/Berlin', week: WEEK }];
const asked = { received: '2026-06-10T10:00+02:00' };

/** Directories in which, together, every message is found. */
const MESS: Parts[] = [
  {
    calendars,
    engagements: [
      {
        contacts: [...people(4, { from: '2026-02-01' }), { email: 'C1@a.example' }, {}],
        until: '2026-06-20',
      },
      { tier: 'tsam', deployment: 'saas', from: undefined, until: undefined },
      { tier: 'standard', deployment: 'on-premises', until: '2026-06-12' },
    ],
    cases: [
      ...casesInHand(30, { requester: 'boss@a.example', opened: '2026-06-01' }),
      { severity: 0, opened: '2026-06-02', inquiries: [asked] },
      { severity: 0, status: 'closed', inquiries: [asked] },
      { inquiries: [{ received: '2026-06-11T12:30+02:00' }], link: 'https://desk.example/7' },
      { inquiries: [{ ...asked, answered: '2026-06-09T10:00+02:00' }] },
      { engagement: 'E-3', link: 'https://desk.example/7' },
    ],
    activities: [
      { date: '2026-06-01', hours: 11 },
      { date: '2026-05-25', hours: 12 },
      { date: '2026-05-18', hours: 18 },
      { date: '2026-06-07', hours: 1 },
      { date: '2025-12-31', hours: 1 },
      { at: '2026-06-09T20:00+02:00', hours: 1, language: 'de' },
      { date: '2026-06-08', hours: 8, deliverable: 'service-reviews', method: 'phone' },
      { engagement: 'E-3', deliverable: 'customer-advocacy' },
    ],
    timeOff: [{ manager: 'M-1', from: '2026-06-11', until: '2026-06-16' }],
  },
  {
    managers: [
      { id: 'M-1', name: 'Ada', backup: 'M-2' },
      { id: 'M-2', name: 'Ben' },
    ],
    timeOff: ['M-1', 'M-2'].map((manager) => ({ manager, from: '2026-06-11', until: '2026-06-16' })),
    cases: casesInHand(24),
  },
  { cases: casesInHand(31, { status: 'closed', opened: '2026-06-01', closed: '2026-06-03' }) },
  // The last days of June: 80 % of the month's business time have run.
  { activities: [] },
];
const TIMES = [
  '2026-06-12T12:00+02:00',
  '2026-06-12T12:00+02:00',
  '2026-06-12T12:00+02:00',
  '2026-06-30T12:00+02:00',
];

const FOUND: Finding[] = MESS.flatMap((parts, index) =>
  checkScope(openBook(parts), { nowMs: Date.parse(TIMES[index]!) }),
);

describe('every finding in words', () => {
  it('the samples hold every rule and every message', () => {
    expect([...new Set(FOUND.map(({ rule }) => rule))].sort()).toEqual(
      SCOPE_RULES.map(({ id }) => id).sort(),
    );
    expect([...new Set(FOUND.map(({ message }) => message as string))].sort()).toEqual(
      Object.keys(en.finding).sort(),
    );
  });

  it.each(LANGUAGES)(
    '%s: whole sentences, nothing left open, each with its way out and its source',
    (language) => {
      const translate = translator(language);
      for (const finding of FOUND) {
        const { text, whatToDo, steps, rests } = sayFinding(finding, translate);
        for (const sentence of [text, whatToDo, rests, ...steps]) {
          expect(sentence, finding.message).toMatch(/\S/);
          // Neither a placeholder, nor a key of the catalogue, nor a date as computers write it.
          expect(sentence, finding.message).not.toMatch(
            /[{}]|^[a-z-]+\.[a-z-]+$|\d{4}-\d{2}-\d{2}|undefined|NaN/,
          );
        }
      }
    },
  );

  it('says deliverables, methods, languages and dates in the reader’s words', () => {
    const said = (message: string) => {
      const found = FOUND.find((finding) => finding.message === message)!;
      return sayFinding(found, translator('de')).text;
    };
    expect(said('method-not-in-tier')).toBe(
      'Service-Reviews: 1 Aktivität per Telefon; Premium nennt persönlich oder Videokonferenz.',
    );
    expect(said('language-not-agreed')).toBe('1 Aktivität war auf Deutsch; vereinbart ist Englisch.');
    expect(said('term-ending')).toBe('Die Laufzeit endet am Sa., 20. Juni 2026; es bleiben 8 Tage.');
  });

  it('a reading of ours never looks like a clause', () => {
    for (const finding of FOUND) {
      const { isReading, rests } = sayFinding(finding, translator('en'));
      expect(isReading, rests).toBe(rests.startsWith('Reading'));
    }
  });

  it('names of an organisation’s own rulebook are used', () => {
    const found = FOUND.find(({ message }) => message === 'deliverable-not-in-tier')!;
    const { rulebook } = openBook();
    const own = {
      ...rulebook,
      deliverables: [{ id: 'customer-advocacy', names: { en: 'Your voice' } }],
      tiers: rulebook.tiers.map((tier) => ({ ...tier, names: { en: `${tier.id} plan` } })),
    };
    expect(sayFinding(found, translator('en'), own).text).toBe(
      'Your voice is not part of standard plan, but 1 activity gives it.',
    );
  });
});
