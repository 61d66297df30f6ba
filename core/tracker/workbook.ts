/** The shape of the workbook's description: tabs, columns, dropdowns, formulas and highlights as data. */
import type { Language } from '../language/index.ts';
import type { Expr } from './formula.ts';
import type { Row } from './rows.ts';

export type Format = 'text' | 'date' | 'date-time' | 'hours' | 'number' | 'integer' | 'limit' | 'percent';

/** What is said where a cell of a format should hold a date and does not. */
export const DATE_HELP: Readonly<Partial<Record<Format, 'tracker.date-text' | 'tracker.time-text'>>> = {
  date: 'tracker.date-text',
  'date-time': 'tracker.time-text',
};

/** What is said where something else was typed than a dropdown offers. */
export function listHelp({ strict, perTier }: Dropdown) {
  if (perTier) return 'tracker.tier-list-text';
  return strict ? 'tracker.list-text' : 'tracker.reference-text';
}

/**
 * `typed`: people write here. `computed`: a formula that people read. `written`: filled in by a check.
 * `helper`: a hidden formula. `fixed`: a hidden id that tells a row apart.
 */
export type ColumnRole = 'typed' | 'computed' | 'written' | 'helper' | 'fixed';

export interface Dropdown {
  /** Column whose filled cells are offered: `lists.status`, `engagements.id`. */
  from: string;
  /** Whether anything else is refused, or only warned of. */
  strict: boolean;
  /** Shorter lists, where the tier of the row's engagement is known, and what else they go by. */
  perTier?: TierLists;
}

export interface TierLists {
  lists: string[];
  /** Which of them is the row's, from 1; 0 where it is offered everything. */
  listNo: Expr;
}

export interface Column {
  id: string;
  header: string;
  /** Shown when the header is pointed at. */
  note?: string | undefined;
  role: ColumnRole;
  format: Format;
  /** Width in characters. */
  width: number;
  dropdown?: Dropdown;
  /** Numbers below this are warned of. */
  least?: number;
  formula?: Expr;
  /** The formula stands in the first row alone and fills the rows below it. */
  spills?: boolean;
  wrap?: boolean;
}

/** How bad a row is: 0 nothing, 1 something to mend, 2 near a limit, 3 over it. */
export type Level = 0 | 1 | 2 | 3;

/** Cells that take a colour while a helper column of the same row has a certain level. */
export interface Highlight {
  columns: string[];
  levelColumn: string;
  level: Exclude<Level, 0>;
  /** `strong` is for the words, `soft` for the rest of the row. */
  weight: 'strong' | 'soft';
}

/** A cell above the table. */
export interface BandCell {
  row: number;
  /** Column under which it stands. */
  column: string;
  content: { text: string } | { formula: Expr } | { number: number } | { empty: true };
  format: Format;
  look: 'title' | 'label' | 'value' | 'input';
  /** Name by which formulas find it. */
  name?: string;
  note?: string;
}

export interface Tab {
  id: string;
  title: string;
  /** Rows above the header row. */
  bandRows: number;
  band: BandCell[];
  columns: Column[];
  /** Prepared rows: formulas and dropdowns reach this far. */
  capacity: number;
  /** A tab that it needs at least as many rows as, which follows none itself. */
  follows?: string;
  /** Rows that belong to the description itself (rules, lists). */
  rows: Row[];
  /** First columns that stay in view. */
  frozenColumns: number;
  filter: boolean;
  hidden: boolean;
  highlights: Highlight[];
  colour: string;
}

export interface Workbook {
  language: Language;
  tabs: Tab[];
}

export function tabOf(workbook: Pick<Workbook, 'tabs'>, id: string): Tab {
  const tab = workbook.tabs.find((candidate) => candidate.id === id);
  if (!tab) throw new RangeError(`The workbook has no tab ${id}`);
  return tab;
}

/** The row numbers, from 1, of a tab's header and of its first prepared row. */
export const headerRowOf = (tab: Tab) => tab.bandRows + 1;
export const firstRowOf = (tab: Tab) => tab.bandRows + 2;
export const lastRowOf = (tab: Tab) => tab.bandRows + 1 + tab.capacity;
