/** The report that a user sends along with a fault says how it goes, and repeats nothing of what is stored. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { anyShape, wholeDirectory } from '../../../core/card/whole-directory.ts';
import { stubStorage } from '../../../support/storage-stub.ts';
import second from '../../state/stored/second.json' with { type: 'json' };

const NOW_MS = Date.UTC(2026, 5, 8, 9);
const SELF = { id: 'dueline', base: 'chrome-extension://dueline/' };
const OPTIONS = { id: 'dueline', url: 'chrome-extension://dueline/options.html' };
const TOKEN = 'token-of-the-session';
const SITE = 'https://desk.secret.example';

// The library that speaks to the storage keeps the browser that it saw first.
const { local, session } = stubStorage();
const { browser } = globalThis as unknown as { browser: Record<string, object> };
Object.assign(browser, {
  alarms: { get: async () => undefined },
  permissions: { getAll: async () => ({ origins: [`${SITE}/*`], permissions: ['storage'] }) },
  scripting: { getRegisteredContentScripts: async () => [{ matches: [`${SITE}/*`] }] },
});
Object.assign(browser.runtime!, { getManifest: () => ({ version: '1.0.0' }) });

const fact = (value: unknown) => ({ value, source: 'site', shown: 'SECRET as shown' });
const FACTS = {
  url: `${SITE}/tickets/4711`,
  reader: 'zendesk',
  language: 'en',
  id: fact('SECRET-4711'),
  subject: fact('SECRET subject'),
  requester: fact({ name: 'SECRET name', email: 'ana@secret.example' }),
  organisation: fact('SECRET organisation'),
  created: null,
  status: fact({ shown: 'SECRET status', kind: 'open' }),
  priority: null,
  assignee: null,
  messages: [{ role: 'customer', author: { name: 'SECRET writer' }, at: null, source: 'site' }],
  earlierMessages: 0,
  unread: ['times'],
};

/** A profile in which every kind of item holds something of customers, their tickets and their user. */
function profile(directory: object) {
  const held = { ...second.queue.entries[0], status: 'held', heldFor: 'refused', detail: 'SECRET detail' };
  const trouble = {
    problems: [{ code: 'not-a-date', path: ['SECRET tab', 2], values: { text: 'SECRET cell' } }],
    sinceMs: NOW_MS,
  };
  const copy = { name: 'SECRET sheet', version: '1', directory, readMs: NOW_MS, shown: {}, notes: {} };
  return {
    ...second,
    directory,
    cards: { 'SECRET E-1': { text: 'SECRET card', keptMs: NOW_MS } },
    'google-client': { id: 'SECRET client', secret: 'SECRET of the client' },
    person: 'SECRET person',
    picks: { 'organisation secret gmbh': { engagement: 'E-1', scope: 'organisation', atMs: NOW_MS } },
    queue: { entries: [held], settled: [], signedOut: ['SECRET sheet'] },
    sites: { [SITE]: { zone: 'Asia/Seoul' } },
    tickets: { [FACTS.url]: { facts: FACTS, seenMs: NOW_MS } },
    trackers: { 'SECRET id': { ...copy, trouble } },
  };
}

/** Every text below a value. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** What Dueline itself calls things, and the zone of its self-test, whoever's directory it is. */
const OURS = new Set(['service-management', 'Europe/Berlin']);
/** Shorter ones stand in any text. */
const TELLING = 8;

async function report(stored: object): Promise<string> {
  vi.resetModules();
  local.kept.clear();
  for (const [name, value] of Object.entries(stored)) local.kept.set(name, value);
  session.kept.set('google-tokens', { access: TOKEN, refresh: TOKEN, untilMs: NOW_MS });
  const { answer } = await import('../../../../extension/background/answer.ts');
  const around = { self: SELF, version: '1.0.0', clock: () => NOW_MS };
  const answered = await answer({ type: 'diagnose' }, OPTIONS, around);
  if (answered.kind !== 'diagnosis') throw new Error(answered.kind);
  return answered.findings.map(({ name, value }) => `${name}: ${value}`).join('\n');
}

test.each(fc.sample(anyShape, { numRuns: 20, seed: 20 }))(
  'no text of the directory, a ticket, a sheet, a card or the sign-in is in it: %j',
  async (shape) => {
    const directory = wholeDirectory(shape);
    const text = await report(profile(directory));
    expect(text).toContain('readers: zendesk, 2026-06-08T09:00:00.000Z: id, subject, requester');
    expect(text).toContain('queue: refused 1, signed out');
    expect(text).not.toMatch(/secret|4711/i);
    expect(text).not.toContain(TOKEN);
    const told = texts(directory).filter((one) => one.length >= TELLING && !OURS.has(one));
    expect(told.filter((one) => text.includes(one))).toEqual([]);
  },
);

test('a rulebook of the organisation’s own is told as such, not by its name', async () => {
  const own = { ...wholeDirectory({ ...PLAIN, ownRules: true }) };
  const rulebook = own.rulebook as { own: object };
  const named = { ...own, rulebook: { own: { ...rulebook.own, id: 'rules-for-acme' } } };
  const text = await report(profile(named));
  expect(text).toContain('rulebook: own\n');
  expect(text).not.toContain('acme');
});

const PLAIN = {
  ...{ ownRules: false, hasBackup: true, sameManager: false, sameCalendar: true, sameCustomer: false },
  ...{ others: 1, withChanges: false, answered: false },
};
