/** Open issues and resolutions. */
import type { PageWriter } from '../page-writer.ts';
import type { ReportWords } from '../report-words.ts';
import type { CaseOfReview } from '../review-cases.ts';
import type { ServiceReview } from '../service-review.ts';

/** A page for people ends somewhere; what is left out is counted. */
const SHOWN = 100;

export function casesSections(page: PageWriter, { cases }: ServiceReview, say: ReportWords): void {
  const { words } = say;
  page.section(words.text('report.open'), { onNewPage: true });
  list(page, cases.open, 'report.none-open', say);
  page.section(words.text('report.resolved'));
  list(page, cases.resolved, 'report.none-resolved', say);
  if (cases.undated > 0) page.line(words.text('report.undated', { count: cases.undated }), 'quiet');
}

function list(page: PageWriter, cases: readonly CaseOfReview[], none: string, say: ReportWords): void {
  const { words } = say;
  if (cases.length === 0) {
    page.line(words.text(none), 'quiet');
    return;
  }
  page.table(
    [
      { header: words.header('activities', 'case'), at: 0, span: 2 },
      { header: words.header('cases', 'severity'), at: 2, format: 'integer' },
      { header: words.header('cases', 'opened'), at: 3 },
      { header: words.header('cases', 'closed'), at: 4 },
      { header: words.text('report.days'), at: 5, format: 'integer' },
    ],
    cases
      .slice(0, SHOWN)
      .map(({ id, subject, severity, opened, closed, days }) => [
        caseName(id, subject),
        severity,
        say.date(opened),
        say.date(closed),
        days,
      ]),
  );
  const more = cases.length - SHOWN;
  if (more > 0) page.line(words.text('report.more', { count: more }), 'quiet');
}

export function caseName(id: string, subject: string | null): string {
  return subject === null || subject === '' ? id : `${id} · ${subject}`;
}
