/** What became of one fact of one page. */
export type Verdict = 'right' | 'abstained' | 'wrong';

export const FIELDS = [
  'is a ticket',
  'id',
  'subject',
  'requester',
  'organisation',
  'created',
  'status',
  'status as shown',
  'priority',
  'assignee',
  'message instant',
  'message role',
  'message author',
  'nothing but messages',
  'inquiry owed',
  'no false alarm',
] as const;
export type Field = (typeof FIELDS)[number];

export interface Outcome {
  field: Field;
  verdict: Verdict;
  /** For whoever mends the reader: what was read, what it should have been. */
  read: string;
  truth: string;
}

export interface PageOutcomes {
  system: string;
  viewer: string;
  page: string;
  outcomes: readonly Outcome[];
}
