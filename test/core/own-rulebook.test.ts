import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  checkScope,
  type DirectoryBook,
  openDirectory,
  readDirectory,
  sayDerivation,
  type TicketFacts,
  translator,
  verdictOf,
} from '#core';

const TEXT = readFileSync(new URL('./samples/hosting-company.json', import.meta.url), 'utf8');

function open(text = TEXT): DirectoryBook {
  const { directory, problems } = readDirectory(text);
  if (!directory) throw new Error(JSON.stringify(problems));
  const book = openDirectory(directory);
  if (Array.isArray(book)) throw new Error(JSON.stringify(book));
  return book;
}

function askedBy(email: string, receivedIso: string): TicketFacts {
  const atMs = Date.parse(receivedIso);
  const at = { fromMs: atMs, untilMs: atMs, zone: 'offset' as const, shown: receivedIso };
  return {
    url: 'https://desk.example/1',
    reader: 'generic',
    language: 'de',
    id: null,
    subject: null,
    requester: { value: { email }, source: 'label' },
    organisation: null,
    created: null,
    status: null,
    priority: null,
    assignee: null,
    messages: [{ role: 'customer', author: { email }, at, source: 'site' }],
    earlierMessages: 0,
    unread: [],
  };
}

describe('an organisation brings its own rulebook: four tiers, targets in service hours', () => {
  const nowMs = Date.parse('2026-05-27T12:00+02:00');
  const ask = (email: string, received: string) =>
    verdictOf(askedBy(email, received), open(), { nowMs, language: 'en' });
  const dueOf = (email: string, received: string) => ask(email, received).current?.due?.[0];

  it('four hours run over the night, Saturday counts, Sunday and the holiday do not', () => {
    // Friday 22 May 17:00 + 3 h until 20:00, 1 h left: Saturday 08:00–09:00.
    expect(dueOf('a@druckerei-sued.example', '2026-05-22T17:00+02:00')).toBe(
      Date.parse('2026-05-23T09:00+02:00'),
    );
    // Saturday 23 May 18:00 + 2 h until 20:00; Sunday closed, Whit Monday a holiday; Tuesday 08:00 + 2 h.
    expect(dueOf('a@druckerei-sued.example', '2026-05-23T18:00+02:00')).toBe(
      Date.parse('2026-05-26T10:00+02:00'),
    );
  });

  it('one hour for the highest tier', () => {
    expect(dueOf('x@klinik-nord.example', '2026-05-22T19:30+02:00')).toBe(
      Date.parse('2026-05-23T08:30+02:00'),
    );
  });

  it('its own reading, end of day: Basic is due at the close of the next business day', () => {
    expect(dueOf('x@blumen-beck.example', '2026-05-22T10:00+02:00')).toBe(
      Date.parse('2026-05-23T20:00+02:00'),
    );
  });

  it('a tier without a promise has no due time and says whose word that is', () => {
    const { current, engagement } = ask('x@radverein.example', '2026-05-22T10:00+02:00');
    expect(current).toMatchObject({ state: 'not-stated', due: null, targetRests: { clause: 'sla.none' } });
    expect(engagement?.tier.name).toBe('Community');
  });

  it('names tiers and deliverables in the rulebook’s own words, English where a language is missing', () => {
    const names = (language: 'de' | 'ko') =>
      verdictOf(askedBy('x@blumen-beck.example', '2026-05-22T10:00+02:00'), open(), {
        nowMs,
        language,
      }).entitlements.map(({ name }) => name);
    expect(names('de')[1]).toBe('Sicherungen');
    expect(names('ko')[1]).toBe('Backups');
  });

  it('says each step with the organisation’s own clause, never a bare id', () => {
    const book = open();
    const { current } = verdictOf(askedBy('a@druckerei-sued.example', '2026-05-23T18:00+02:00'), book, {
      nowMs,
      language: 'de',
    });
    const said = sayDerivation(current!.steps, {
      translate: translator('de'),
      zone: 'Europe/Berlin',
      rulebook: book.rulebook,
    });
    expect(said.map(({ rests }) => rests)).toContain(
      'Business: erste Antwort innerhalb von 4 Servicestunden',
    );
    expect(said.map(({ rests }) => rests)).toContain('An Feiertagen geschlossen');
  });

  it('its own limits hold: 4.5 of 4 hours is a violation that rests on its clause', () => {
    const hours = checkScope(open(), { nowMs }).filter(({ rule }) => rule === 'weekly-hours');
    expect(hours).toMatchObject([
      { severity: 'violation', subject: { id: 'p-4' }, rests: { clause: 'hands' } },
    ]);
  });

  it('a rulebook that names a clause it does not have is refused, with the place', () => {
    const { directory } = readDirectory(
      TEXT.replaceAll('"sla.mission"', '"sla.lost"').replace('"sla.lost": {', '"sla.mission": {'),
    );
    expect(openDirectory(directory!)).toMatchObject([
      {
        code: 'missing-entry',
        path: ['rulebook', 'own', 'tiers', 3, 'target', 'clause'],
        values: { id: 'sla.lost' },
      },
    ]);
  });
});
