/**
 * Developer metadata by which a tab and its columns are found again in Google Sheets, wherever people move or
 * rename them. Helper columns have a key of their own, so that who only reads need not ask for them.
 */
import type { Column } from './workbook.ts';

export const TAB_MARK = 'dueline-tab';
export const COLUMN_MARK = 'dueline-column';
export const HELPER_MARK = 'dueline-helper';

export function markOf({ role }: Pick<Column, 'role'>): string {
  return role === 'helper' ? HELPER_MARK : COLUMN_MARK;
}

/** By this beginning of its description a protection is known as ours among those that people add. */
export const PROTECTION_MARK = 'Dueline: ';
