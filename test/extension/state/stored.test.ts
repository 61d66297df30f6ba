/** What earlier versions stored is used by this one; what a disk has damaged is set aside, and the rest goes on. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { plainDirectory } from '../../support/plain-directory.ts';
import { stubStorage } from '../../support/storage-stub.ts';
import first from './stored/first.json' with { type: 'json' };
import second from './stored/second.json' with { type: 'json' };

const NOW_MS = Date.UTC(2026, 5, 8, 9);
const SELF = { id: 'dueline', base: 'chrome-extension://dueline/' };
const OWN = { id: 'dueline', url: 'chrome-extension://dueline/options.html' };

// The library that speaks to the storage keeps the browser that it saw first.
const { local } = stubStorage();
const { browser } = globalThis as unknown as { browser: Record<string, object> };
Object.assign(browser, {
  alarms: { get: async () => undefined, create: async () => undefined, clear: async () => true },
  identity: { getRedirectURL: () => 'https://dueline.chromiumapp.org/' },
  permissions: { getAll: async () => ({ origins: [], permissions: [] }) },
  scripting: { getRegisteredContentScripts: async () => [] },
});
Object.assign(browser.runtime!, { getManifest: () => ({ version: '1.0.0' }) });
beforeEach(() => {
  vi.resetModules();
  local.kept.clear();
  local.kept.set('directory', plainDirectory());
});

/** Of the answers, what these tests look at. */
interface Answered {
  kind: string;
  text: string;
  directory: { engagements: number };
  settings: { setAside: string[] };
  trackers: unknown[];
  waiting: { key: string; row: string }[];
}

/** The background as it starts on what is stored. */
async function start() {
  const { answer } = await import('../../../extension/background/answer.ts');
  const around = { self: SELF, version: '1.0.0', clock: () => NOW_MS };
  return (message: object): Promise<Answered> => answer(message, OWN, around) as never;
}

describe('stored by an earlier version, as its own code stored it', () => {
  test.each([
    ['before decisions', first],
    ['before changes of rows', second],
  ])('%s: what waited still waits, and what was decided holds', async (_name, stored) => {
    for (const [key, value] of Object.entries(stored)) local.kept.set(key, value);
    const ask = await start();
    const trackers = await ask({ type: 'trackers', action: { do: 'show' } });
    const [sent] = trackers.waiting;
    expect(sent).toMatchObject({ status: 'sent', ways: ['retry'] });
    expect(sent?.row).toContain('1.5 · e-mail · Call');
    expect(trackers.trackers).toMatchObject([{ id: 'sheet-1', name: 'T' }]);
    const exported = JSON.parse((await ask({ type: 'export-directory' })).text);
    expect(exported.activities).toMatchObject([{ engagement: 'E-1', hours: 1.5, note: 'Call' }]);
    expect(exported.decisions).toMatchObject([{ decision: 'no-answer-needed', by: 'Mira Roth' }]);
    expect((await ask({ type: 'options' })).settings.setAside).toEqual([]);
  });
});

/** Items by name, each with an entry that is sound; damage comes beside it. */
const GOOD: Record<string, Record<string, unknown>> = {
  picks: { 'ticket https://desk.example/1': { engagement: 'E-1', scope: 'ticket', atMs: 1 } },
  sites: { 'https://desk.example': { zone: 'Europe/Berlin' } },
  snoozed: { 'a key': 5 },
  told: { 'a key': 5 },
};
const NAMES = [
  'additions',
  'amendments',
  'card-keys',
  'card-page',
  'cards',
  'engagement',
  'google-client',
  'language',
  'logged',
  'mappings',
  'person',
  'picks',
  'queue',
  'reminders',
  'sites',
  'snoozed',
  'status-words',
  'tickets',
  'timer',
  'told',
  'tracker-base',
  'trackers',
];
/** Those that have been through a change of shape. */
const VERSIONS: Record<string, number> = { additions: 2, queue: 3, trackers: 4 };
const DAMAGE: readonly unknown[] = [
  7,
  true,
  [7],
  [null],
  { x: 7 },
  { x: null },
  { entries: [{ key: 'k' }], settled: 7, signedOut: null },
  { activities: [{ id: 5 }], cases: {}, decisions: [null] },
  { x: { facts: { messages: 'none' }, directory: { engagements: 'none' }, text: 5 } },
];

describe('damaged', () => {
  test.each(NAMES)('%s: every page still answers, and it is said what was set aside', async (name) => {
    let told = 0;
    for (const damage of DAMAGE) {
      vi.resetModules();
      local.kept.delete('set-aside');
      local.kept.set(name, structuredClone(damage));
      local.kept.set(`${name}$`, { v: VERSIONS[name] ?? 1 });
      const ask = await start();
      const options = await ask({ type: 'options' });
      expect(options.kind).toBe('options');
      expect(options.directory.engagements).toBe(plainDirectory().engagements.length);
      expect((await ask({ type: 'popup', url: null, engagement: null })).kind).toBe('popup');
      expect((await ask({ type: 'trackers', action: { do: 'show' } })).kind).toBe('trackers');
      expect((await ask({ type: 'diagnose' })).kind).toBe('diagnosis');
      const { setAside } = options.settings;
      // A number by a key is all that some items are; what is no damage is left as it is.
      if (setAside.length === 0) expect(local.kept.get(name)).toEqual(damage);
      else {
        told += 1;
        expect(setAside).toEqual([name]);
        const { text } = await ask({ type: 'export-set-aside' });
        expect(JSON.parse(text)[name].value).toEqual(damage);
        await ask({ type: 'forget-set-aside' });
        expect((await ask({ type: 'options' })).settings.setAside).toEqual([]);
      }
    }
    expect(told).toBeGreaterThanOrEqual(DAMAGE.length - 2);
  });

  test.each(Object.keys(GOOD))('%s: what is sound beside a damaged entry stays', async (name) => {
    local.kept.set(name, { ...GOOD[name], broken: [null] });
    const ask = await start();
    await ask({ type: 'options' });
    expect(local.kept.get(name)).toEqual(GOOD[name]);
  });

  test('a row that waits stays though the one beside it is damaged', async () => {
    const [key, { entries }] = ['queue', second.queue];
    for (const [name, value] of Object.entries(second)) local.kept.set(name, value);
    local.kept.set(key, { ...second.queue, entries: [...entries, { key: 'broken' }] });
    const ask = await start();
    const { waiting } = await ask({ type: 'trackers', action: { do: 'show' } });
    expect(waiting.map((entry: { key: string }) => entry.key)).toEqual([entries[0]!.key]);
  });

  test('sound as it is, nothing is set aside', async () => {
    for (const [name, value] of Object.entries(GOOD)) local.kept.set(name, value);
    const ask = await start();
    expect((await ask({ type: 'options' })).settings.setAside).toEqual([]);
  });
});

test('whatever is kept on the disk has a shape by which it is checked, or a check of its own', async () => {
  const modules = [
    await import('../../../extension/state/cards.ts'),
    await import('../../../extension/state/settings.ts'),
    await import('../../../extension/state/trackers.ts'),
  ];
  const { SHAPES } = await import('../../../extension/background/stored/shapes.ts');
  const keys = modules
    .flatMap((all) => Object.values(all as object))
    .flatMap((value) => (typeof value === 'object' && value !== null && 'key' in value ? [value.key] : []))
    .filter((key) => String(key).startsWith('local:'))
    .map((key) => String(key).slice('local:'.length));
  expect(keys.length).toBeGreaterThan(20);
  const own = ['directory', 'directory-before', 'directory-good'];
  expect(keys.filter((key) => !own.includes(key)).sort()).toEqual(Object.keys(SHAPES).sort());
});
