/** A system is asked for its data a few times, whatever its page does. */
import { expect, it } from 'vitest';
import { JsonStore } from '../../../../extension/readers/anchors/json-store.ts';
import type { SiteReader } from '../../../../extension/readers/sites/site-reader.ts';

const SITE: SiteReader = {
  id: 'zendesk',
  name: 'Zendesk',
  marks: 'body',
  anchors: { subject: [], threads: [] },
  json: { paths: (id) => [`/a/${id}`, `/b/${id}`], read: ([answer]) => ({ subject: String(answer) }) },
};
const turns = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

function setUp(ok = true) {
  const state = { asked: [] as string[], changed: 0, nowMs: 0 };
  const store = new JsonStore({
    fetch: async (path) => {
      state.asked.push(path);
      return { ok, json: async () => `answer ${state.asked.length}` };
    },
    clock: () => state.nowMs,
    changed: () => {
      state.changed += 1;
    },
  });
  return { state, store };
}

it('the same page is asked about once, however often it is read', async () => {
  const { state, store } = setUp();
  for (let reading = 0; reading < 50; reading++) store.ticket(SITE, '102', '3 open');
  await turns();
  for (let reading = 0; reading < 50; reading++) store.ticket(SITE, '102', '3 open');
  expect(state.asked).toEqual(['/a/102', '/b/102']);
  expect(state.changed).toBe(1);
});

it('a page that shows something new is asked about anew, after a rest; until then the last answer stands', async () => {
  const { state, store } = setUp();
  store.ticket(SITE, '102', '3 open');
  await turns();
  const first = store.ticket(SITE, '102', '4 open');
  expect(first).toEqual(store.ticket(SITE, '102', '3 open'));
  expect(state.asked).toHaveLength(2);
  state.nowMs = 5_000;
  store.ticket(SITE, '102', '4 open');
  await turns();
  expect(state.asked).toHaveLength(4);
});

it('a system that refuses is left alone for ten minutes, and the page is not read anew', async () => {
  const { state, store } = setUp(false);
  store.ticket(SITE, '102', '3 open');
  await turns();
  state.nowMs = 9 * 60_000;
  expect(store.ticket(SITE, '102', '4 open')).toBeNull();
  await turns();
  expect([state.asked.length, state.changed]).toEqual([2, 0]);
});

it('in one life of a page no more than 200 calls are made', async () => {
  const { state, store } = setUp();
  for (let id = 0; id < 500; id++) store.ticket(SITE, String(id), 'open');
  await turns();
  expect(state.asked).toHaveLength(200);
});

it('what not every system of a kind has is asked once in a page’s life where it is refused', async () => {
  const asked: string[] = [];
  let nowMs = 0;
  const seen: unknown[] = [];
  const site: SiteReader = {
    ...SITE,
    json: {
      paths: (id) => [`/a/${id}`],
      more: (id) => [`/more/${id}`],
      read: (answers) => {
        seen.push(answers);
        return {};
      },
    },
  };
  const store = new JsonStore({
    fetch: async (path) => {
      asked.push(path);
      return { ok: path.startsWith('/a'), json: async () => 'given' };
    },
    clock: () => nowMs,
    changed: () => undefined,
  });
  store.ticket(site, '102', '3 open');
  await turns();
  nowMs = 5_000;
  store.ticket(site, '102', '4 open');
  await turns();
  expect(asked).toEqual(['/a/102', '/more/102', '/a/102']);
  expect(seen).toEqual([['given', null], ['given']]);
});
