/** A tracker's rows as a directory that core's rules can be run on, opened once for all that is asked of it. */
import { type DayNumber, dayNumber } from '../../time/local-date.ts';
import { DAY_MS } from '../../time/units.ts';
import type { TrackerRows } from '../rows.ts';
import type { CheckOptions } from './check-tracker.ts';
import { openSheet, type SheetBook } from './sheet-book.ts';
import { type SheetDirectory, sheetDirectory } from './sheet-directory.ts';

export interface FindOptions extends CheckOptions {
  /** The sheet's wall time as if it were that of UTC: dates in a sheet are local, whatever its zone. */
  nowMs: number;
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
  return { ...sheetDirectory(sheet, rulebook, rulesRows, today), sheet, today, options };
}
