/** Parts of the background's answers that several of them share: sentences in the reader's language, and a site's settings. */
import type { Language } from '#core/language/index.ts';
import type { Message } from '#core/language/message.ts';
import type { EntitlementVerdict, ScopeChip } from '#core/response/verdict.ts';
import type { Place } from './changes.ts';

/** The messages that a surface shows, in its language: `section.key` → message. */
export type Words = Record<string, Message>;

export interface Spoken {
  language: Language;
  words: Words;
}

export interface SiteSettings {
  /** Zone that the user has set for the site's times; `null`: the browser's. */
  zone: string | null;
  folded: boolean;
  hidden: boolean;
  /** `null`: where it stands by itself. */
  place: Place | null;
}

/** An entitlement with its clause in words. */
export type SaidEntitlement = EntitlementVerdict;

/** Something over a limit, or near one, in words. */
export interface SaidScopeFinding {
  /** Tells it from every other finding, from check to check. */
  key: string;
  /** Who has taken note of it, and why. */
  noted: { by: string; atMs: number; reason: string } | null;
  /** Who has taken note of it in the sheet, by hand; an empty name where only a reason stands there. */
  notedInSheet: { by: string; reason: string } | null;
  severity: 'violation' | 'warning';
  text: string;
  whatToDo: string;
  rests: string;
  isReading: boolean;
}

export interface SaidChip {
  rule: string;
  /** `null`: within the limit, or a remark. */
  severity: ScopeChip['severity'];
  text: string;
  clause: string | null;
}

export interface SaidProblem {
  code: string;
  text: string;
}

export interface Done {
  kind: 'done';
}
