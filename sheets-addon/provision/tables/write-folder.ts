/** A tracker's tabs as a folder of CSV files, one for each tab that people write on. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell, Row, Tab, TrackerRows } from '#core/tracker/index.ts';
import { type Written, writeCsv } from './write-csv.ts';

/** Beside the tabs: what people have set above the limits. */
export const SETTINGS_FILE = 'settings.csv';
export const SETTINGS: readonly Written[] = [
  { id: 'businessDay', header: 'businessDay', format: 'text' },
  { id: 'warnFromShare', header: 'warnFromShare', format: 'percent' },
];

/** `named`: values of named cells. */
export function writeFolder(
  folder: string,
  tabs: readonly Tab[],
  rows: TrackerRows,
  named: Readonly<Record<string, Cell>> = {},
): void {
  mkdirSync(folder, { recursive: true });
  for (const tab of tabs) {
    const columns = tab.columns.filter(
      ({ role }) => role === 'typed' || role === 'written' || role === 'fixed',
    );
    const isForPeople = !tab.hidden && columns.length > 0 && tab.columns.some(({ role }) => role === 'typed');
    if (isForPeople)
      writeFileSync(join(folder, `${tab.id}.csv`), writeCsv(columns, used(rows[tab.id] ?? [])));
  }
  writeFileSync(join(folder, SETTINGS_FILE), writeCsv(SETTINGS, [named]));
}

/** Without the empty rows at the end: those that are prepared for people to write in. */
export function used(rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, rows.findLastIndex((row) => Object.values(row).some((cell) => cell !== null)) + 1);
}
