/**
 * Developer metadata by which a tab and its columns are found again in Google Sheets, wherever people move or
 * rename them. Helper columns have a key of their own, so that who only reads need not ask for them.
 */
import type { Column } from './workbook.ts';

export const TAB_MARK = 'dueline-tab';
export const COLUMN_MARK = 'dueline-column';
export const HELPER_MARK = 'dueline-helper';

/** On a tab that was added and has not got its contents yet. */
export const UNFINISHED_MARK = 'dueline-unfinished';

export function markOf({ role }: Pick<Column, 'role'>): string {
  return role === 'helper' ? HELPER_MARK : COLUMN_MARK;
}

/** By this beginning of its description a protection is known as ours among those that people add. */
export const PROTECTION_MARK = 'Dueline: ';

const PRIME = 0x01000193;

/** An id that is the same whoever makes it, so that two at once cannot make a thing twice. */
export function steadyId(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of `dueline ${name}`) hash = Math.imul(hash ^ character.codePointAt(0)!, PRIME);
  return hash >>> 1 || 1;
}
