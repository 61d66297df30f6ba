/** What a calendar costs before its first question: ten years compiled, in time and in memory. */
import { isProblem } from '#core/problem.ts';
import { compileTimetable, type Timetable } from '#core/time/timetable.ts';
import { readHours } from '#core/time/week-hours.ts';
import { zoneOf } from '#core/time/zone.ts';
import { CALENDARS } from './cases.ts';

const FIRST_YEAR = 2021;
const LAST_YEAR = 2030;
const ROUNDS = 20;

export interface CompileCost {
  calendar: string;
  /** Median of the rounds. */
  ms: number;
  kilobytes: number;
}

export function compileCosts(): CompileCost[] {
  return Object.entries(CALENDARS).map(([name, calendar]) => {
    const zone = zoneOf(calendar.zone, []);
    const { hours, problems } = readHours(calendar, []);
    if (isProblem(zone) || problems.length > 0) throw new Error(`${name} cannot be read`);
    const compile = () => compileTimetable(zone, hours, FIRST_YEAR, LAST_YEAR);
    const times = Array.from({ length: ROUNDS }, () => {
      const startMs = performance.now();
      compile();
      return performance.now() - startMs;
    }).sort((a, b) => a - b);
    return { calendar: name, ms: times[ROUNDS / 2]!, kilobytes: bytesOf(compile()) / 1_000 };
  });
}

/** The lists of a timetable are typed arrays: what they hold is what it takes, but for a few hundred bytes. */
function bytesOf(timetable: Timetable): number {
  const seen = [timetable, timetable.offsets].flatMap((part) => Object.values(part));
  return seen.reduce((sum, value) => sum + (ArrayBuffer.isView(value) ? value.buffer.byteLength : 0), 0);
}
