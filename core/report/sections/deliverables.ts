/** Deliverables given and owed, and where the engagement went beyond its scope. */
import type { PeriodCadence } from '../../cadence/cadence.ts';
import { sayFinding } from '../../scope/say-finding.ts';
import type { PageWriter, TableCell } from '../page-writer.ts';
import type { ReportWords } from '../report-words.ts';
import type { DeliverableOfReview } from '../review-deliverables.ts';
import type { ServiceReview } from '../service-review.ts';

export function deliverablesSection(page: PageWriter, review: ServiceReview, say: ReportWords): void {
  const { words } = say;
  page.section(words.text('report.deliverables'));
  const calls: TableCell[][] =
    review.calls.length === 0
      ? []
      : [
          [
            words.text('rule.weekly-call'),
            words.text('frequency.weekly'),
            review.calls.filter(({ state }) => state === 'done').length,
            null,
            stateCell(review.calls, say),
          ],
        ];
  page.table(
    [
      { header: words.header('activities', 'deliverable'), at: 0 },
      { header: words.header('deliverables', 'frequency'), at: 1 },
      { header: words.text('report.given'), at: 2, format: 'integer' },
      { header: words.header('deliverables', 'lastDone'), at: 3 },
      { header: words.header('deliverables', 'status'), at: 4, span: 2 },
    ],
    [...calls, ...review.deliverables.map((entry) => cellsOf(entry, say))],
  );
}

function cellsOf(entry: DeliverableOfReview, say: ReportWords): TableCell[] {
  const { words } = say;
  const { deliverable, isIncluded, frequency, activities, lastDay, periods } = entry;
  return [
    say.deliverable(deliverable),
    words.text(frequency === null ? 'cadence.not-stated' : `frequency.${frequency}`),
    activities,
    say.date(lastDay),
    isIncluded ? stateCell(periods, say) : { value: words.text('tracker.not-included'), look: 'over' },
  ];
}

/** What was missed first; what is due still; else that everything was given. */
function stateCell(periods: readonly PeriodCadence[], { words }: ReportWords): TableCell {
  const of = (wanted: PeriodCadence['state']) =>
    periods.filter(({ state }) => state === wanted).map(({ period }) => period.id);
  const [missed, due, done] = [of('missed'), of('due'), of('done')];
  if (missed.length > 0) {
    return { value: words.text('tracker.cadence-missed', { periods: missed.join(', ') }), look: 'over' };
  }
  if (due.length > 0) return words.text('tracker.cadence-due', { period: due.join(', ') });
  if (done.length > 0) return { value: words.text('cadence.done'), look: 'good' };
  return periods.length > 0 ? words.text('cadence.not-owed') : '';
}

export function breachesSection(page: PageWriter, { breaches }: ServiceReview, say: ReportWords): void {
  const { words, translate, rulebook } = say;
  page.section(words.text('report.breaches'));
  if (breaches.length === 0) {
    page.line(words.text('report.no-breaches'), 'quiet');
    return;
  }
  page.table(
    [
      { header: words.header('violations', 'finding'), at: 0, span: 3 },
      { header: words.header('violations', 'clause'), at: 3, span: 3 },
    ],
    breaches.map((finding) => {
      const { text, rests } = sayFinding(finding, translate, rulebook);
      return [text, rests];
    }),
  );
}
