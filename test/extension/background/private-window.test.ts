/** What was looked at in a private window is in no list, no popup and no storage afterwards. */
import { beforeEach, expect, test, vi } from 'vitest';
import { plainDirectory } from '../../support/plain-directory.ts';

const NOW_MS = Date.parse('2026-06-11T12:00:00Z');
const HOUR_MS = 3_600_000;

const area = () => {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (keys: string | string[] | null) =>
      Object.fromEntries([...kept].filter(([key]) => keys === null || [keys].flat().includes(key))),
    set: async (items: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
    },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) kept.delete(key);
    },
    onChanged: { addListener: () => undefined, removeListener: () => undefined },
  };
};

const local = area();
const session = area();
vi.stubGlobal('browser', {
  runtime: { id: 'dueline' },
  storage: { local, session },
  i18n: { getUILanguage: () => 'en' },
});
const { answerTicket } = await import('../../../extension/background/ticket.ts');

const FACTS = {
  url: 'https://desk.example/tickets/1',
  reader: 'generic',
  language: null,
  id: { value: '1', source: 'url' as const },
  subject: null,
  requester: { value: { email: 'ana@acme.example' }, source: 'label' as const },
  organisation: null,
  created: null,
  status: null,
  priority: null,
  assignee: null,
  messages: [
    {
      role: 'customer' as const,
      author: { email: 'ana@acme.example' },
      at: { fromMs: NOW_MS - HOUR_MS, untilMs: NOW_MS - HOUR_MS, zone: 'offset' as const, shown: '11:00' },
      source: 'label' as const,
    },
  ],
  earlierMessages: 0,
  unread: [],
};

const everything = () => JSON.stringify([...local.kept, ...session.kept]);

beforeEach(() => {
  local.kept.clear();
  session.kept.clear();
  local.kept.set('directory', plainDirectory());
});

test.each([
  ['a private window leaves nothing of its tickets behind', true],
  ['another window’s tickets are known to the lists and the popup', false],
])('%s', async (_, isPrivate) => {
  const answer = await answerTicket(FACTS, NOW_MS, isPrivate);
  expect(answer.kind === 'verdict' && answer.verdict.current?.due?.[0]).toBe(NOW_MS + 23 * HOUR_MS);
  expect(everything().includes('ana@acme.example')).toBe(!isPrivate);
  expect(everything().includes('desk.example/tickets/1')).toBe(!isPrivate);
});
