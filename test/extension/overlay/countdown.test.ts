import { expect, test } from 'vitest';
import {
  type Countdown,
  countdownAt,
  NEAR_MS,
  type Open,
  partsOf,
  runOn,
  untilNextTick,
} from '../../../extension/overlay/countdown.ts';

/** What the figure says later, without another look; `null` where it takes one. */
function leftIn(countdown: Countdown, atMs: number, nowMs: number): number | null {
  const run = runOn(countdown, atMs);
  return run && nowMs >= run.fromMs && nowMs < run.untilMs ? run.zeroMs - nowMs : null;
}

const at = (text: string) => Date.parse(`${text}+02:00`);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Berlin, Monday to Friday 09:00–17:00: Thursday 11 and Friday 12 June 2026, then Monday. */
const OPEN: Open = [
  [at('2026-06-11T09:00'), at('2026-06-11T17:00')],
  [at('2026-06-12T09:00'), at('2026-06-12T17:00')],
  [at('2026-06-15T09:00'), at('2026-06-15T17:00')],
];
const DUE = at('2026-06-12T10:00');

test('countdown-after-sleep: what is left comes from the clock, so that a night asleep takes nothing away', () => {
  expect(countdownAt(OPEN, DUE, at('2026-06-11T16:30'))).toEqual({
    leftMs: 1.5 * HOUR,
    running: true,
    resumesMs: null,
    steadyUntilMs: at('2026-06-11T16:30') + 1,
  });
  expect(countdownAt(OPEN, DUE, at('2026-06-12T08:00'))).toEqual({
    leftMs: HOUR,
    running: false,
    resumesMs: at('2026-06-12T09:00'),
    steadyUntilMs: at('2026-06-12T09:00'),
  });
  expect(countdownAt(OPEN, DUE, at('2026-06-12T09:15')).leftMs).toBe(45 * MINUTE);
});

test('the due instant itself is in time, a millisecond later is late', () => {
  expect(countdownAt(OPEN, DUE, DUE).leftMs).toBe(0);
  expect(countdownAt(OPEN, DUE, DUE + 1).leftMs).toBe(-1);
});

test('overdue goes on from what the background counted, in business time only', () => {
  // Asked on Friday 16:00, six business hours late; on Monday 10:00 it is two business hours more.
  const late = { ms: 6 * HOUR, atMs: at('2026-06-12T16:00') };
  expect(countdownAt(OPEN, DUE, at('2026-06-15T10:00'), late).leftMs).toBe(-8 * HOUR);
});

test('ticks once a minute when far, once a second when near, and waits for the opening when closed', () => {
  const tick = (text: string) => {
    const nowMs = at(text);
    return untilNextTick(countdownAt(OPEN, DUE, nowMs), nowMs);
  };
  // 1:30:20 left: the figure changes when 1:30:00 has become 1:29:59.999.
  expect(tick('2026-06-11T16:29:40')).toBe(20_001);
  expect(tick('2026-06-12T09:55:00.400')).toBe(601);
  expect(tick('2026-06-12T08:59:30')).toBe(30_000);
  expect(tick('2026-06-11T20:00')).toBe(MINUTE);
});

test('the figure runs on from one look, and ends with five minutes of the clock, the opening hours and a clock set back', () => {
  const lookMs = at('2026-06-12T09:55:10');
  const looked = countdownAt(OPEN, DUE, lookMs);
  const left = (text: string) => leftIn(looked, lookMs, at(text));
  expect(left('2026-06-12T09:55:11.5')).toBe(4 * MINUTE + 48_500);
  expect(left('2026-06-12T09:56:00.001')).toBe(4 * MINUTE - 1);
  expect(left('2026-06-12T09:59:59.999')).toBe(1);
  // A day may begin then, in this zone or in the other.
  expect(left('2026-06-12T10:00')).toBeNull();
  expect(left('2026-06-12T09:55:09.999')).toBeNull();
  // Due at 09:57:00: the due instant itself is in time, and the next one is late.
  const soonMs = at('2026-06-12T09:56:30');
  const soon = countdownAt(OPEN, at('2026-06-12T09:57'), soonMs);
  expect(leftIn(soon, soonMs, at('2026-06-12T09:57'))).toBe(0);
  expect(leftIn(soon, soonMs, at('2026-06-12T09:57:00.001'))).toBeNull();
  // Late by 9:10 at the look: seconds are counted until it is 10:00.
  const lateMs = at('2026-06-12T10:11:10');
  const late = countdownAt(OPEN, at('2026-06-12T10:02'), lateMs);
  expect(leftIn(late, lateMs, at('2026-06-12T10:12'))).toBe(-10 * MINUTE);
  expect(leftIn(late, lateMs, at('2026-06-12T10:12:00.001'))).toBeNull();
  // 17:00 closes in the middle of a minute that is left.
  const eveningMs = at('2026-06-11T16:59:50');
  const evening = countdownAt(OPEN, at('2026-06-12T09:00:45'), eveningMs);
  expect(evening.leftMs).toBe(55_000);
  expect(leftIn(evening, eveningMs, at('2026-06-11T16:59:59.999'))).toBe(45_001);
  expect(leftIn(evening, eveningMs, at('2026-06-11T17:00'))).toBeNull();
  // Far from due there are no seconds to run on.
  expect(
    leftIn(countdownAt(OPEN, DUE, at('2026-06-12T09:15')), at('2026-06-12T09:15'), at('2026-06-12T09:15:01')),
  ).toBeNull();
});

test('as long as it runs on, it is what a look would say, of the same sign and near enough for seconds', () => {
  for (const offsetMs of [-550_000, -190_000, -60_000, -1, 1, 999, 60_000, 290_500, 599_999]) {
    const lookMs = DUE + offsetMs;
    const looked = countdownAt(OPEN, DUE, lookMs);
    for (let nowMs = lookMs; nowMs < looked.steadyUntilMs!; nowMs += 7) {
      const leftMs = leftIn(looked, lookMs, nowMs)!;
      const isOther = leftMs !== countdownAt(OPEN, DUE, nowMs).leftMs || leftMs < 0 !== looked.leftMs < 0;
      if (isOther || partsOf(leftMs).seconds === null)
        expect.fail(`${offsetMs}: ${leftMs} at ${nowMs - lookMs}`);
    }
    expect(leftIn(looked, lookMs, looked.steadyUntilMs!)).toBeNull();
  }
});

test('shows seconds only when near, and never more than there is', () => {
  expect(partsOf(HOUR + 59_999)).toEqual({ hours: 1, minutes: 0, seconds: null });
  expect(partsOf(NEAR_MS)).toEqual({ hours: 0, minutes: 10, seconds: 0 });
  expect(partsOf(61_999)).toEqual({ hours: 0, minutes: 1, seconds: 1 });
});
