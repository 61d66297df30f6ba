/** Rule `response`: remembered inquiries whose answer is overdue, due soon, or dated before what it answers. */
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Case, Engagement } from '../engagement/schema.ts';
import type { Inquiry } from '../response/inquiry.ts';
import { unansweredInquiries } from '../response/owed-answers.ts';
import type { BusinessClock } from '../time/business-clock.ts';
import type { Finding, ScopeRule } from './finding.ts';
import { aboutEngagement, caseRow } from './parts/about.ts';

export const response: ScopeRule = {
  id: 'response',
  check(book, moment) {
    return book.directory.engagements.flatMap((engagement) => [
      ...unansweredInquiries(book, engagement, moment).flatMap(({ entry, inquiries }) =>
        inquiries.flatMap((inquiry) => finding(engagement, entry, inquiry, clockOf(book, engagement)) ?? []),
      ),
      ...(book.casesOf.get(engagement.id) ?? []).flatMap((entry) => misdated(book, engagement, entry)),
    ]);
  },
};

/** Such an answer answers nothing: the inquiry is taken for one without (reading "Inquiry"). */
function misdated(book: DirectoryBook, engagement: Engagement, entry: Case): Finding[] {
  const { zone } = clockOf(book, engagement);
  return (entry.inquiries ?? []).flatMap(({ received, answered }): Finding[] => {
    if (answered === undefined) return [];
    const receivedMs = Date.parse(received);
    if (!(Date.parse(answered) < receivedMs)) return [];
    return [
      {
        rule: 'response',
        message: 'response-before-inquiry',
        severity: 'warning',
        subject: aboutEngagement(engagement.id),
        rests: { kind: 'reading', reading: 'inquiry' },
        values: { case: entry.id, whenMs: receivedMs },
        rows: [caseRow(entry)],
        since: null,
        steps: [],
        readings: ['remembered'],
        derivation: [],
        zone,
      },
    ];
  });
}

function finding(
  engagement: Engagement,
  entry: Case,
  inquiry: Inquiry,
  clock: BusinessClock,
): Finding | null {
  const { state, due, lateMs, leftMs } = inquiry;
  if (!due || (state !== 'overdue' && state !== 'due-soon')) return null;
  const overdue = state === 'overdue';
  return {
    rule: 'response',
    message: overdue ? 'response-overdue' : 'response-due-soon',
    severity: overdue ? 'violation' : 'warning',
    subject: aboutEngagement(engagement.id),
    rests: inquiry.targetRests,
    values: { case: entry.id, whenMs: due[0], ...(overdue ? { lateMs } : { leftMs }) },
    rows: [caseRow(entry)],
    since: overdue ? clock.localDateOf(due[0]) : null,
    steps: [],
    readings: ['inquiry', 'remembered'],
    derivation: inquiry.steps,
    zone: clock.zone,
  };
}
