/** What tabs, columns and entries of lists are called, and were called in trackers that were made earlier. */
import { type Cell, type Column, type Tab, tabOf, textOf, type Workbook } from '#core/tracker/index.ts';
import FORMER from './former-words.json' with { type: 'json' };

/** A limit's column is headed by its tier's name. */
const TIER = /^tier:(.+)$/;

type FormerWords = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Today's title first. */
export function titlesOf({ language }: Workbook, { id, title }: Tab): string[] {
  return [title, ...formerly(language, id)];
}

/** Today's header first. */
export function headersOf({ language }: Workbook, tab: Tab, column: string): string[] {
  const { header } = tab.columns.find(({ id }) => id === column)!;
  return [header, ...formerHeaders(language, tab.id, column)];
}

export function formerHeaders(language: string, tab: string, column: string): readonly string[] {
  const tier = tab === 'rules' ? TIER.exec(column)?.[1] : undefined;
  return [
    ...formerly(language, `${tab}.${column}`),
    ...(tier === undefined ? [] : formerly(language, `lists.tier.${tier}`)),
  ];
}

/** The list that a column's words are chosen from. */
export function listOf({ dropdown }: Column): string | undefined {
  return /^lists\.(.+)$/.exec(dropdown?.from ?? '')?.[1];
}

/** Of a tab the columns whose words were called otherwise, each with what reads a cell of it as today's. */
export function wordsToday(workbook: Workbook, tab: Tab): ReadonlyMap<string, (cell: Cell) => Cell> {
  return new Map(
    tab.columns.flatMap((column) => {
      const entries = formerEntries(workbook, listOf(column) ?? '');
      if (entries.length === 0) return [];
      const known = new Map(entries.map(({ former, today }) => [former.toLowerCase(), today]));
      return [[column.id, (cell: Cell) => known.get(textOf(cell).toLowerCase()) ?? cell] as const];
    }),
  );
}

/** Of a list's entries those that were called otherwise: former word and today's. */
export function formerEntries(workbook: Workbook, list: string): { former: string; today: string }[] {
  return tabOf(workbook, 'lists').rows.flatMap((row) => {
    const today = row[list];
    if (typeof today !== 'string') return [];
    const words = formerly(workbook.language, `lists.${list}.${row[`${list}Id`]}`);
    return words.map((former) => ({ former, today }));
  });
}

/** What a path was called: `lists.caseStatus.open`. */
export function formerly(language: string, path: string): readonly string[] {
  return (FORMER as FormerWords)[language]?.[path] ?? [];
}
