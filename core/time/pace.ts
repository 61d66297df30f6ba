/** Pace: how much of the time granted for an answer has been used. */
import type { BusinessClock } from './business-clock.ts';

/**
 * Business time used at `atMs` over the business time granted from `receivedMs` to `dueMs`: 0 when the inquiry comes
 * in, 1 at the due instant, above 1 when overdue; closed hours add nothing. `null` where no business time is granted
 * (received and due within one closed stretch).
 * @throws RangeError for an instant that is not finite or outside the years 1900–2200
 * @example
 * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week });
 * const [received, due] = [Date.parse('2026-06-12T13:00+02:00'), Date.parse('2026-06-15T13:00+02:00')];
 * paceOf(berlin, received, due, Date.parse('2026-06-12T15:00+02:00')) // 0.25
 * paceOf(berlin, received, due, Date.parse('2026-06-14T12:00+02:00')) // 0.5
 * paceOf(berlin, received, due, Date.parse('2026-06-15T17:00+02:00')) // 1.5
 */
export function paceOf(clock: BusinessClock, receivedMs: number, dueMs: number, atMs: number): number | null {
  const grantedMs = clock.elapsed(receivedMs, dueMs);
  return grantedMs > 0 ? clock.elapsed(receivedMs, atMs) / grantedMs : null;
}
