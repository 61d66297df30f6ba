/** What the dock shows: the answer for a list's rows, with the rows themselves. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { NoDirectoryAnswer } from '../platform/messages.ts';
import type { RowsAnswer } from '../platform/rows.ts';
import type { ListRow } from './read-list.ts';

export interface ShownList {
  rows: readonly ListRow[];
  answer: RowsAnswer | NoDirectoryAnswer;
}

export interface DockModel {
  shown: Signal<ShownList | null>;
  folded: Signal<boolean>;
  /** Only what is overdue or due today is listed. */
  urgentOnly: Signal<boolean>;
  /** The dock was folded by hand: its strip takes the focus back. */
  refocus: Signal<boolean>;
  now: ReadonlySignal<number>;
  /** The zone of the person who looks. */
  zone: string;
  openOptions: () => void;
}
