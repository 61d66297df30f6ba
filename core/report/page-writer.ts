/** Puts a page together from the top down. */
import { linesIn } from '../tracker/text-lines.ts';
import type { ChartSeries, Page, PageCell, PageChart, PageLook } from './page.ts';

/** A cell of a table: plain, or with its own look and format. */
export type TableCell = PageCell['value'] | Styled;
type Styled = Pick<PageCell, 'value'> & Partial<Pick<PageCell, 'look' | 'format'>>;

export interface TableColumn {
  header: string;
  /** Position from 0, and how many columns it stands across. */
  at: number;
  span?: number;
  format?: PageCell['format'];
}

const CHART_ROWS = 12;
const BARS = '#1e3a5f';
const BESIDE = '#94a3b8';
const LIMIT = '#b91c1c';
const EARLIER = ['#b6c2d1', '#dbe2ea'] as const;
export const CHART_COLOURS = { bars: BARS, beside: BESIDE, earlier: EARLIER, limit: LIMIT } as const;

export class PageWriter {
  private readonly page: Page;

  constructor(title: string, columns: readonly number[]) {
    this.page = { title, columns, rows: [], charts: [], repeatedRows: 0 };
  }

  get width(): number {
    return this.page.columns.length;
  }

  /** Text across the whole width. */
  line(value: string, look: PageLook = 'body'): void {
    this.row([{ column: 0, span: this.width, value, format: 'text', look, align: 'left' }]);
  }

  space(): void {
    this.row([]);
  }

  /** Ends what is repeated on each printed page. */
  repeatSoFar(): void {
    this.page.repeatedRows = this.page.rows.length;
  }

  section(title: string, { onNewPage = false } = {}): void {
    this.space();
    this.page.rows[this.page.rows.length - 1]!.breakBefore = onNewPage;
    this.line(title, 'heading');
  }

  /** Labels with their values, two pairs to a row where there is room. */
  facts(pairs: readonly (readonly [label: string, value: string])[]): void {
    for (let index = 0; index < pairs.length; index += 2) {
      const cells = pairs.slice(index, index + 2).flatMap(([label, value], place): PageCell[] => [
        { ...PLAIN, column: place * 3, value: label, look: 'label' },
        { ...PLAIN, column: place * 3 + 1, span: 2, value, look: 'value' },
      ]);
      this.row(cells);
    }
  }

  /** A table; gives the place of its first row and the one after its last. */
  table(
    columns: readonly TableColumn[],
    rows: readonly (readonly TableCell[])[],
  ): [first: number, until: number] {
    this.row(columns.map((column) => cellOf(column, column.header, 'header')));
    return this.rows(columns, rows);
  }

  /** Rows of a table without its headers. */
  rows(
    columns: readonly TableColumn[],
    rows: readonly (readonly TableCell[])[],
  ): [first: number, until: number] {
    const first = this.page.rows.length;
    for (const row of rows) {
      this.row(
        columns.map((column, index) => {
          const cell = row[index] ?? null;
          const { value, look = 'body', format } = styledOf(cell);
          return { ...cellOf(column, value, look), ...(format ? { format } : {}) };
        }),
      );
    }
    return [first, this.page.rows.length];
  }

  chart(
    rows: [first: number, until: number],
    more: Pick<PageChart, 'title' | 'direction' | 'valueTitle'> & { series: ChartSeries[] },
  ): void {
    this.page.charts.push({
      ...more,
      categoryColumn: 0,
      firstRow: rows[0],
      untilRow: rows[1],
      atRow: this.page.rows.length,
      rows: CHART_ROWS,
    });
    for (let row = 0; row < CHART_ROWS; row++) this.space();
  }

  done(): Page {
    return this.page;
  }

  private row(cells: PageCell[]): void {
    const { columns, rows } = this.page;
    const lines = cells.reduce((most, { value, column, span, look }) => {
      if (typeof value !== 'string' || look === 'title') return most;
      const width = columns.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      return Math.max(most, linesIn(value, width));
    }, 1);
    rows.push({ cells, lines, breakBefore: false });
  }
}

const EMPTY: Styled = { value: null };
const PLAIN = { span: 1, format: 'text', align: 'left' } as const;

function styledOf(cell: TableCell): Styled {
  return typeof cell === 'object' ? (cell ?? EMPTY) : { value: cell };
}

function cellOf(
  { at, span = 1, format = 'text' }: TableColumn,
  value: string | number | null,
  look: PageLook,
): PageCell {
  return { column: at, span, value, format, look, align: format === 'text' ? 'left' : 'right' };
}
