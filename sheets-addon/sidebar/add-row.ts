/** Adding a row from the sidebar, into the first free row of its tab, and taking it back. */

import { isLocalDate } from '#core/time/local-date.ts';
import {
  type Cell,
  type Column,
  dateOfSerial,
  firstRowOf,
  serialOf,
  serialOfInstant,
  type Tab,
  tabOf,
  textOf,
} from '#core/tracker/index.ts';
import { type ReadTracker, readTracker } from '../read-rows.ts';
import type { Area } from '../spreadsheet-tab.ts';
import type { Desk } from './desk.ts';
import type { FormField, FormTab, SidebarAnswer, SidebarRequest } from './protocol.ts';

type Ask<A extends SidebarRequest['ask']> = Extract<SidebarRequest, { ask: A }>;

/** What is asked for, in this order; whatever else a row has can be typed into the sheet. */
const FIELDS: Record<FormTab, readonly string[]> = {
  activities: ['engagement', 'date', 'hours', 'deliverable', 'method', 'weeklyCall', 'note'],
  cases: ['engagement', 'id', 'subject', 'status', 'opened', 'link'],
};
/** Dates that are today unless somebody says otherwise. */
const TODAY: readonly string[] = ['date', 'opened'];

export function formFor(id: FormTab, desk: Desk): SidebarAnswer {
  const read = readTracker(desk.spreadsheet, desk.workbook, desk.words);
  if ('missing' in read) return { kind: 'failed', text: read.missing };
  const tab = tabOf(desk.workbook, id);
  const today = dateOfSerial(Math.floor(serialOfInstant(desk.nowMs, read.offsetMs)));
  const fields = FIELDS[id].map((field): FormField => {
    const column = columnOf(tab, field);
    return {
      id: field,
      label: column.header,
      kind: kindOf(column),
      options: optionsOf(column, read),
      value: TODAY.includes(field) ? today : '',
    };
  });
  return { kind: 'form', tab: id, fields };
}

function kindOf({ dropdown, format }: Column): FormField['kind'] {
  if (dropdown) return 'choice';
  if (format === 'date') return 'date';
  return format === 'hours' || format === 'integer' ? 'number' : 'text';
}

function optionsOf({ dropdown }: Column, { rows }: ReadTracker): string[] {
  if (!dropdown) return [];
  const [tab, column] = dropdown.from.split('.') as [string, string];
  return (rows[tab] ?? []).map((row) => textOf(row[column])).filter((text) => text !== '');
}

export function addRow({ tab: id, cells }: Ask<'add'>, desk: Desk): SidebarAnswer {
  const read = readTracker(desk.spreadsheet, desk.workbook, desk.words);
  if ('missing' in read) return { kind: 'failed', text: read.missing };
  const { tab, sheet } = read.found.get(id)!;
  const place = freePlace(id, read, desk);
  const row = firstRowOf(tab) + place;
  sheet.growTo(row, 1);
  for (const [area, value] of cellsAt(id, row, cells, read)) sheet.write(area, [[value]]);
  sheet.show({ row, column: 1, rows: 1, columns: sheet.columnCount });
  return {
    kind: 'added',
    row,
    place: desk.words.text('tracker.rows-of', { tab: sheet.title, rows: String(row) }),
  };
}

/** The row below the last one in which anything was typed. */
function freePlace(id: FormTab, { rows }: ReadTracker, { workbook }: Desk): number {
  const typed = tabOf(workbook, id).columns.filter(({ role }) => role === 'typed');
  const given = rows[id] ?? [];
  for (let place = given.length; place > 0; place--) {
    const row = given[place - 1]!;
    if (typed.some((column) => (row[column.id] ?? null) !== null)) return place;
  }
  return 0;
}

/** Empties the cells that were written, unless somebody has changed one of them since. */
export function takeBack({ tab: id, row, cells }: Ask<'take-back'>, desk: Desk): SidebarAnswer {
  const read = readTracker(desk.spreadsheet, desk.workbook, desk.words);
  if ('missing' in read) return { kind: 'failed', text: read.missing };
  const { tab, sheet } = read.found.get(id)!;
  const standing = read.rows[id]?.[row - firstRowOf(tab)] ?? {};
  const written = Object.entries(cells).filter(([, value]) => value !== '');
  if (written.some(([field, value]) => standing[field] !== cellOf(columnOf(tab, field), value))) {
    return { kind: 'failed', text: desk.words.text('tracker.changed-since') };
  }
  for (const [area] of cellsAt(id, row, cells, read)) sheet.write(area, [[null]]);
  return { kind: 'taken-back' };
}

function cellsAt(
  id: FormTab,
  row: number,
  cells: Readonly<Record<string, string | number>>,
  { found }: ReadTracker,
): [Area, Cell][] {
  const { tab, positions } = found.get(id)!;
  return FIELDS[id].flatMap((field): [Area, Cell][] => {
    const value = cells[field];
    if (value === undefined || value === '') return [];
    return [
      [{ row, column: positions.get(field)! + 1, rows: 1, columns: 1 }, cellOf(columnOf(tab, field), value)],
    ];
  });
}

/** A date becomes a date where one belongs; every other text stays the text that it is. */
function cellOf({ format }: Column, value: string | number): Cell {
  return format === 'date' && typeof value === 'string' && isLocalDate(value) ? serialOf(value) : value;
}

function columnOf(tab: Tab, id: string): Column {
  return tab.columns.find((candidate) => candidate.id === id)!;
}
