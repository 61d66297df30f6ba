/** A tracker's rows as a directory that core's rules can be run on, opened once for all that is asked of it. */
import { type DayNumber, dayNumber } from '../../time/local-date.ts';
import { DAY_MS } from '../../time/units.ts';
import type { TrackerRows } from '../rows.ts';
import type { CheckOptions } from './check-tracker.ts';
import { textOf } from './read-cell.ts';
import { openSheet, type SheetBook } from './sheet-book.ts';
import { type SheetDirectory, sheetDirectory } from './sheet-directory.ts';
import type { Walls } from './walls.ts';

export interface FindOptions extends CheckOptions {
  /** The sheet's wall time as if it were that of UTC: dates in a sheet are local, whatever its zone. */
  nowMs: number;
  /** What is known of the engagements' own zones; where it is left out, theirs is the sheet's. */
  walls?: Walls;
  /** The number of the first row below a tab's header. */
  firstRowOf(tab: string): number;
  /** The title of a tab, where people may have given it another. */
  titleOf?(tab: string): string;
}

export interface OpenTracker extends SheetDirectory {
  sheet: SheetBook;
  today: DayNumber;
  options: FindOptions;
}

export function openTracker(rows: TrackerRows, options: FindOptions): OpenTracker {
  const { rulebook, rulesRows, warnFromShare = rulebook.readings.warnFromShare } = options;
  const sheet = openSheet(rows, { ...options, warnFromShare });
  const today = dayNumber(1970, 1, 1) + Math.floor(options.nowMs / DAY_MS);
  const walls = options.walls ?? { atMs: options.nowMs, of: (_, atMs) => atMs };
  return { ...sheetDirectory(sheet, rulebook, rulesRows, { today, walls }), sheet, today, options };
}

/** Now, by the wall of an engagement, which is known by its place; by the sheet's for whoever is none. */
export function nowOf({ sheet, options: { nowMs, walls } }: OpenTracker, engagement: string): number {
  const row = sheet.engagements[Number(engagement)]?.row;
  return walls && row ? walls.of(textOf(row.calendar), walls.atMs) : nowMs;
}
