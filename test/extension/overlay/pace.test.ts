/** How often the overlay ticks: counted, on a clock in the test's hand. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countdownAt, untilNextTick } from '../../../extension/overlay/countdown.ts';
import { startNow } from '../../../extension/state/now.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-06-10T09:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Ticks within a stretch of a countdown to a due time, in an office that is open all the while. */
function ticksIn(
  stretchMs: number,
  dueInMs: number,
  visibilityState: DocumentVisibilityState = 'visible',
): number {
  const startMs = Date.now();
  const dueMs = startMs + dueInMs;
  const open = [[startMs - HOUR, startMs + 100 * HOUR]] as const;
  const { now } = startNow({
    clock: Date.now,
    pace: (nowMs) => untilNextTick(countdownAt(open, dueMs, nowMs), nowMs),
    page: Object.assign(new EventTarget(), { visibilityState }) as unknown as Document,
    signal: new AbortController().signal,
  });
  let ticks = 0;
  // The first call is of what shows already.
  now.subscribe(() => (ticks += 1));
  vi.advanceTimersByTime(stretchMs);
  return ticks - 1;
}

test('far from due it ticks once a minute', () => {
  expect(ticksIn(10 * MINUTE, 7 * HOUR)).toBe(10);
});

test('near due, and near past it, it ticks once a second', () => {
  expect(ticksIn(MINUTE, 5 * MINUTE)).toBe(60);
  // A millisecond past each full second: at 1.001, 2.001, … 59.001 s.
  expect(ticksIn(MINUTE, -5 * MINUTE)).toBe(59);
});

test('in a tab that nobody sees it never ticks', () => {
  expect(ticksIn(8 * HOUR, MINUTE, 'hidden')).toBe(0);
});
