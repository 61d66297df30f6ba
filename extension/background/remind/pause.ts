/** A pause: for so long nothing is shown, and what comes up meanwhile is shown after it. */
import { isProblem, type Problem } from '#core/problem.ts';
import { compileCalendar } from '#core/time/business-clock.ts';
import { HOUR_MS } from '#core/time/units.ts';
import { remindersItem, update } from '../../state/settings.ts';

/** `tomorrow` begins at the midnight of a zone; `null` ends the pause. */
export async function pauseUntil(
  until: 'hour' | 'tomorrow' | null,
  zone: string,
  nowMs: number,
): Promise<Problem | undefined> {
  const clock = compileCalendar({ zone, week: {} });
  if (isProblem(clock)) return clock;
  const ends = { hour: nowMs + HOUR_MS, tomorrow: clock.instantOf(clock.localDayOf(nowMs) + 1, 0) };
  await update(remindersItem, (reminders) => ({
    ...reminders,
    pausedUntilMs: until === null ? null : ends[until],
  }));
  return undefined;
}
