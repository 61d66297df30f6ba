/** When an answer is due, in words. */
import { nearbyInstant, sameDate, sameWallTime, timeIn, zoneCity } from '../ui/format.ts';
import type { Say } from '../ui/words.ts';

/** In my time and, where the clocks differ, in the contract's; a due time known only roughly as its two ends. */
export function dueInWords(
  [earliestMs, latestMs]: readonly [number, number],
  [mine, contract]: readonly [string, string],
  nowMs: number,
  say: Say,
): string {
  const near = (atMs: number) => nearbyInstant(atMs, mine, say.language, nowMs);
  if (latestMs !== earliestMs) {
    return say('overlay.due-between', { from: near(earliestMs), until: near(latestMs) });
  }
  if (sameWallTime(earliestMs, mine, contract)) return say('overlay.due', { when: near(earliestMs) });
  return say('overlay.due-two', {
    when: near(earliestMs),
    there: sameDate(earliestMs, mine, contract)
      ? timeIn(earliestMs, contract, say.language)
      : nearbyInstant(earliestMs, contract, say.language, nowMs, mine),
    zone: zoneCity(contract),
  });
}
