/** How inquiries were answered, and of each late answer why it was due when it was. */
import { sayDuration, sayShortInstant } from '../../language/time-words.ts';
import { sayDerivation } from '../../response/say-derivation.ts';
import type { PageWriter, TableCell } from '../page-writer.ts';
import type { ReportWords } from '../report-words.ts';
import type { InquiryOfReview } from '../review-responses.ts';
import type { ServiceReview } from '../service-review.ts';
import { caseName } from './cases.ts';

export function answersSection(page: PageWriter, review: ServiceReview, say: ReportWords): void {
  const { words } = say;
  const { responses, wall } = review;
  page.section(words.text('report.answers'));
  if (responses === null) {
    page.line(words.text('report.no-inquiries-kept'), 'quiet');
    return;
  }
  const { received, inTime, late, running, notOwed, unread, medianMs, lateOnes } = responses;
  const counts: [string, number][] = [
    ['inquiries', received],
    ['inTime', inTime],
    ['late', late],
    ['running', running],
    ['notOwed', notOwed],
    ['unread', unread],
  ];
  page.facts([
    ...counts
      .filter(([key, count], index) => index < 3 || count > 0 || key === 'running')
      .map(([key, count]) => [words.text(`report.figure-${key}`), String(count)] as const),
    ...(medianMs === null
      ? []
      : [[words.text('report.median'), sayDuration(medianMs, words.language)] as const]),
  ]);
  if (lateOnes.length === 0) {
    page.line(words.text('report.none-late'), 'quiet');
    return;
  }
  page.space();
  for (const [index, one] of lateOnes.entries())
    lateOne(page, one, { say, zone: wall, isFirst: index === 0 });
}

function lateOne(
  page: PageWriter,
  { case: id, subject, inquiry }: InquiryOfReview,
  { say, zone, isFirst }: { say: ReportWords; zone: string; isFirst: boolean },
): void {
  const { words, translate, rulebook } = say;
  const { language } = words;
  const when = (between: readonly number[] | null) =>
    between === null ? '' : sayShortInstant(between[0]!, { language, zone });
  const cells: TableCell[] = [
    caseName(id, subject),
    when(inquiry.received),
    when(inquiry.due),
    inquiry.answered === null ? words.text(`state.${inquiry.state}`) : when(inquiry.answered),
    inquiry.lateMs > 0 ? { value: sayDuration(inquiry.lateMs, language), look: 'over' } : '',
  ];
  const headers = [
    words.header('activities', 'case'),
    words.text('report.received'),
    words.text('report.due'),
    words.text('report.answered'),
    words.text('report.late-by'),
  ];
  const columns = headers.map((header, at) => ({ header, at, ...(at === 4 ? { span: 2 } : {}) }));
  if (isFirst) page.table(columns, [cells]);
  else page.rows(columns, [cells]);
  const steps = sayDerivation(inquiry.steps, { translate, zone, rulebook });
  page.line(steps.map(({ text }) => text).join(' '), 'quiet');
}
