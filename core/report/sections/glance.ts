/** The figures of the period beside those of three periods before. */
import { CHART_COLOURS, type PageWriter, type TableCell } from '../page-writer.ts';
import type { ReportWords } from '../report-words.ts';
import type { ServiceReview } from '../service-review.ts';

const CASES = ['opened', 'closed', 'inHand'] as const;
const OTHERS = ['activities', 'inquiries', 'inTime', 'late'] as const;
type Figure = number | null;
type Count = (typeof CASES)[number] | (typeof OTHERS)[number];

export function glanceSection(page: PageWriter, review: ServiceReview, say: ReportWords): void {
  const { words } = say;
  const { figures, figuresBefore, earlier } = review;
  const all = [figures, figuresBefore, ...earlier.map((one) => one.figures)];
  const [title, now, before] = (['glance', 'now', 'before'] as const).map((key) =>
    words.text(`report.${key}`),
  );
  const change = new Intl.NumberFormat(words.language, { signDisplay: 'exceptZero' });
  page.section(title!);
  const line = (label: string, values: Figure[], format: 'hours' | 'integer' = 'integer'): TableCell[] => {
    const [own, other, ...older] = values.map((value) => ({ value, format }));
    // Where inquiries are not kept neither period has any.
    const by = change.format(Math.round((own!.value! - other!.value!) * 100) / 100);
    return [label, own!, other!, by, ...older];
  };
  const count = (figure: Count) =>
    line(
      words.text(`report.figure-${figure}`),
      all.map((of) => of[figure]),
    );
  const [first] = page.table(
    [
      { header: words.text('report.figure'), at: 0 },
      ...[now!, before!, words.text('report.change'), ...earlier.map(({ id }) => id)].map(
        (header, index) => ({
          header,
          at: index + 1,
          format: 'integer' as const,
        }),
      ),
    ],
    [
      ...CASES.map(count),
      line(
        words.header('activities', 'hours'),
        all.map(({ workMs }) => say.hours(workMs)),
        'hours',
      ),
      ...OTHERS.filter((figure) => figures[figure] !== null).map(count),
    ],
  );
  page.chart([first, first + CASES.length], {
    title: words.title('cases'),
    direction: 'upright',
    valueTitle: words.title('cases'),
    series: [
      // From the oldest to the newest, as time runs.
      ...earlier
        .map(({ id }, place) => ({
          kind: 'bars' as const,
          column: place + 4,
          name: id,
          colour: CHART_COLOURS.earlier[place]!,
        }))
        .reverse(),
      { kind: 'bars', column: 2, name: before!, colour: CHART_COLOURS.beside },
      { kind: 'bars', column: 1, name: now!, colour: CHART_COLOURS.bars },
    ],
  });
}
