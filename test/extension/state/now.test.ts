import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startNow } from '../../../extension/state/now.ts';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';

  turn(to: DocumentVisibilityState) {
    this.visibilityState = to;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

function setUp(pace: (nowMs: number) => number | null = () => MINUTE) {
  const page = new Page();
  const life = new AbortController();
  const kept = startNow({
    clock: Date.now,
    pace,
    page: page as unknown as Document,
    signal: life.signal,
  });
  return { page, life, ...kept };
}

test('keeps one timer and ticks at the pace that it is given', () => {
  const { now } = setUp();
  const start = now.value;
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(3 * MINUTE);
  expect(now.value - start).toBe(3 * MINUTE);
  expect(vi.getTimerCount()).toBe(1);
});

test('a new pace takes the place of the old one, never a second timer beside it', () => {
  const { refresh } = setUp();
  refresh();
  refresh();
  expect(vi.getTimerCount()).toBe(1);
});

test('rests while nobody looks, and shows the right time at once when somebody does', () => {
  const { now, page } = setUp();
  const start = now.value;
  page.turn('hidden');
  expect(vi.getTimerCount()).toBe(0);
  vi.setSystemTime(start + 8 * 60 * MINUTE);
  page.turn('visible');
  expect(now.value - start).toBe(8 * 60 * MINUTE);
  expect(vi.getTimerCount()).toBe(1);
});

test('a timer that fires hours late, after a sleep, reads the clock and does not count', () => {
  const { now } = setUp();
  const start = now.value;
  vi.setSystemTime(start + 9 * 60 * MINUTE);
  vi.advanceTimersToNextTimer();
  expect(now.value - start).toBe(9 * 60 * MINUTE + MINUTE);
});

test('where nothing changes any more there is no timer', () => {
  setUp(() => null);
  expect(vi.getTimerCount()).toBe(0);
});

test('ends with its signal', () => {
  const { life, page, now } = setUp();
  const start = now.value;
  life.abort();
  expect(vi.getTimerCount()).toBe(0);
  vi.setSystemTime(start + MINUTE);
  page.turn('hidden');
  page.turn('visible');
  expect(now.value).toBe(start);
});
