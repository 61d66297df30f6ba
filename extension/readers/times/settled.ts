/** What a second time beside a first one settles. */
import type { Parsed } from './parse.ts';
import { DAY_MS, midnight } from './resolve.ts';

/** A time of which day and month are settled by the same time written with its year first, a zone away at most. */
export function settledBy(time: Parsed, other: Parsed | null): Parsed {
  if (time.kind !== 'wall' || !time.wall.swappable || time.wall.year === null) return time;
  if (other?.kind !== 'wall' || other.wall.year === null) return time;
  const { year, month, day } = time.wall;
  const there = midnight(other.wall.year, other.wall.month, other.wall.day, null);
  const isThere = (ms: number | null) => ms !== null && there !== null && Math.abs(ms - there) <= DAY_MS;
  const dayFirst = isThere(midnight(year, month, day, null));
  const monthFirst = isThere(midnight(year, day, month, null));
  if (dayFirst === monthFirst) return time;
  const settled = dayFirst ? { month, day } : { month: day, day: month };
  return { ...time, wall: { ...time.wall, ...settled, swappable: false } };
}
