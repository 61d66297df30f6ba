/** What tabs and columns are called, and were called in trackers that were made earlier: a file has no marks of ours. */
import type { Tab, Workbook } from '#core/tracker/index.ts';
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

function formerly(language: string, path: string): readonly string[] {
  return (FORMER as FormerWords)[language]?.[path] ?? [];
}
