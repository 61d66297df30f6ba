/** How the inquiries received in a period were answered. */
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { Inquiry, ResponseState } from '../response/inquiry.ts';
import { rememberedInquiries } from '../response/owed-answers.ts';
import type { ReportPeriod } from './report-period.ts';

export interface InquiryOfReview {
  case: string;
  subject: string | null;
  inquiry: Inquiry;
}

export interface ReviewResponses {
  received: number;
  inTime: number;
  /** Answered late, overdue, or closed without the answer that was owed. */
  late: number;
  /** Not due yet. */
  running: number;
  /** Received outside the term, needing no answer, or under terms that state no target. */
  notOwed: number;
  /** No due time could be worked out. */
  unread: number;
  /** The late ones, as they were received; each inquiry has the steps to its due time. */
  lateOnes: InquiryOfReview[];
  /** Business time from an inquiry to its answer: half were answered within it; `null` where none was. */
  medianMs: number | null;
}

const COUNTED: Readonly<
  Record<ResponseState, keyof ReviewResponses & ('inTime' | 'late' | 'running' | 'notOwed' | 'unread')>
> = {
  'answered-in-time': 'inTime',
  'answered-late': 'late',
  'closed-unanswered': 'late',
  'due-soon': 'running',
  'not-stated': 'notOwed',
  'nothing-owed': 'notOwed',
  'outside-term': 'notOwed',
  overdue: 'late',
  running: 'running',
  unread: 'unread',
};

/**
 * Judges the remembered inquiries that were received on the local dates of a period, as things stand at `nowMs`
 * (readings "Inquiry" and "Business day"). `null` where no case remembers any: then nothing is said of answers.
 */
export function reviewResponses(
  book: DirectoryBook,
  engagement: Engagement,
  period: ReportPeriod,
  nowMs: number,
): ReviewResponses | null {
  const all = rememberedInquiries(book, engagement, { nowMs });
  if (all === null) return null;
  const clock = clockOf(book, engagement);
  const own = all
    .flatMap(({ entry, inquiries }) =>
      inquiries.map(
        (inquiry): InquiryOfReview => ({
          case: entry.id,
          subject: entry.subject ?? null,
          inquiry,
        }),
      ),
    )
    .filter(({ inquiry }) => {
      const day = clock.localDayOf(inquiry.received![0]);
      return period.fromDay <= day && day < period.untilDay;
    })
    .sort((a, b) => a.inquiry.received![0] - b.inquiry.received![0]);
  const counts = { inTime: 0, late: 0, running: 0, notOwed: 0, unread: 0 };
  for (const { inquiry } of own) counts[COUNTED[inquiry.state]]++;
  const lateOnes = own.filter(({ inquiry }) => COUNTED[inquiry.state] === 'late');
  const durations = own.flatMap(({ inquiry: { received, answered } }) =>
    answered === null ? [] : clock.elapsed(received![0], answered[0]),
  );
  return { received: own.length, ...counts, lateOnes, medianMs: medianOf(durations) };
}

/** The middle one; of two in the middle the longer, so that half of them are surely within it. */
function medianOf(durations: readonly number[]): number | null {
  if (durations.length === 0) return null;
  return [...durations].sort((a, b) => a - b)[durations.length >> 1]!;
}
