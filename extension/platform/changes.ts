/** What a user does in the overlay, and what of it is shown there again. Types only, as all messages. */
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { Method } from '#core/rulebook/schema.ts';

/** For how much a pick holds: this ticket, or every ticket that names the organisation or the mail domain. */
export type PickScope = 'ticket' | 'organisation' | 'domain';

export type Corner = 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left';

/** Where the overlay stands: pixels from the two edges of the window that meet in a corner. */
export interface Place {
  corner: Corner;
  x: number;
  y: number;
}

/** How the overlay is shown on a site; what is absent stays as it was. */
export interface KeptLook {
  folded?: boolean;
  hidden?: boolean;
  place?: Place;
}

/** Work on a ticket, as it is typed in. */
export interface LogEntry {
  /** Local date in the engagement's zone. */
  date: string;
  hours: number;
  deliverable: string | null;
  method: Method | null;
  note: string;
  weeklyCall: boolean;
}

/** An entry that is being typed in, as far as it is; `id`: of the one that it corrects, `null`: a new one. */
export interface WorkDraft {
  id: string | null;
  /** 0 hours are none yet. */
  entry: LogEntry;
}

/** A word that somebody is about to sign; `note`: the key of the finding that it is about, or `no-answer`. */
export interface NoteDraft {
  note: string;
  by: string;
  reason: string;
}

export type Draft = WorkDraft | NoteDraft;

/** The work that was logged on a ticket, and the timer that runs. */
export interface WorkView {
  timer: { startedMs: number; here: boolean; ticket: string; url: string } | null;
  entries: (LogEntry & { id: string })[];
  /** Those that the tier includes, with the methods that it states for them. */
  deliverables: { id: string; name: string; methods: Method[] }[];
  /** The deliverable that the ticket's subject points to. */
  guess: string | null;
  today: string;
}

/** How a ticket stands among its engagement's cases. */
export interface CaseView {
  id: string;
  /** Added in this browser, and not yet in the tracker as far as is known here. */
  isAddedHere: boolean;
}

/** What the user does in the overlay, always about the page it is on. */
export type Change =
  | { type: 'pick'; facts: TicketFacts; engagement: string | null; scope: PickScope }
  | { type: 'unpick'; facts: TicketFacts }
  | { type: 'keep'; look: KeptLook }
  | { type: 'set-zone'; zone: string | null }
  /** The inquiry received at an instant needs no answer, says somebody; and the same taken back. */
  | { type: 'no-answer'; facts: TicketFacts; inquiryMs: number; by: string }
  | { type: 'answer-needed'; facts: TicketFacts; inquiryMs: number }
  /** Somebody takes note of a finding, known by its key; and the same taken back. */
  | { type: 'acknowledge'; facts: TicketFacts; finding: string; by: string; reason: string }
  | { type: 'unacknowledge'; facts: TicketFacts; finding: string }
  /** The ticket is a case of its engagement's; and the same taken back. */
  | { type: 'add-case'; facts: TicketFacts }
  | { type: 'remove-case'; facts: TicketFacts }
  | { type: 'start-timer'; facts: TicketFacts; engagement: string }
  /** Logs what has run, or throws it away. */
  | { type: 'stop-timer'; keep: boolean }
  /** `id`: of the entry that it takes the place of; `null`: a new one. */
  | { type: 'log'; facts: TicketFacts; engagement: string; id: string | null; entry: LogEntry }
  | { type: 'unlog'; facts: TicketFacts; id: string }
  /** What is typed into a form, the one of a `note` or else of time; `null`: it was saved, or given up. */
  | { type: 'draft'; facts: TicketFacts; note?: string | undefined; draft: Draft | null }
  | { type: 'open-options'; part?: 'queue' | undefined };
