/** A tracker in one of its renderings, in people's hands: what they do to it, and what it says then. */
import type { Language } from '#core';
import { type Cell, type Row, type Words, wordsOf } from '#core/tracker/index.ts';

export interface Said {
  /** Rules of which a limit is exceeded, each with its figure. */
  over: string[];
  /** Rows that cannot be read. */
  unread: number;
}

export interface OpenOptions {
  language: Language;
  /** Of the spreadsheet; those of the contracts are in its rows. */
  zone: string;
}

export interface Tracker {
  /** Every row of a tab, sorted the other way round. */
  turnRound(tab: string): Promise<void> | void;
  /** A column of somebody's own, with something in it. */
  insertColumn(tab: string, before: string): Promise<void> | void;
  moveToFront(tab: string, column: string): Promise<void> | void;
  deleteRow(tab: string, place: number): Promise<void> | void;
  rename(tab: string, title: string): Promise<void> | void;
  type(tab: string, column: string, place: number, cell: Cell): Promise<void> | void;
  /** Sets it up once more, where there is something that does. */
  repair?(): Promise<void> | void;
  said(): Promise<Said> | Said;
}

export interface Rendering {
  name: string;
  open(options: OpenOptions): Promise<Tracker>;
}

const LIMITS = ['cases-in-hand', 'contacts', 'response', 'weekly-hours'];
const WEEK = /\d{4}-W\d{2}/g;

/** What rows of the Violations tab say is exceeded. */
export function exceeded(violations: readonly Row[], language: Language): string[] {
  const words = wordsOf(language);
  const found = violations
    .filter(({ status }) => status === words.text('trackerStatus.violation'))
    .flatMap(({ rule, finding }) => {
      const id = LIMITS.find((limit) => words.text(`rule.${limit}`) === rule);
      if (id === undefined) return [];
      return id === 'response' ? [id] : [`${id} ${firstNumber(String(finding).replace(WEEK, ''))}`];
    });
  return found.sort();
}

export function firstNumber(text: string): number {
  return Number(/\d+(?:[.,]\d+)?/.exec(text)?.[0].replace(',', '.'));
}

/** How many rows a check says it could not read. */
export function unreadIn(said: string, words: Words): number {
  const counts = [1, 2, 3, 4, 5];
  return counts.find((count) => said.includes(words.text('tracker.check-unreadable', { count }))) ?? 0;
}
