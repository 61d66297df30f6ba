/** What a page, hostile or taken over, can have the background fetch: its own ticket's data, as itself, and no more. */
import { expect, test } from 'vitest';
import { isProblem } from '#core/problem.ts';
import type { Sender } from '../../../extension/background/requests.ts';
import { systemData } from '../../../extension/background/system-data.ts';

const URL_HERE = 'https://desk.example/agent/tickets/102';
const PATH = '/api/v2/tickets/102/comments.json?include=users&sort_order=desc';
const PAGE: Sender = {
  id: 'dueline',
  url: URL_HERE,
  tab: { id: 1, url: URL_HERE, incognito: false, cookieStoreId: 'firefox-default' },
  frameId: 0,
};
const inTab = (tab: Partial<NonNullable<Sender['tab']>>): Sender => ({
  ...PAGE,
  tab: { ...PAGE.tab, ...tab },
});

function setUp(respond: () => Response | Promise<Response> = () => new Response('{"a":1}')) {
  const asked: [string, RequestInit][] = [];
  const ask = systemData(async (url, init) => {
    asked.push([url, init]);
    return respond();
  });
  const outcome = async (path: string, sender: Sender = PAGE, nowMs = 0) => {
    const given = await ask(path, sender, nowMs);
    return isProblem(given) ? given.values.reason : given.text;
  };
  return { asked, outcome };
}

test('the ticket’s own data are asked of its own origin, as the page’s user, and follow no redirect', async () => {
  const { asked, outcome } = setUp();
  expect(await outcome(PATH)).toBe('{"a":1}');
  expect(asked).toHaveLength(1);
  expect(asked[0]![0]).toBe(`https://desk.example${PATH}`);
  expect(asked[0]![1]).toMatchObject({ credentials: 'include', redirect: 'error' });
  expect(asked[0]![1].method).toBeUndefined();
});

test.each([
  ['another ticket', '/api/v2/tickets/103/comments.json?include=users&sort_order=desc'],
  ['another interface', '/api/v2/users.json'],
  ['another host', 'https://other.example/api/v2/tickets/102.json'],
  ['another host by its path', '//other.example/api/v2/tickets/102.json'],
  ['a way out of the path', `${PATH}/../../../users.json`],
])('nothing else is asked: %s', async (_, path) => {
  const { asked, outcome } = setUp();
  expect(await outcome(path)).toBe('address');
  expect(asked).toEqual([]);
});

test.each([
  ['a frame', { ...PAGE, frameId: 3 }, 'sender'],
  [
    'a page of another origin than its tab',
    { ...PAGE, url: 'https://other.example/agent/tickets/102' },
    'sender',
  ],
  ['no tab', { ...PAGE, tab: undefined }, 'sender'],
  ['a private window, whose session is not ours', inTab({ incognito: true }), 'session'],
  ['a container, whose session is not ours', inTab({ cookieStoreId: 'firefox-container-2' }), 'session'],
  ['an address without a ticket', inTab({ url: 'https://desk.example/agent/home' }), 'address'],
])('nobody else has anything asked: %s', async (_, sender, reason) => {
  const { asked, outcome } = setUp();
  expect(await outcome(PATH, sender)).toBe(reason);
  expect(asked).toEqual([]);
});

test('a tab has at most thirty calls in a minute, and another tab its own', async () => {
  const { asked, outcome } = setUp();
  for (let call = 0; call < 30; call++) expect(await outcome(PATH, PAGE, call)).toBe('{"a":1}');
  expect(await outcome(PATH, PAGE, 59_999)).toBe('too-many');
  expect(await outcome(PATH, inTab({ id: 2 }), 59_999)).toBe('{"a":1}');
  expect(await outcome(PATH, PAGE, 60_029)).toBe('{"a":1}');
  expect(asked).toHaveLength(32);
});

test.each([
  ['a refusal', () => new Response('{}', { status: 403 })],
  ['no answer', () => Promise.reject(new TypeError('NetworkError'))],
  ['an answer without an end', () => new Response(endless())],
])('%s is no data', async (_, respond) => {
  expect(await setUp(respond).outcome(PATH)).toBe('system');
});

function endless(): ReadableStream {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)) });
}
