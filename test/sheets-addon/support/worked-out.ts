/** What stands in a spreadsheet of a stand-in, worked out by IronCalc: what whoever opens it at Google sees. */
import { Model } from '@ironcalc/wasm';
import './iron-calc.ts';

export interface StandingCell {
  row: number;
  column: number;
  /** As it was typed in English; a text that looks like one is none. */
  formula?: string | undefined;
  value?: unknown;
}

export interface StandingSheet {
  title: string;
  /** Rows and columns from 1. */
  cells: readonly StandingCell[];
}

const SORTED = /^=SORT\((?:'?[^'!]+'?!)?\$[A-Z]+\$\d+:\$[A-Z]+\$(\d+)\)$/;

/** What a cell of a sheet shows; rows and columns from 1. */
export type Shown = (title: string, row: number, column: number) => string;

export function workedOut(sheets: readonly StandingSheet[]): Shown {
  const model = new Model('tracker', 'en', 'UTC', 'en');
  // The tabs that are needed most stand last, and the engine goes deep from the first.
  const ordered = sheets.toReversed();
  model.pauseEvaluation();
  for (const [sheet, { title }] of ordered.entries()) {
    if (sheet > 0) model.newSheet();
    model.renameSheet(sheet, title);
  }
  for (const [sheet, { cells }] of ordered.entries()) {
    for (const { row, column, formula, value } of cells) {
      if (formula) typeFormula(model, { sheet, row, column }, formula.replaceAll(';', ','));
      else if (value !== undefined && value !== null && value !== '') {
        const text = typeof value === 'string' ? `'${value}` : String(value).toUpperCase();
        model.setUserInput(sheet, row, column, text);
      }
    }
  }
  model.resumeEvaluation();
  model.evaluate();
  return (title, row, column) =>
    model.getFormattedCellValue(
      ordered.findIndex((sheet) => sheet.title === title),
      row,
      column,
    );
}

/** A spilling formula makes the engine work out everything several times: a number in each row instead. */
function typeFormula(
  model: Model,
  { sheet, row, column }: { sheet: number; row: number; column: number },
  formula: string,
): void {
  const last = SORTED.exec(formula)?.[1];
  if (last === undefined) {
    model.setUserInput(sheet, row, column, formula);
    return;
  }
  const range = formula.slice('=SORT('.length, -1);
  const [, first] = /\$(\d+):/.exec(range)!;
  for (let at = row; at <= row + Number(last) - Number(first); at++) {
    model.setUserInput(sheet, at, column, `=SMALL(${range},ROW()-${row - 1})`);
  }
}
