/** Hours by week, beside the limit, and by deliverable. */
import { hoursToMs } from '../../cadence/worked.ts';
import { showHours } from '../../scope/parts/hours.ts';
import { CHART_COLOURS, type PageWriter, type TableCell } from '../page-writer.ts';
import type { ReportWords } from '../report-words.ts';
import type { WeekOfReview } from '../review-work.ts';
import type { ServiceReview } from '../service-review.ts';

/** More weeks than these do not fit below the figures, on the same printed page. */
const WEEKS_BESIDE = 6;

export function hoursSections(page: PageWriter, { work }: ServiceReview, say: ReportWords): void {
  const { words } = say;
  const hours = words.header('activities', 'hours');
  page.section(words.text('report.by-week'), { onNewPage: work.weeks.length > WEEKS_BESIDE });
  const hasLimit = work.weeks.some(({ limitHours }) => limitHours !== null);
  const weeks = page.table(
    [
      { header: words.header('activities', 'isoWeek'), at: 0 },
      { header: hours, at: 1, format: 'hours' },
      { header: words.header('managers', 'limit'), at: 2, format: 'hours' },
      { header: words.text('report.remark'), at: 3, span: 3 },
    ],
    work.weeks.map((week) => weekCells(week, say)),
  );
  page.chart(weeks, {
    title: words.text('report.by-week'),
    direction: 'upright',
    valueTitle: hours,
    series: [
      { kind: 'bars', column: 1, name: hours, colour: CHART_COLOURS.bars },
      ...(hasLimit
        ? [
            {
              kind: 'line' as const,
              column: 2,
              name: words.header('managers', 'limit'),
              colour: CHART_COLOURS.limit,
            },
          ]
        : []),
    ],
  });
  page.section(words.text('report.by-deliverable'), { onNewPage: true });
  if (work.byDeliverable.length === 0) {
    page.line(words.text('report.no-work'), 'quiet');
    return;
  }
  const deliverables = page.table(
    [
      { header: words.header('activities', 'deliverable'), at: 0 },
      { header: hours, at: 1, format: 'hours' },
      { header: words.text('report.figure-activities'), at: 2, format: 'integer' },
      { header: words.header('deliverables', 'lastDone'), at: 3, span: 3 },
    ],
    work.byDeliverable.map(({ id, ms, activities, lastDay }) => [
      say.deliverable(id),
      say.hours(ms),
      activities,
      say.date(lastDay),
    ]),
  );
  page.chart(deliverables, {
    title: words.text('report.by-deliverable'),
    direction: 'lying',
    valueTitle: hours,
    series: [{ kind: 'bars', column: 1, name: hours, colour: CHART_COLOURS.bars }],
  });
}

/** A week's hours in the period; over its limit goes by the whole week. */
function weekCells(
  { week, ms, wholeMs, limitHours, isPart }: WeekOfReview,
  { words }: ReportWords,
): TableCell[] {
  const isOver = limitHours !== null && wholeMs > hoursToMs(limitHours);
  const whole = showHours(wholeMs, limitHours);
  const number = new Intl.NumberFormat(words.language, { minimumFractionDigits: 2 });
  const remarks = [
    ...(isPart ? [words.text('report.part-of-week', { hours: number.format(whole) })] : []),
    ...(isOver ? [words.text('report.over-limit')] : []),
  ];
  return [
    week,
    { value: showHours(ms, limitHours), ...(isOver ? { look: 'over' as const } : {}) },
    limitHours,
    remarks.join(' '),
  ];
}
