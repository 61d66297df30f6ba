/** What waits to be written into a tracker. */
import type { Activity, Case, Decision } from '#core/engagement/schema.ts';
import type { Cells, Failed } from '../../platform/sheets/tracker-sheet.ts';

/**
 * Why an entry stays here until its user does something about it. `missing`: it was written, and its row is not to be
 * found; `different`: the row says something else. Somebody has changed it, or moved columns in that very moment.
 */
export type HeldFor = Exclude<Failed, 'busy' | 'no-answer' | 'signed-out'> | 'missing' | 'different';

export interface QueueEntry {
  /** Its own for ever: the mark in the sheet. */
  key: string;
  /** The cell by which its row is known. What others can add too, a ticket, is known by more than our own id. */
  rowBy: { column: string; text: string };
  /** The tracker's spreadsheet. */
  tracker: string;
  tab: string;
  /** Entries about the same thing are written in the order in which they were made. */
  about: string;
  cells: Cells;
  /** What the row said when its user changed it; `null`: a new row. A row that is taken out has nothing in its cells. */
  base: Cells | null;
  /** What its user did, in the directory's own words; absent in entries of earlier versions. */
  origin?: Origin;
  madeMs: number;
  /** `sent`: asked at least once, and nobody knows yet how it went. */
  status: 'waiting' | 'sent' | 'held';
  attempts: number;
  notBeforeMs: number;
  heldFor: HeldFor | null;
  /** What the sheet said, where it said more than a name. */
  detail: string | null;
  /** What the row says instead, where it is `different`. */
  theirs?: Cells | null;
  /** The id under which it goes as another row, once its user has asked for that. */
  otherId?: string;
}

export type Origin =
  | { kind: 'activity'; entry: Activity }
  | { kind: 'case'; entry: Case }
  | { kind: 'decision'; entry: Decision };

export interface QueueState {
  /** In the order in which they were made. */
  entries: readonly QueueEntry[];
  /** Written; `isMarked` while a late request may still meet the mark in the sheet. */
  settled: readonly { key: string; tracker: string; atMs: number; isMarked: boolean }[];
  /** Trackers whose sign-in has ended: nothing is sent until it is renewed. */
  signedOut: readonly string[];
}

export const EMPTY_QUEUE: QueueState = { entries: [], settled: [], signedOut: [] };

export type NewEntry = Pick<
  QueueEntry,
  'key' | 'rowBy' | 'tracker' | 'tab' | 'about' | 'cells' | 'madeMs' | 'base' | 'origin'
>;

/** A row that is to be taken out. */
export function isRemoval({ base, cells }: Pick<QueueEntry, 'base' | 'cells'>): boolean {
  return base !== null && Object.values(cells).every((cell) => cell === null);
}

/** A change or a removal that its sheet has refused: what its user wants stands elsewhere, and is asked for anew. */
export function isRefusedChange({ base, heldFor }: QueueEntry): boolean {
  return base !== null && (heldFor === 'different' || heldFor === 'missing');
}
