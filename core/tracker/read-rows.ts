/** Reads the rows of a tab cell by cell, and keeps what cannot be read with its place. */
import { type Problem, problem } from '../problem.ts';
import type { Cell, Row, TrackerRows } from './rows.ts';
import { isUsed, placeIn, readDate, readHours, readTime, readYesNo, textOf } from './verdict/read-cell.ts';

/** Row 1 is the header. */
const FIRST_ROW = 2;
const SEPARATOR = ';';

/** Of a cell's text, in a message. */
const MOST_SHOWN = 100;

type Kind = 'date' | 'hours' | 'list' | 'missing';

/** Reads one tab's rows: what is wrong is collected, and the reader goes on. */
export class Reader {
  readonly problems: Problem[] = [];
  constructor(
    private readonly rows: TrackerRows,
    private readonly tab: string,
  ) {}

  /** Rows in which anything is typed, each with what reads its cells. */
  each<T>(typed: readonly string[], read: (row: RowReader) => T | null): T[] {
    return (this.rows[this.tab] ?? []).flatMap((row, index) => {
      if (!isUsed(row, typed)) return [];
      const found = read(new RowReader(row, index + FIRST_ROW, this));
      return found === null ? [] : [found];
    });
  }

  wrong(row: number, column: string, cell: Cell | undefined, kind: Kind): void {
    this.problems.push(
      problem(`cell-${kind}`, [], { tab: this.tab, row, column, text: textOf(cell).slice(0, MOST_SHOWN) }),
    );
  }

  /** The id behind what a dropdown shows. */
  listed(list: string, shown: string): string | undefined {
    const entries = this.rows.lists ?? [];
    const at = placeIn(
      entries.map((entry) => textOf(entry[list])),
      shown,
    );
    return at < 0 ? undefined : textOf(entries[at]![`${list}Id`]);
  }
}

export class RowReader {
  constructor(
    readonly row: Row,
    private readonly place: number,
    private readonly reader: Reader,
  ) {}

  text(column: string): string | undefined {
    return textOf(this.row[column]) || undefined;
  }

  needed(column: string): string {
    const text = this.text(column);
    if (text === undefined) this.reader.wrong(this.place, column, null, 'missing');
    return text ?? '';
  }

  date(column: string): string | undefined {
    const read = readDate(this.row[column]);
    if (read === 'unreadable') this.reader.wrong(this.place, column, this.row[column], 'date');
    return typeof read === 'object' ? read.date : undefined;
  }

  /** An instant as ISO text; where none is typed, the beginning of a day in Greenwich. */
  instant(column: string, dayColumn: string): string {
    const text = this.text(column);
    const date = text === undefined ? this.date(dayColumn) : undefined;
    const atMs = Date.parse(text ?? `${date}T00:00:00Z`);
    if (Number.isFinite(atMs)) return new Date(atMs).toISOString();
    this.reader.wrong(this.place, column, this.row[column], text === undefined ? 'missing' : 'date');
    return '';
  }

  /** A date with its time, as whole seconds of the spreadsheet's own counting. */
  seconds(column: string): number | undefined {
    const read = readTime(this.row[column]);
    if (read === 'unreadable') this.reader.wrong(this.place, column, this.row[column], 'date');
    return typeof read === 'object' ? read.seconds : undefined;
  }

  hours(column: string): number {
    const read = readHours(this.row[column]);
    if (typeof read === 'object') return read.hours;
    this.reader.wrong(this.place, column, this.row[column], read === 'blank' ? 'missing' : 'hours');
    return 0;
  }

  /** `undefined` where it is not said, or said not to be. */
  yes(column: string): true | undefined {
    const read = readYesNo(this.row[column]);
    if (read === 'unreadable') this.unlisted(column);
    return read === true || undefined;
  }

  listed(column: string, list: string): string | undefined {
    const shown = this.text(column);
    if (shown === undefined) return undefined;
    const id = this.reader.listed(list, shown);
    if (id === undefined) this.reader.wrong(this.place, column, shown, 'list');
    return id;
  }

  /** What is typed is not among what it refers to. */
  unlisted(column: string): void {
    this.reader.wrong(this.place, column, this.row[column], 'list');
  }

  several(column: string): string[] | undefined {
    const names = (this.text(column) ?? '')
      .split(SEPARATOR)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    return names.length === 0 ? undefined : names;
  }
}
