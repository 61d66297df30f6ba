/** What a scope rule finds, as data: which limit, whose, since when, which rows, on which clause it rests. */
import type { DirectoryBook } from '../engagement/book.ts';
import type { Rest } from '../engagement/rest.ts';
import type { Engagement } from '../engagement/schema.ts';

export type Severity = 'violation' | 'warning';

/** A row of the directory that a finding is about: the section, its owner, and its place in that section. */
export interface RowReference {
  kind: 'contact' | 'case' | 'activity' | 'engagement' | 'manager';
  engagement: string | null;
  /** The entry's id; a contact's place in its engagement's list, counted from 0. */
  row: string | number;
}

export interface Finding {
  /** The rule's id; the sentence is the catalogue's `finding.<message>`. */
  rule: string;
  message: string;
  severity: Severity;
  subject: { kind: 'engagement' | 'manager'; id: string };
  rests: Rest | null;
  values: Record<string, string | number>;
  rows: RowReference[];
  /** First day or ISO week that it is about, where it is about one. */
  since: string | null;
}

/** How much of a limit is used: `used` and `limit` in the rule's own unit. */
export interface Usage {
  rule: string;
  used: number;
  limit: number;
  severity: Severity | null;
  rests: Rest;
}

/** The moment of a check. Nothing in a rule reads the clock. */
export interface Moment {
  nowMs: number;
}

export interface ScopeRule {
  id: string;
  /** Findings of the whole directory. */
  check(book: DirectoryBook, moment: Moment): Finding[];
  /** For the overlay's chip: how much of the limit one engagement uses now; `null` where none is stated. */
  usage?(book: DirectoryBook, engagement: Engagement, moment: Moment): Usage | null;
}

/** Over the limit is a violation, from the warning share on it is a warning; the limit itself is allowed. */
export function severityOf(used: number, limit: number, warnFromShare: number): Severity | null {
  if (used > limit) return 'violation';
  return used >= limit * warnFromShare ? 'warning' : null;
}
