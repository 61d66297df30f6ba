/** The figures of the period beside those of the period before. */
import { CHART_COLOURS, type PageWriter, type TableCell } from '../page-writer.ts';
import type { ReportWords } from '../report-words.ts';
import type { ReviewFigures, ServiceReview } from '../service-review.ts';

const CASES = ['opened', 'closed', 'inHand'] as const;
const OTHERS = ['activities', 'inquiries', 'inTime', 'late'] as const;
type Count = (typeof CASES)[number] | (typeof OTHERS)[number];

export function glanceSection(page: PageWriter, review: ServiceReview, say: ReportWords): void {
  const { words } = say;
  const { figures, figuresBefore } = review;
  const [title, now, before] = (['glance', 'now', 'before'] as const).map((key) =>
    words.text(`report.${key}`),
  );
  const change = new Intl.NumberFormat(words.language, { signDisplay: 'exceptZero' });
  page.section(title!);
  const count = (figure: Count): TableCell[] => {
    const [own, other] = [figures[figure], figuresBefore[figure]];
    const by = own === null || other === null ? null : change.format(own - other);
    return [words.text(`report.figure-${figure}`), own, other, by];
  };
  const hours = [figures, figuresBefore].map(({ workMs }: ReviewFigures) => say.hours(workMs));
  const more = change.format(Math.round((hours[0]! - hours[1]!) * 100) / 100);
  const [first] = page.table(
    [
      { header: words.text('report.figure'), at: 0 },
      ...[now!, before!, words.text('report.change')].map((header, index) => ({
        header,
        at: index + 1,
        format: 'integer' as const,
      })),
    ],
    [
      ...CASES.map(count),
      [
        words.header('activities', 'hours'),
        ...hours.map((value) => ({ value, format: 'hours' as const })),
        more,
      ],
      ...OTHERS.filter((figure) => figures[figure] !== null).map(count),
    ],
  );
  page.chart([first, first + CASES.length], {
    title: words.title('cases'),
    direction: 'upright',
    valueTitle: words.title('cases'),
    series: [
      { kind: 'bars', column: 1, name: now!, colour: CHART_COLOURS.bars },
      { kind: 'bars', column: 2, name: before!, colour: CHART_COLOURS.beside },
    ],
  });
}
