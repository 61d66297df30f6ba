/** A background that the browser ends while it answers: nobody's overlay stays empty, and nothing is done twice. */
import { beforeEach, expect, test, vi } from 'vitest';
import { OF_A_PAGE } from '../background/every-request.ts';

const runtime = vi.hoisted(() => ({ id: 'dueline' as string | undefined, sendMessage: vi.fn() }));
vi.mock('wxt/browser', () => ({ browser: { runtime } }));
const { ask } = await import('../../../extension/platform/ask.ts');

const GONE = new Error('the message channel closed before a response was received');

beforeEach(() => {
  runtime.id = 'dueline';
  runtime.sendMessage.mockReset();
});

test.each([
  ['while it answered', () => Promise.reject(GONE)],
  ['before it heard the question', () => Promise.resolve(undefined)],
])('a question whose background ended %s is asked of the next one', async (_, end) => {
  runtime.sendMessage.mockImplementationOnce(end).mockResolvedValueOnce({ kind: 'done' });
  expect(await ask(OF_A_PAGE.ticket)).toEqual({ kind: 'done' });
  expect(runtime.sendMessage.mock.calls).toEqual([[OF_A_PAGE.ticket], [OF_A_PAGE.ticket]]);
});

test('a question that never gets through ends after three tries', async () => {
  runtime.sendMessage.mockRejectedValue(GONE);
  await expect(ask(OF_A_PAGE.rows)).rejects.toBe(GONE);
  expect(runtime.sendMessage).toHaveBeenCalledTimes(3);
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
  vi.useFakeTimers();
  runtime.sendMessage
    .mockReturnValueOnce(new Promise(() => undefined))
    .mockResolvedValueOnce({ kind: 'done' });
  const asked = ask(OF_A_PAGE.bring);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await asked).toEqual({ kind: 'done' });
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
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
