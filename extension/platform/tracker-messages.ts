/** What is asked and answered about trackers in Google Sheets and the rows that wait for them. */
import type { SaidProblem, Spoken } from './said.ts';

export type TrackerAction =
  | { do: 'show' | 'sign-in' | 'sign-out' | 'read' }
  | { do: 'set-client'; id: string; secret: string }
  | { do: 'remove'; id: string }
  | { do: 'retry' | 'drop'; key: string };

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
}

export interface WaitingView {
  key: string;
  text: string;
  status: 'waiting' | 'sent' | 'held';
  /** Why it is held. */
  reason: string | null;
}

export interface TrackersAnswer extends Spoken {
  kind: 'trackers';
  nowMs: number;
  client: { id: string; hasSecret: boolean } | null;
  redirect: string;
  signedIn: boolean;
  trackers: TrackerView[];
  waiting: WaitingView[];
  /** The rows that wait, for a file. */
  queue: string;
  /** What went wrong with the action. */
  problem: SaidProblem | null;
}

export interface TrackerAnswers {
  trackers: TrackersAnswer;
}
