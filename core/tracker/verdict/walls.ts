/** What the walls of an engagement's own zone show: a sheet's times are local to it, whatever the spreadsheet's zone. */
import { isProblem } from '../../problem.ts';
import { zoneOf } from '../../time/zone.ts';

export interface Walls {
  /** The instant of the check. */
  atMs: number;
  /** The wall's time at an instant, as if it were that of Greenwich, by the calendar that an engagement names. */
  of(calendar: string, atMs: number): number;
}

/**
 * A calendar that is called by its zone's name has that zone; of any other nobody knows better than the spreadsheet.
 * @param offsetMs the spreadsheet's own offset
 */
export function wallsAt(atMs: number, offsetMs: (atMs: number) => number): Walls {
  const known = new Map<string, (atMs: number) => number>();
  const offsetOf = (calendar: string) => {
    const before = known.get(calendar);
    if (before) return before;
    const zone = calendar === '' ? null : zoneOf(calendar);
    const found = zone === null || isProblem(zone) ? offsetMs : (ms: number) => zone.offsetMs(ms);
    known.set(calendar, found);
    return found;
  };
  return { atMs, of: (calendar, ms) => ms + offsetOf(calendar)(ms) };
}
