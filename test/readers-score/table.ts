/** The outcomes as a table: one row a field. */
import { FIELDS, type Outcome, type PageOutcomes } from './outcome.ts';

interface Row {
  field: string;
  right: number;
  abstained: number;
  wrong: number;
}

/** Never rounded up to a hundred. */
const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;

export function rowsOf(pages: readonly PageOutcomes[]): Row[] {
  const all = pages.flatMap(({ outcomes }) => outcomes);
  return FIELDS.map((field) => {
    const of = (verdict: Outcome['verdict']) =>
      all.filter((each) => each.field === field && each.verdict === verdict).length;
    return { field, right: of('right'), abstained: of('abstained'), wrong: of('wrong') };
  });
}

export function tableOf(pages: readonly PageOutcomes[]): string {
  const lines = rowsOf(pages).map(({ field, right, abstained, wrong }) => {
    const answered = right + wrong;
    const cells = [
      field,
      right,
      abstained,
      wrong,
      share(right, answered),
      share(wrong, answered + abstained),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| field | right | abstained | wrong | right of those answered | wrong of all |',
    '|---|---:|---:|---:|---:|---:|',
    ...lines,
  ].join('\n');
}
