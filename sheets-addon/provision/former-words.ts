/** What tabs, columns and entries of lists are called, and were called in trackers that were made earlier. */
import { type Tab, tabOf, type Workbook } from '#core/tracker/index.ts';
import FORMER from './former-words.json' with { type: 'json' };

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
  return formerly(language, `${tab}.${column}`);
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

function formerly(language: string, path: string): readonly string[] {
  return (FORMER as FormerWords)[language]?.[path] ?? [];
}
