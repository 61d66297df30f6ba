/** What a row's status says: the catalogue's `trackerStatus.<key>` with its values, and how bad it is. */

import type { Words } from '../words.ts';
import type { Level } from '../workbook.ts';

export interface RowStatus {
  level: Level;
  /** `null`: nothing is typed in the row, so nothing is said. */
  key: string | null;
  values: Record<string, string | number>;
}

export const SILENT: RowStatus = { level: 0, key: null, values: {} };

export function status(level: Level, key: string, values: Record<string, string | number> = {}): RowStatus {
  return { level, key, values };
}

/** The status in words, exactly as the sheet's own formula writes it. */
export function sayStatus({ key, values }: RowStatus, words: Words): string {
  if (key === null) return '';
  // The sheet writes numbers bare; only the plural goes by the number.
  const bare = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
  );
  return words.text(`trackerStatus.${key}`, bare);
}

/** Hours with two decimals in the workbook's own sign. */
export function twoDecimals(hours: number, words: Words): string {
  const hundredths = Math.round(hours * 100);
  const rest = String(hundredths % 100).padStart(2, '0');
  return `${Math.floor(hundredths / 100)}${words.decimal}${rest}`;
}

/** A limit as people write it: 10, or 7.50. */
export function limitText(limit: number, words: Words): string {
  const hundredths = Math.floor((Math.round(limit * 3_600_000) * 100) / 3_600_000);
  return hundredths % 100 === 0 ? String(hundredths / 100) : twoDecimals(hundredths / 100, words);
}
