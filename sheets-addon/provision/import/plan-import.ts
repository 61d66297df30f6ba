/** What an import would bring in: its rows in the tracker's words, what is there already, and what could not be read. */
import { createHash } from 'node:crypto';
import type { Cell, Column, Row, Tab } from '#core/tracker/index.ts';
import type { ColumnMatch } from './match-columns.ts';
import { type Readings, readColumn, type Translations } from './read-values.ts';
import { type Source, shown } from './source.ts';

export interface ImportPlan {
  /** Known again by its rows: the same file imported twice is one import. */
  id: string;
  tab: Tab;
  rows: Row[];
  /** Numbers, in the file, of rows whose entry the tracker has already, or that stand twice in the file. */
  known: number[];
  unread: { column: Column; count: number; example: string; number: number }[];
}

/** What tells one entry of a tab from another; a tab without is compared as a whole. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  cases: ['id'],
  contacts: ['engagement', 'email', 'name'],
  customers: ['id'],
  engagements: ['id'],
  managers: ['id'],
};
const HASH_LENGTH = 8;

export interface PlanOptions {
  source: Source;
  matches: readonly ColumnMatch[];
  tab: Tab;
  /** Rows that stand in the tab. */
  standing: readonly Row[];
  readings: Readings;
  /** Words of the dropdowns, by list. */
  lists: ReadonlyMap<string, Translations>;
}

export function planImport({ source, matches, tab, standing, readings, lists }: PlanOptions): ImportPlan {
  const unread: ImportPlan['unread'] = [];
  const columns = matches.flatMap(({ column, place }) => {
    if (!column) return [];
    const values = source.rows.map(({ cells }) => cells[place] ?? null);
    const words = lists.get(column.dropdown?.from.replace(/^lists\./, '') ?? '') ?? new Map<string, string>();
    const read = readColumn(values, column, readings, words);
    const [first] = read.unread;
    if (first !== undefined) {
      const { number } = source.rows[first]!;
      unread.push({ column, count: read.unread.length, example: shown(values[first]), number });
    }
    return [{ id: column.id, cells: read.cells }];
  });
  const key = keyFor(
    tab,
    columns.map(({ id }) => id),
  );
  const seen = new Set(standing.map(key).filter((name) => name !== null));
  const known: number[] = [];
  const rows = source.rows.flatMap(({ number }, place): Row[] => {
    const row = Object.fromEntries(columns.map(({ id, cells }) => [id, cells[place] ?? null]));
    const name = key(row);
    // A row that fills none of the tracker's columns is nothing to bring in.
    if (name === null) return [];
    if (seen.has(name)) {
      known.push(number);
      return [];
    }
    seen.add(name);
    return [row];
  });
  return {
    id: hashOf([tab.id, rows.map((row) => rowHash(row, tab))]).slice(0, 12),
    tab,
    rows,
    known,
    unread,
  };
}

function keyFor(tab: Tab, filled: readonly string[]): (row: Row) => string | null {
  const own = (KEYS[tab.id] ?? []).filter((id) => filled.includes(id));
  const all = tab.columns.filter(({ role }) => role === 'typed').map(({ id }) => id);
  const folded = (row: Row, ids: readonly string[]) => ids.map((id) => shown(row[id]).toLowerCase());
  return (row) => {
    const whole = folded(row, all);
    if (whole.every((text) => text === '')) return null;
    const name = folded(row, own);
    return JSON.stringify(own.length > 0 && name[0] !== '' ? name : whole);
  };
}

/** A row as it stands, short enough to be kept for each. */
export function rowHash(row: Row, tab: Tab): string {
  const filled = tab.columns
    .filter(({ role, id }) => role === 'typed' && shown(row[id]) !== '')
    .map(({ id }): [string, Cell | undefined] => [id, row[id]])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return hashOf(filled).slice(0, HASH_LENGTH);
}

/** The hashes of many rows, written one after the other. */
export function splitHashes(joined: string): string[] {
  return joined.match(new RegExp(`.{${HASH_LENGTH}}`, 'g')) ?? [];
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
