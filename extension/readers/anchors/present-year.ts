/** Gives a date without its year the present one: of a page that writes every other year. */
import type { Parsed } from '../times/parse.ts';
import type { TimeContext } from '../times/resolve.ts';
import { wallOf } from '../times/zone.ts';

export function inPresentYear(time: Parsed, { zone, nowMs }: TimeContext): Parsed {
  if (time.kind !== 'wall' || time.wall.year !== null || time.wall.daysBack !== null) return time;
  const year = new Date(wallOf(zone, nowMs)).getUTCFullYear();
  return { ...time, wall: { ...time.wall, year } };
}
