/** What staff members decided, read from its journal: of several lines about one thing the last one holds. */
import { ticketKey } from './claims.ts';
import type { Directory } from './directory-schema.ts';
import type { Decision, DecisionKind } from './schema.ts';

/** An inquiry that needs no answer. */
export interface DismissedInquiry {
  ticket: string;
  inquiryMs: number;
  by: string;
  atMs: number;
  /** The journal's line; `null` where it stands in the directory's own list, which its source alone can change. */
  decision: string | null;
}

const ABOUT_INQUIRIES: readonly DecisionKind[] = ['no-answer-needed', 'answer-needed'];

/** What a decision is about, told apart from everything else that anybody decides. */
export function decidedThing({ decision, ticket = '', about }: Decision): string {
  return ABOUT_INQUIRIES.includes(decision)
    ? `inquiry ${ticketKey(ticket)} ${Date.parse(about)}`
    : `finding ${about}`;
}

/**
 * The inquiries that need no answer, as far as anybody has said so and nobody has taken it back since.
 * @example
 * const said = { id: 'D-1', decision: 'no-answer-needed', ticket: 'https://desk.example/7', about: '2026-06-08T08:00:00Z', by: 'Mia', at: '2026-06-08T09:00:00Z' };
 * const back = { ...said, id: 'D-2', decision: 'answer-needed', at: '2026-06-08T09:05:00Z' };
 * [dismissedInquiries({ decisions: [said] }).length, dismissedInquiries({ decisions: [said, back] }).length] // [1, 0]
 */
export function dismissedInquiries({
  noAnswerNeeded = [],
  decisions = [],
}: Pick<Directory, 'noAnswerNeeded' | 'decisions'>): DismissedInquiry[] {
  const listed = noAnswerNeeded.map(({ ticket, inquiry, by, at }): [Decision, null] => [
    { id: '', decision: 'no-answer-needed', ticket, about: inquiry, by, at },
    null,
  ]);
  const journal = decisions.map((entry): [Decision, string] => [entry, entry.id]);
  return inForce([...listed, ...journal]).flatMap(([{ decision, ticket = '', about, by, at }, id]) =>
    decision === 'no-answer-needed'
      ? [{ ticket, inquiryMs: Date.parse(about), by, atMs: Date.parse(at), decision: id }]
      : [],
  );
}

/** Who has taken note of a finding, by the finding's key. */
export function acknowledgements({ decisions = [] }: Pick<Directory, 'decisions'>): Map<string, Decision> {
  return new Map(
    inForce(decisions.map((entry): [Decision, null] => [entry, null])).flatMap(([entry]) =>
      entry.decision === 'acknowledged' ? [[entry.about, entry] as const] : [],
    ),
  );
}

function inForce<T>(journal: readonly [Decision, T][]): [Decision, T][] {
  const last = new Map<string, [Decision, T]>();
  for (const line of journal) {
    const thing = decidedThing(line[0]);
    const before = last.get(thing);
    // Rows can be sorted: what holds goes by the instant, and by the place only where two are the same.
    if (!before || Date.parse(before[0].at) <= Date.parse(line[0].at)) last.set(thing, line);
  }
  return [...last.values()];
}
