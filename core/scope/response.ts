/** Rule `response`: remembered inquiries whose answer is overdue, or due soon. */
import { clockOf } from '../engagement/book.ts';
import type { Case, Engagement } from '../engagement/schema.ts';
import type { Inquiry } from '../response/inquiry.ts';
import { unansweredInquiries } from '../response/owed-answers.ts';
import type { Finding, ScopeRule } from './finding.ts';

export const response: ScopeRule = {
  id: 'response',
  check(book, moment) {
    return book.directory.engagements.flatMap((engagement) =>
      unansweredInquiries(book, engagement, moment).flatMap(({ entry, inquiries }) =>
        inquiries.flatMap(
          (inquiry) => finding(engagement, entry, inquiry, clockOf(book, engagement).zone) ?? [],
        ),
      ),
    );
  },
};

function finding(engagement: Engagement, entry: Case, inquiry: Inquiry, zone: string): Finding | null {
  const { state, due, lateMs, leftMs } = inquiry;
  if (!due || (state !== 'overdue' && state !== 'due-soon')) return null;
  const overdue = state === 'overdue';
  return {
    rule: 'response',
    message: overdue ? 'response-overdue' : 'response-due-soon',
    severity: overdue ? 'violation' : 'warning',
    subject: { kind: 'engagement', id: engagement.id },
    rests: inquiry.targetRests,
    values: { case: entry.id, whenMs: due[0], ...(overdue ? { lateMs } : { leftMs }) },
    rows: [{ kind: 'case', engagement: engagement.id, row: entry.id }],
    since: null,
    steps: [],
    readings: ['inquiry', 'remembered'],
    derivation: inquiry.steps,
    zone,
  };
}
