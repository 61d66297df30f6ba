/** How often the overlay ticks: counted, on a clock in the test's hand. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runOn, untilNextTick } from '../../../extension/overlay/countdown.ts';
import { standingOf } from '../../../extension/overlay/standing.ts';
import { startNow } from '../../../extension/state/now.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-06-10T09:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What is owed within a range that the page leaves open, in an office that is open all the while. */
function countdownIn(earliestMs: number, latestMs = earliestMs, dueSoonMs = HOUR) {
  const askedMs = Date.now();
  const open = [[askedMs - HOUR, askedMs + 100 * HOUR]] as const;
  const state = askedMs > latestMs ? 'overdue' : 'running';
  const owed = { state, due: [earliestMs, latestMs], lateMs: Math.max(0, askedMs - latestMs) } as const;
  return (nowMs: number) =>
    standingOf({ ...owed, due: [earliestMs, latestMs] }, { askedMs, open }, dueSoonMs, nowMs).countdown!;
}

/** How often the whole is looked at within a stretch, and how often its figure alone runs on. */
function ticksIn(
  stretchMs: number,
  countdownAt: ReturnType<typeof countdownIn>,
  visibilityState: DocumentVisibilityState = 'visible',
) {
  const ticks = { looks: -1, beats: 0 };
  const { now } = startNow({
    clock: Date.now,
    pace: (nowMs) => untilNextTick(countdownAt(nowMs), nowMs),
    beat: (nowMs) => {
      const run = runOn(countdownAt(now.value), now.value);
      if (run === null || nowMs < run.fromMs || nowMs >= run.untilMs) return false;
      // What runs on says what a look would say.
      expect(run.zeroMs - nowMs).toBe(countdownAt(nowMs).leftMs);
      ticks.beats += 1;
      return true;
    },
    page: Object.assign(new EventTarget(), { visibilityState }) as unknown as Document,
    signal: new AbortController().signal,
  });
  // The first call is of what shows already.
  now.subscribe(() => (ticks.looks += 1));
  vi.advanceTimersByTime(stretchMs);
  return ticks;
}

test('far from due it ticks once a minute', () => {
  expect(ticksIn(10 * MINUTE, countdownIn(Date.now() + 7 * HOUR))).toEqual({ looks: 10, beats: 0 });
});

test('near due, and near past it, its figure ticks once a second and everything else once in five minutes', () => {
  // Just after 0, 1, … 300 s: the last of them is past 09:05.
  expect(ticksIn(5 * MINUTE + 20, countdownIn(Date.now() + 7 * MINUTE))).toEqual({ looks: 1, beats: 300 });
});

test('near past it, the same', () => {
  // At each full second, and the last of them is 09:05.
  expect(ticksIn(5 * MINUTE, countdownIn(Date.now() - 2 * MINUTE))).toEqual({ looks: 1, beats: 299 });
});

test('where an answer becomes late, or due soon, it looks at once', () => {
  const soonMs = 3 * MINUTE;
  const due = () => countdownIn(Date.now() + soonMs + 40_000, undefined, soonMs);
  expect(ticksIn(40_000, due()).looks).toBe(0);
  expect(ticksIn(40_020, due()).looks).toBe(1);
  expect(ticksIn(40_000 + soonMs, due()).looks).toBe(1);
  expect(ticksIn(40_020 + soonMs, due()).looks).toBe(2);
});

test('while the page leaves open whether it is late, nothing is counted, and nothing ticks by the second', () => {
  const startMs = Date.now();
  expect(ticksIn(10 * MINUTE, countdownIn(startMs - HOUR, startMs + HOUR))).toEqual({ looks: 10, beats: 0 });
});

test('in a tab that nobody sees it never ticks', () => {
  expect(ticksIn(8 * HOUR, countdownIn(Date.now() + MINUTE), 'hidden')).toEqual({ looks: 0, beats: 0 });
});
