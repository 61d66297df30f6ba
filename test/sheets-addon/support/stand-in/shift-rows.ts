/** Rows that come into a sheet, or go: references to it go along, in formulas and wherever else a range is named. */
import { moved, type Shift } from '../../../support/google/formulas.ts';
import type { FakeSheet } from './fake-sheet.ts';
import type { World } from './world.ts';

export function insertRows(world: World, sheet: FakeSheet, before: number, count: number): void {
  sheet.shiftRows(before - 1, count);
  follow(world, sheet, { index: before - 1, by: count });
}

/** Every tab that is longer, or those of these titles: what stands further down is gone. */
export function cutRows(world: World, length: number, titles?: readonly string[]): void {
  const long = world.sheets
    .filter(({ name, rows }) => rows > length && (titles?.includes(name) ?? true))
    .map((sheet) => ({ sheet, by: length - sheet.rows }));
  for (const { sheet, by } of long) sheet.shiftRows(length, by);
  for (const { sheet, by } of long) follow(world, sheet, { index: length, by });
}

function follow({ sheets }: World, { name }: FakeSheet, rows: Pick<Shift, 'index' | 'by'>): void {
  const shift: Shift = { title: name, dimension: 'ROWS', ...rows };
  for (const own of sheets) {
    const along = (text: string) => moved(text, own.name, shift);
    for (const cell of Object.values(own.cells())) {
      if (cell.formula !== '') cell.formula = along(cell.formula);
    }
    for (const rule of own.rules) {
      rule.formula = along(rule.formula);
      rule.ranges = rule.ranges.map(along);
    }
    for (const protection of own.protections) protection.range = along(protection.range);
    if (own.filter !== null) own.filter = along(own.filter);
  }
}
