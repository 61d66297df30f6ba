/** What is asked and answered about trackers in Google Sheets and the rows that wait for them. */
import type { LogEntry, WorkView } from './changes.ts';
import type { SaidProblem, Spoken } from './said.ts';

export type TrackerAction =
  | { do: 'show' | 'sign-in' | 'sign-out' | 'read' }
  /** Makes a tracker, or goes on with the one that is half made. */
  | { do: 'create'; title: string; zone: string }
  | { do: 'give-up' }
  | { do: 'set-client'; id: string; secret: string }
  /** `take-back`: one that was just made goes into the bin. */
  | { do: 'remove' | 'take-back'; id: string }
  | { do: WayOut; key: string }
  | { do: 'bring-back' }
  | { do: 'edit'; key: string; entry: LogEntry };

/** `as-new`: what the sheet says stays, and the user's own goes there beside it; `insist`: the user's own takes its place. */
export type WayOut = 'retry' | 'as-new' | 'insist' | 'drop';

export interface TrackerRequest {
  type: 'trackers';
  action: TrackerAction;
}

export interface TrackerView {
  id: string;
  name: string;
  engagements: number | null;
  readMs: number | null;
  trouble: { problems: SaidProblem[]; sinceMs: number } | null;
  /** The tracker whose Rules tab holds in place of its own, which says something else. */
  overruledBy: string | null;
}

export interface WaitingView {
  key: string;
  text: string;
  /** The whole row, as it would be read out. */
  row: string;
  /** What the sheet's row says instead. */
  theirs: string | null;
  status: 'waiting' | 'sent' | 'held';
  /** Why it is held. */
  reason: string | null;
  ways: WayOut[];
  /** What its form needs; `null` where it cannot be changed here, or no more. */
  form: ({ entry: LogEntry } & Pick<WorkView, 'deliverables' | 'today'>) | null;
}

/** How much waits to be written. */
export interface QueueCounts {
  waiting: number;
  /** Of them, those that go no further without their user. */
  held: number;
  signedOut: boolean;
}

export interface TrackersAnswer extends Spoken {
  kind: 'trackers';
  nowMs: number;
  client: { id: string; hasSecret: boolean } | null;
  /** The organisation has set it. */
  clientIsManaged: boolean;
  redirect: string;
  signedIn: boolean;
  trackers: TrackerView[];
  /** What is half made. */
  making: string | null;
  /** The id of what this action has made. */
  made: string | null;
  /** Engagements that a new tracker would begin with. */
  toFill: number;
  waiting: WaitingView[];
  /** The rows that wait, for a file. */
  queue: string;
  /** What went wrong with the action. */
  problem: SaidProblem | null;
}

export interface TrackerAnswers {
  trackers: TrackersAnswer;
}
