/** Answers as a table for a terminal, as CSV, or as JSON. */
import { inLine } from '../commands/plain-lines.ts';
import { guarded } from '../tables/csv-guard.ts';
import type { Answer, Column } from './reports.ts';

const GAP = '  ';
const WIDEST = 40;
/** Characters that a terminal gives two places: of Chinese, Korean and Japanese, and their full-width signs. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

export function asTable(columns: readonly Column[], answers: readonly Answer[]): string[] {
  const rows = [
    columns.map(({ header }) => header),
    ...answers.map((answer) => columns.map(({ shown }) => cut(inLine(shown(answer))))),
  ];
  const widths = columns.map((_, place) => Math.max(...rows.map((row) => widthOf(row[place]!))));
  const lines = rows.map((row) =>
    row
      .map((cell, place) => padded(cell, widths[place]!, columns[place]!.isNumber))
      .join(GAP)
      .trimEnd(),
  );
  return [lines[0]!, widths.map((width) => '─'.repeat(width)).join(GAP), ...lines.slice(1)];
}

function padded(cell: string, width: number, atRight: boolean): string {
  const room = ' '.repeat(width - widthOf(cell));
  return atRight ? room + cell : cell + room;
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

function cut(text: string): string {
  if (widthOf(text) <= WIDEST) return text;
  let short = '';
  for (const character of text) {
    if (widthOf(short + character) >= WIDEST) break;
    short += character;
  }
  return `${short}…`;
}

export function asCsv(columns: readonly Column[], answers: readonly Answer[]): string[] {
  const field = (text: string) => `"${guarded(text).replaceAll('"', '""')}"`;
  return [
    columns.map(({ header }) => field(header)).join(','),
    ...answers.map((answer) => columns.map(({ shown }) => field(shown(answer))).join(',')),
  ];
}
