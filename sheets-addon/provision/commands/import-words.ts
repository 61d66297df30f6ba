/** What an import would do, shown before it is done. */
import type { Translate } from '#core';
import { type Cell, dateOfSerial, type Format, timeOfSerial } from '#core/tracker/index.ts';
import type { ColumnMatch } from '../import/match-columns.ts';
import type { ImportPlan } from '../import/plan-import.ts';
import type { Source } from '../import/source.ts';
import { inLine } from './plain-lines.ts';

/** Rows that are shown of all. */
const SAMPLE = 3;
/** Numbers of rows that are named of many. */
const NAMED = 10;
export function sayImport(
  plan: ImportPlan,
  source: Source,
  matches: readonly ColumnMatch[],
  translate: Translate,
): string[] {
  const taken = matches.flatMap(({ header, column }) => (column ? [{ header, column }] : []));
  const left = matches.filter(({ header, column }) => !column && header !== '').map(({ header }) => header);
  const { sheet, sheets } = source;
  return [
    ...(sheet !== undefined && sheets.length > 1 ? [translate('provision.import-sheet', { sheet })] : []),
    ...taken.map(({ header, column }) =>
      translate('provision.import-column', { from: header, to: column.header }),
    ),
    ...(left.length > 0 ? [translate('provision.import-left', { columns: left.join(', ') })] : []),
    ...plan.unread.map(({ column, count, example, number }) =>
      translate(column.format.startsWith('date') ? 'provision.import-dates' : 'provision.import-numbers', {
        column: column.header,
        count,
        example,
        number,
      }),
    ),
    ...(plan.known.length > 0
      ? [translate('provision.import-known', { count: plan.known.length, rows: someOf(plan.known) })]
      : []),
    ...plan.rows
      .slice(0, SAMPLE)
      .map((row) =>
        taken.map(({ column }) => `${column.header}: ${cellText(row[column.id], column.format)}`).join(' · '),
      ),
    ...(plan.rows.length === 0 ? [translate('provision.import-nothing', { count: source.rows.length })] : []),
  ].map(inLine);
}

function cellText(cell: Cell | undefined, format: Format): string {
  if (cell === null || cell === undefined) return '–';
  if (typeof cell !== 'number') return String(cell);
  if (format === 'date-time') return String(timeOfSerial(cell));
  return format === 'date' ? dateOfSerial(Math.floor(cell)) : String(cell);
}

function someOf(numbers: readonly number[]): string {
  return numbers.slice(0, NAMED).join(', ') + (numbers.length > NAMED ? ', …' : '');
}
