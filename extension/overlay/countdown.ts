/**
 * Business time between now and a due time, from the open intervals that came with the verdict. Always worked
 * out from the clock, never counted down: a machine that slept loses nothing.
 */
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#core/time/units.ts';

export type Open = readonly (readonly [startMs: number, endMs: number])[];

/** From here on the countdown shows seconds. */
export const NEAR_MS = 10 * MINUTE_MS;
/** No tick is further away than this: nothing tells a page that the machine has woken up. */
const FAR_MS = MINUTE_MS;
/** At a whole one of these by the clock, more than the figure is looked at: days begin there, and answers grow old. */
const LOOK_MS = 5 * MINUTE_MS;

/** Open milliseconds in `[fromMs, untilMs)`; 0 where the two are the other way round. */
export function openBetween(open: Open, fromMs: number, untilMs: number): number {
  let sum = 0;
  for (const [startMs, endMs] of open) {
    sum += Math.max(0, Math.min(endMs, untilMs) - Math.max(startMs, fromMs));
  }
  return sum;
}

/** The next opening after an instant, as far as the verdict's intervals reach. */
export function nextOpening(open: Open, atMs: number): number | null {
  const opening = open.find(([startMs]) => startMs > atMs);
  return opening ? opening[0] : null;
}

export interface Countdown {
  /** Business time left; negative once the due time is past, by the business time since then. */
  leftMs: number;
  running: boolean;
  /** When it goes on, where it stands still. */
  resumesMs: number | null;
  /** Until then nothing but its figure changes; `null` where it stands still for good. */
  steadyUntilMs: number | null;
}

/** How much business time is left to a due time. `late`: business time past the due time when it was asked. */
export function countdownAt(
  open: Open,
  dueMs: number,
  nowMs: number,
  late: { ms: number; atMs: number } = { ms: 0, atMs: dueMs },
): Countdown {
  const stretch = open.find(([startMs, endMs]) => startMs <= nowMs && nowMs < endMs);
  // The due instant itself is in time.
  const leftMs =
    nowMs <= dueMs
      ? openBetween(open, nowMs, dueMs)
      : -(late.ms + openBetween(open, Math.max(dueMs, late.atMs), nowMs));
  if (stretch === undefined) {
    const resumesMs = nextOpening(open, nowMs);
    return { leftMs, running: false, resumesMs, steadyUntilMs: resumesMs };
  }
  const steadyUntilMs = Math.min(stretch[1], nowMs + steadyMs(leftMs, nowMs));
  return { leftMs, running: true, resumesMs: null, steadyUntilMs };
}

/** How long a running countdown is steady: while it counts seconds, until it is late, or late by more than that. */
function steadyMs(leftMs: number, nowMs: number): number {
  if (Math.abs(leftMs) > NEAR_MS) return untilNext(MINUTE_MS, leftMs);
  const countsFor = leftMs >= 0 ? leftMs : NEAR_MS + leftMs;
  return Math.min(countsFor + 1, LOOK_MS - (nowMs % LOOK_MS));
}

/** Milliseconds until a running countdown has another number of these units. */
function untilNext(unitMs: number, leftMs: number): number {
  // What is left has another one millisecond past the edge, what is late at the edge itself.
  return leftMs >= 0 ? (leftMs % unitMs) + 1 : unitMs - (-leftMs % unitMs);
}

function countsSeconds({ leftMs, running }: Countdown): boolean {
  return running && leftMs !== 0 && Math.abs(leftMs) <= NEAR_MS;
}

/** From one instant until before the other a figure counts seconds, and nothing else changes. */
export interface Run {
  fromMs: number;
  untilMs: number;
  /** When nothing is left, or was: what is left is the way there. */
  zeroMs: number;
}

/** How a countdown runs on that was worked out at an instant; `null` where it counts no seconds. */
export function runOn(countdown: Countdown, atMs: number): Run | null {
  if (!countsSeconds(countdown)) return null;
  return { fromMs: atMs, untilMs: countdown.steadyUntilMs!, zeroMs: atMs + countdown.leftMs };
}

/**
 * Milliseconds until what the countdown shows changes: the next second when near, the next minute when far,
 * the next opening while it stands still, a minute at the most.
 */
export function untilNextTick(countdown: Countdown, nowMs: number): number {
  const untilMs = Math.min(FAR_MS, (countdown.steadyUntilMs ?? Infinity) - nowMs);
  return countsSeconds(countdown) ? Math.min(untilMs, untilNext(SECOND_MS, countdown.leftMs)) : untilMs;
}

/** Hours, minutes and, when near, seconds of a countdown, cut down: never more than there is. */
export function partsOf(leftMs: number): { hours: number; minutes: number; seconds: number | null } {
  const ms = Math.abs(leftMs);
  const near = ms <= NEAR_MS;
  return {
    hours: Math.floor(ms / HOUR_MS),
    minutes: Math.floor((ms % HOUR_MS) / MINUTE_MS),
    seconds: near ? Math.floor((ms % MINUTE_MS) / SECOND_MS) : null,
  };
}
