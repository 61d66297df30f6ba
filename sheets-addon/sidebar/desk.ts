/** What the sidebar's questions are answered from. */
import type { Language } from '#core';
import type { Words, Workbook } from '#core/tracker/index.ts';
import type { OpenSpreadsheet } from '../spreadsheet.ts';

export interface Asking {
  language: Language;
  nowMs: number;
}

export interface Desk extends Asking {
  workbook: Workbook;
  words: Words;
  spreadsheet: OpenSpreadsheet;
}
