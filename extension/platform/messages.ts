/** What the surfaces ask the background, and what it answers. Types only: the content script carries no schema. */

import type { Language } from '#core/language/index.ts';
import type { SaidStep } from '#core/response/say-derivation.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { Verdict } from '#core/response/verdict.ts';
import type { CardAnswers, CardRequest } from './card-messages.ts';
import type { CaseView, Change, Draft, PickScope, WorkView } from './changes.ts';
import type { MappingAnswers, MappingOwnRequest, MappingPageRequest } from './mapping.ts';
import type { PopupAnswer } from './popup-messages.ts';
import type { RowsAnswer, RowsRequest } from './rows.ts';
import type {
  Done,
  SaidChip,
  SaidEntitlement,
  SaidProblem,
  SaidScopeFinding,
  SiteSettings,
  Spoken,
} from './said.ts';
import type { SaidChanges, SettingsAnswerTo, SettingsRequest, SettingsView } from './settings-messages.ts';
import type { QueueCounts, TrackerAnswers, TrackerRequest } from './tracker-messages.ts';

/** A script that comes into a page only once it is needed there. */
export type Part = 'forms' | 'lists' | 'mapped' | 'panel' | 'picker' | 'reader' | 'sites';

/** What a content script may ask, always about the page it runs in. */
export type PageRequest =
  /** `view`: the page has no view yet; the background brings it while it answers. */
  | { type: 'ticket'; facts: TicketFacts; view: boolean }
  /** The page shows something that one more script of ours is for. */
  | { type: 'bring'; part: Part }
  | RowsRequest
  | MappingPageRequest
  | Change;

/** What only the extension's own pages may ask. */
export type OwnRequest =
  | { type: 'popup'; url: string | null; engagement: string | null }
  | { type: 'options' }
  | { type: 'check-directory'; text: string }
  | { type: 'replace-directory'; text: string }
  | { type: 'remove-directory' }
  | { type: 'undo-directory' }
  | { type: 'export-directory' }
  | { type: 'open-options' }
  | { type: 'show-on-site'; url: string }
  | { type: 'set-language'; language: Language | null }
  | { type: 'set-site-zone'; origin: string; zone: string | null }
  | { type: 'forget-picks' }
  | CardRequest
  | MappingOwnRequest
  | SettingsRequest
  | TrackerRequest;

export type Request = PageRequest | OwnRequest;

/** The background's answer to a ticket's facts: the verdict, and every sentence that needs the catalogue. */
export interface TicketAnswer extends Spoken {
  kind: 'verdict';
  verdict: Verdict;
  why: SaidStep[];
  entitlements: SaidEntitlement[];
  chips: SaidChip[];
  findings: { shown: SaidScopeFinding[]; more: number };
  work: WorkView | null;
  /** What was left half typed in on this ticket. */
  drafts: Draft[];
  /** What waits to be written into trackers; `null` where nothing does. */
  queue: QueueCounts | null;
  /** The name that the user's marks carry; `null`: not said yet. */
  person: string | null;
  /** The ticket among the cases; `null`: it is none yet. */
  case: CaseView | null;
  /** Whether the inquiry's dismissal can be taken back here. */
  dismissedHere: boolean;
  /** How far the pick reaches that tied the ticket to its engagement; `null` where none did. */
  picked: PickScope | null;
  /** Business time before the due time from which an answer is due soon. */
  dueSoonMs: number;
  site: SiteSettings;
}

export interface NoDirectoryAnswer extends Spoken {
  kind: 'no-directory';
  /** Why the stored directory cannot be used; `null` where there is none. */
  problem: string | null;
  site: SiteSettings;
}

export interface DirectorySummary {
  name: string | null;
  engagements: number;
  customers: { name: string; engagements: { id: string; tier: string; manager: string }[] }[];
  customerCount: number;
  managers: number;
  calendars: number;
  cases: number;
  activities: number;
}

export interface OptionsAnswer extends Spoken {
  kind: 'options';
  version: string;
  chosenLanguage: Language | null;
  languages: { id: Language; name: string }[];
  directory: DirectorySummary | null;
  /** Why the stored directory cannot be used, where it cannot. */
  problems: SaidProblem[];
  /** The directory that an undo brings back. */
  before: DirectorySummary | null;
  zones: Record<string, string>;
  picks: number;
  settings: SettingsView;
}

export interface DirectoryCheck {
  kind: 'directory-check';
  summary: DirectorySummary | null;
  /** Against the directory in use; `null` where there is none. */
  changes: SaidChanges | null;
  problems: SaidProblem[];
}

export interface Refusal {
  kind: 'refused';
  code: string;
  text: string;
}

interface AnswerTo extends CardAnswers, MappingAnswers, SettingsAnswerTo, TrackerAnswers {
  ticket: TicketAnswer | NoDirectoryAnswer;
  pick: Done;
  unpick: Done;
  bring: Done;
  rows: RowsAnswer | NoDirectoryAnswer;
  keep: Done;
  'set-zone': Done;
  'no-answer': Done;
  'answer-needed': Done;
  'start-timer': Done;
  'stop-timer': Done;
  acknowledge: Done;
  unacknowledge: Done;
  'add-case': Done;
  draft: Done;
  'remove-case': Done;
  log: Done;
  unlog: Done;
  'open-options': Done;
  popup: PopupAnswer;
  options: OptionsAnswer;
  'check-directory': DirectoryCheck;
  'replace-directory': DirectoryCheck;
  'remove-directory': Done;
  'undo-directory': Done;
  'export-directory': { kind: 'export'; text: string; fileName: string };
  'set-language': Done;
  'set-site-zone': Done;
  'show-on-site': Done;
  'forget-picks': Done;
}

export type AnswerFor<R extends Request> = AnswerTo[R['type']] | Refusal;
export type Answer = AnswerFor<Request>;

/** What the background pushes to open overlays and pages: what they show may no longer hold, ask again. */
export type Push =
  | { type: 'changed' }
  /** The keyboard shortcut was pressed. */
  | { type: 'toggle' }
  /** The user has switched sites off; overlays on them end. */
  | { type: 'switched-off'; origins: string[] };
