/** A1 references for a workbook whose columns stand in the described order. */
import type { Notation } from './formula-text.ts';
import { firstRowOf, headerRowOf, lastRowOf, type Tab, tabOf, type Workbook } from './workbook.ts';

type Tabs = Pick<Workbook, 'tabs'>;

/** Position of a tab's column, from 0. The default is the described order; a sheet people rearranged has its own. */
export type PositionOf = (tab: Tab, column: string) => number;

export const describedPosition: PositionOf = (tab, column) => {
  const index = tab.columns.findIndex((candidate) => candidate.id === column);
  if (index < 0) throw new RangeError(`The tab ${tab.id} has no column ${column}`);
  return index;
};

/**
 * Letters of a column position.
 * @example
 * columnLetters(0) // 'A'
 * columnLetters(27) // 'AB'
 */
export function columnLetters(position: number): string {
  const rest = Math.floor(position / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (position % 26));
}

export function quotedTitle(title: string): string {
  return `'${title.replaceAll("'", "''")}'`;
}

const sortOf = (range: string) => `SORT(${range})`;

export interface NotationOptions {
  separator: Notation['separator'];
  functionName: Notation['functionName'];
  position?: PositionOf;
  /** How a range is put in order where the application knows no SORT. */
  sorted?: Notation['sorted'];
}

/** The notation of a tab's formulas, for each of its rows. References to the own tab go without its title. */
export function notationFor(
  workbook: Tabs,
  tab: Tab,
  { separator, functionName, position = describedPosition, sorted = sortOf }: NotationOptions,
): (row: number) => Notation {
  const letters = (id: string, column: string) => columnLetters(position(tabOf(workbook, id), column));
  const prefix = (id: string) => (id === tab.id ? '' : `${quotedTitle(tabOf(workbook, id).title)}!`);
  const names = new Map(
    workbook.tabs.flatMap((owner) =>
      owner.band.flatMap((entry) =>
        entry.name === undefined
          ? []
          : [
              [
                entry.name,
                `${prefix(owner.id)}$${columnLetters(position(owner, entry.column))}$${entry.row}`,
              ] as const,
            ],
      ),
    ),
  );
  const rect = (id: string, from: string, to: string, first: number, last: number) =>
    `${prefix(id)}$${letters(id, from)}$${first}:$${letters(id, to)}$${last}`;
  return (row) => ({
    separator,
    functionName,
    cell: (column) => `$${letters(tab.id, column)}${row}`,
    above: (column) => `$${letters(tab.id, column)}${row - 1}`,
    sorted,
    range: (id, from, to, reach) => {
      if (reach === 'sheet') return `${prefix(id)}$${letters(id, from)}:$${letters(id, to)}`;
      const owner = tabOf(workbook, id);
      const first = reach ? headerRowOf(owner) : firstRowOf(owner);
      return rect(id, from, to, first, lastRowOf(owner));
    },
    headers: (id, from, to) => {
      const header = headerRowOf(tabOf(workbook, id));
      return rect(id, from, to, header, header);
    },
    name: (name) => {
      const reference = names.get(name);
      if (reference === undefined) throw new RangeError(`The workbook has no cell named ${name}`);
      return reference;
    },
    place: `ROW()-ROW($A$${headerRowOf(tab)})`,
  });
}
