/** What a scope rule finds, as data: which limit, whose, since when, which rows, how it came about, on which clause. */
import type { DirectoryBook } from '../engagement/book.ts';
import type { Rest } from '../engagement/rest.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { MessageKey } from '../language/index.ts';
import type { RestedStep } from '../response/derivation.ts';

export type Severity = 'violation' | 'warning';

/** A row of the directory that a finding is about: the section, its owner, and its place in that section. */
export interface RowReference {
  kind: 'contact' | 'case' | 'activity' | 'engagement' | 'manager';
  engagement: string | null;
  /** The entry's id; a contact's place in its engagement's list, counted from 0. */
  row: string | number;
}

/**
 * Values of a sentence, plain: ids, ISO dates (`2026-06-08`), weeks (`2026-W24`), months, quarters, numbers, and
 * milliseconds where the name ends in `Ms`. How a language writes each of them is `say-finding.ts`'s to know.
 */
export type FindingValues = Record<string, string | number>;

/** The sentence of a finding: the catalogue's `finding.<message>`. */
export type FindingMessage = NameIn<'finding.', MessageKey>;
/** A reading of ours; its words are the catalogue's `reading.<id>`. */
export type FindingReading = NameIn<'reading.', MessageKey>;

/** One step of the way to a finding: the catalogue's `step.finding-<step>`. */
export interface FindingStep {
  step: NameIn<'step.finding-', MessageKey>;
  values: FindingValues;
}

export type FindingRest = Rest | { kind: 'reading'; reading: FindingReading };

export interface Finding {
  /** The rule's id. */
  rule: string;
  message: FindingMessage;
  severity: Severity;
  subject: { kind: 'engagement' | 'manager'; id: string };
  rests: FindingRest | null;
  values: FindingValues;
  rows: RowReference[];
  /** First day, ISO week, month or quarter that it is about, where it is about one. */
  since: string | null;
  /** How the figure came about, in order. */
  steps: FindingStep[];
  /** The readings by which it was worked out, beside what it rests on. */
  readings: FindingReading[];
  /** The way to a due time, where it is about an answer owed; its times are shown in `zone`. */
  derivation?: RestedStep[];
  zone?: string;
}

/** How much of a limit is used: `used` and `limit` in the rule's own unit. */
export interface Usage {
  rule: string;
  used: number;
  limit: number;
  severity: Severity | null;
  rests: Rest;
  /** The part of the directory that it is counted from. */
  from: 'activities' | 'cases' | 'contacts';
  /** What it will come to at this pace, where that can be said. */
  forecast?: number;
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

type NameIn<Prefix extends string, Key extends string> = Key extends `${Prefix}${infer Name}` ? Name : never;
