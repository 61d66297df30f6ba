/** A tracker and its people, as a schedule of faults meets them. */
import type { Cells, SheetFailure, TrackerSheet } from '../../extension/platform/sheets/tracker-sheet.ts';
import type { Dice } from '../fuzz/mutate.ts';

export const TABS = ['activities', 'cases', 'decisions'] as const;
export type TabName = (typeof TABS)[number];

/** In the order in which a new tracker has them. */
export const COLUMNS: Readonly<Record<TabName, readonly string[]>> = {
  activities: 'date engagement hours deliverable method language weeklyCall priorNotice case note id'.split(
    ' ',
  ),
  cases: 'id engagement subject status severity opened closed link note'.split(' '),
  decisions: 'date decision engagement ticket by reason at about id note'.split(' '),
};
/** Whatever is asked of the server goes over it, and may be lost, late or refused there. */
export type Wire = <T>(carryOut: () => T) => Promise<T | SheetFailure>;

/** The columns that people type in here, and that nobody deletes. */
export const TYPED: Readonly<Record<TabName, string>> = {
  activities: 'note',
  cases: 'subject',
  decisions: 'reason',
};

export interface World {
  /** Somebody else is signed in, or nobody is. */
  isSignedOut: boolean;
  sheet: (wire: Wire) => TrackerSheet;
  /** What its people may do to it at any moment, by name. */
  deeds: Readonly<Record<string, (dice: Dice) => void>>;
  type: (tab: TabName, text: string, dice: Dice) => void;
  /** All that people have done to it is undone, but for what they typed and where they moved it. */
  heal: () => void;
  /** Whether all of it is there to be read. */
  isWhole: () => boolean;
  /** The rows of a tab by the columns that they stand in now, or stood in when they were deleted: its readers remember. */
  read: (tab: TabName) => Cells[];
  /** How often a text stands anywhere in it, in what people have deleted and can bring back too. */
  count: (text: string) => number;
  /** Marks of rows in the order in which they were written. */
  log: readonly string[];
}
