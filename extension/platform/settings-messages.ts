/** What the options page asks of the background beside the directory itself, and what it is told. Types only. */
import type { DirectoryChange } from '#core/engagement/compare.ts';

export interface SaidChange extends DirectoryChange {
  /** Fields beyond those listed. */
  moreFields: number;
}

/** What a replacement would change: all of it counted, the first of it listed. */
export interface SaidChanges {
  shown: SaidChange[];
  counts: Record<DirectoryChange['kind'], number>;
}
