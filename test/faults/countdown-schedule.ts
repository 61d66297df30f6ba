/**
 * One seeded schedule of clocks that jump while a countdown runs, mostly over the nights on which clocks change: by
 * seconds, by a day, by a zone, while the machine sleeps. What is shown is what the business clock says of that instant.
 */
import { compileCalendar, dueTime, isProblem, MINUTE_MS, type Span } from '#core';
import { countdownAt, type Open, untilNextTick } from '../../extension/overlay/countdown.ts';
import { diceOf } from '../fuzz/mutate.ts';

const DAY_MS = 24 * 60 * MINUTE_MS;
/** Zones with the Sundays of 2026 on which their clocks change. */
const NIGHTS: readonly [zone: string, iso: string][] = [
  ['Europe/Berlin', '2026-03-29T01:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-03-08T07:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['America/Santiago', '2026-09-06T04:00Z'],
  ['Asia/Seoul', '2026-03-29T01:00Z'],
];
const week = (span: Span) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [span]]));
const WEEKS = [
  week({ from: '09:00', to: '17:00' }),
  week({ from: '00:00', to: '24:00' }),
  week({ from: '22:00', to: '06:00' }),
  week({ from: '01:30', to: '03:30' }),
];
const JUMPS = [1, 999, 60_000, 3_600_000, -3_600_000, DAY_MS, -DAY_MS, 9 * 3_600_000, -30 * MINUTE_MS];
const MOMENTS = 40;

export interface CountdownOutcome {
  moments: number;
  jumps: number;
  wrong: string[];
}

export function runCountdownSchedule(seed: number): CountdownOutcome {
  const { below, chance, pick } = diceOf(seed);
  const [zone, night] = pick(NIGHTS);
  const clock = compileCalendar({ zone, week: pick(WEEKS) });
  if (isProblem(clock)) throw new Error(clock.code);
  const nightMs = Date.parse(night);
  const receivedMs = nightMs - below(36 * 60) * MINUTE_MS;
  const dueMs = dueTime(clock, receivedMs, { businessDays: 1 + below(2) }, pick(['same-time', 'end-of-day']));
  if (isProblem(dueMs)) throw new Error(dueMs.code);
  // As the background sends them: from when the answer was asked for to a little after it is due.
  const askedMs = receivedMs + below(600) * MINUTE_MS;
  const open: Open = clock
    .openBetween(askedMs, dueMs + 3 * DAY_MS)
    .map(({ startMs, endMs }) => [startMs, endMs]);
  const outcome: CountdownOutcome = { moments: 0, jumps: 0, wrong: [] };
  let nowMs = askedMs;
  for (let moment = 0; moment < MOMENTS; moment++) {
    const shown = countdownAt(open, dueMs, nowMs);
    const wanted = nowMs <= dueMs ? clock.elapsed(nowMs, dueMs) : -clock.elapsed(dueMs, nowMs);
    if (nowMs >= askedMs && nowMs < dueMs + 3 * DAY_MS) {
      outcome.moments++;
      if (shown.leftMs !== wanted)
        outcome.wrong.push(`${zone} ${new Date(nowMs).toISOString()}: ${shown.leftMs}, not ${wanted}`);
    }
    const waitMs = untilNextTick(shown, nowMs);
    if (!(waitMs > 0 && waitMs <= MINUTE_MS + 1))
      outcome.wrong.push(`${zone}: the next tick in ${waitMs} ms`);
    if (chance(0.4)) {
      nowMs = Math.max(askedMs, nowMs + pick(JUMPS));
      outcome.jumps++;
    } else nowMs += waitMs;
  }
  return outcome;
}
