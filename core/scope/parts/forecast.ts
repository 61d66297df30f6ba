/** What the running week's hours will come to at their pace. */
import { clockOf, type DirectoryBook } from '../../engagement/book.ts';
import type { Engagement } from '../../engagement/schema.ts';
import { mondayOf } from '../../time/local-date.ts';
import type { Moment } from '../finding.ts';
import { weekOf } from './hours.ts';

export interface Forecast {
  /** Hours of the whole week at this pace, in milliseconds. */
  ms: number;
  /** Business time of the week that has run, and all of it. */
  elapsedMs: number;
  totalMs: number;
}

/** From this share of the week on, where the rulebook names none: one of five days. */
const FROM_SHARE = 0.2;
const DAYS_OF_WEEK = 7;

/**
 * The forecast of the running week by pace: its hours so far, divided by the share of its business time that has
 * run. `null` while too little of the week has run to say anything.
 */
export function forecastOf(book: DirectoryBook, engagement: Engagement, { nowMs }: Moment): Forecast | null {
  const clock = clockOf(book, engagement);
  const monday = mondayOf(clock.localDayOf(nowMs));
  const startMs = clock.instantOf(monday, 0);
  const totalMs = clock.elapsed(startMs, clock.instantOf(monday + DAYS_OF_WEEK, 0));
  const elapsedMs = clock.elapsed(startMs, nowMs);
  const fromShare = book.rulebook.readings.forecastFromShare ?? FROM_SHARE;
  if (elapsedMs <= 0 || elapsedMs < totalMs * fromShare) return null;
  const { ms } = weekOf(book, engagement, monday);
  return { ms: (ms * totalMs) / elapsedMs, elapsedMs, totalMs };
}
