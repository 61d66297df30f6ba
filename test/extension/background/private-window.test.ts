/** What was looked at in a private window is in no list, no popup and no storage afterwards. */
import { beforeEach, expect, test } from 'vitest';
import { plainDirectory } from '../../support/plain-directory.ts';
import { stubStorage } from '../../support/storage-stub.ts';

const NOW_MS = Date.parse('2026-06-11T12:00:00Z');
const HOUR_MS = 3_600_000;

const { local, session } = stubStorage();
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
