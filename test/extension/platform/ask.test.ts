/** A background that the browser ends while it answers: nobody's overlay stays empty, and nothing is done twice. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OF_A_PAGE } from '../background/every-request.ts';

const runtime = vi.hoisted(() => {
  const listeners = new Set<(message: unknown, sender: { id: string }) => void>();
  return {
    id: 'dueline' as string | undefined,
    sendMessage: vi.fn(),
    push: (message: unknown) => {
      for (const listener of listeners) listener(message, { id: 'dueline' });
    },
    onMessage: {
      addListener: listeners.add.bind(listeners),
      removeListener: listeners.delete.bind(listeners),
    },
  };
});
vi.mock('wxt/browser', () => ({ browser: { runtime } }));
const { ask, askFirst, onPush } = await import('../../../extension/platform/ask.ts');

const GONE = new Error('the message channel closed before a response was received');

beforeEach(() => {
  vi.useFakeTimers();
  runtime.id = 'dueline';
  runtime.sendMessage.mockReset();
});

const LONGEST_PAUSE_MS = 60_000;

afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test.each([
  ['while it answered', () => Promise.reject(GONE)],
  ['before it heard the question', () => Promise.resolve(undefined)],
])('a question whose background ended %s is asked of the next one', async (_, end) => {
  runtime.sendMessage.mockImplementationOnce(end).mockResolvedValueOnce({ kind: 'done' });
  const asked = ask(OF_A_PAGE.ticket);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await asked).toEqual({ kind: 'done' });
  expect(runtime.sendMessage.mock.calls).toEqual([[OF_A_PAGE.ticket], [OF_A_PAGE.ticket]]);
});

test('a page whose background ended ten times in a row still gets its answer', async () => {
  for (let ends = 0; ends < 10; ends++) runtime.sendMessage.mockRejectedValueOnce(GONE);
  runtime.sendMessage.mockResolvedValueOnce({ kind: 'done' });
  const asked = ask(OF_A_PAGE.ticket);
  await vi.advanceTimersByTimeAsync(10 * LONGEST_PAUSE_MS);
  expect(await asked).toEqual({ kind: 'done' });
});

test('a background that nobody reaches is asked less and less often', async () => {
  const leaving = new AbortController();
  runtime.sendMessage.mockRejectedValue(GONE);
  const asked = expect(ask(OF_A_PAGE.rows, leaving.signal)).rejects.toBe(GONE);
  await vi.advanceTimersByTimeAsync(LONGEST_PAUSE_MS);
  expect(runtime.sendMessage.mock.calls.length).toBeLessThanOrEqual(6);
  runtime.sendMessage.mockClear();
  await vi.advanceTimersByTimeAsync(10 * LONGEST_PAUSE_MS);
  expect(runtime.sendMessage).toHaveBeenCalledTimes(10);
  leaving.abort();
  await vi.advanceTimersByTimeAsync(LONGEST_PAUSE_MS);
  await asked;
});

test('whoever has gone to another ticket asks for the one before no more', async () => {
  const leaving = new AbortController();
  runtime.sendMessage.mockImplementation(async () => {
    leaving.abort();
    throw GONE;
  });
  await expect(ask(OF_A_PAGE.ticket, leaving.signal)).rejects.toBe(GONE);
  expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
});

test('a page of our own learns soon that nobody answers, and can say so', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  runtime.sendMessage.mockRejectedValue(GONE);
  const asked = askFirst({ type: 'options' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await asked).toBeUndefined();
  expect(said).toHaveBeenCalledWith(GONE);
  said.mockRestore();
});

test('an extension that is gone from under the page is asked nothing more', async () => {
  runtime.sendMessage.mockImplementation(async () => {
    runtime.id = undefined;
    throw GONE;
  });
  await expect(ask(OF_A_PAGE.ticket)).rejects.toBe(GONE);
  expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
});

test('a question that nobody ever answers is asked again, and the answer that comes is the one', async () => {
  runtime.sendMessage
    .mockReturnValueOnce(new Promise(() => undefined))
    .mockResolvedValueOnce({ kind: 'done' });
  const asked = ask(OF_A_PAGE.bring);
  await vi.advanceTimersByTimeAsync(21_000);
  expect(await asked).toEqual({ kind: 'done' });
});

const QUESTIONS = ['bring', 'mapping', 'rows', 'ticket'];

test.each(Object.values(OF_A_PAGE).filter(({ type }) => !QUESTIONS.includes(type)))(
  '$type is a change: sent once, whatever becomes of it',
  async (request) => {
    runtime.sendMessage.mockRejectedValue(GONE);
    await expect(ask(request)).rejects.toBe(GONE);
    expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
  },
);

test('told-while-drawing: what changes before a page of ours can hear it is told once it listens', async () => {
  runtime.sendMessage.mockResolvedValueOnce({ kind: 'done' });
  const first = askFirst({ type: 'options' });
  runtime.push({ type: 'changed' });
  await first;
  const life = new AbortController();
  const heard: [who: string, type: string][] = [];
  onPush(({ type }) => heard.push(['page', type]), life.signal);
  onPush(({ type }) => heard.push(['section', type]), life.signal);
  expect(heard).toEqual([
    ['page', 'changed'],
    ['section', 'changed'],
  ]);
  runtime.push({ type: 'changed' });
  expect(heard).toHaveLength(4);
  life.abort();
  runtime.push({ type: 'changed' });
  expect(heard).toHaveLength(4);
});
