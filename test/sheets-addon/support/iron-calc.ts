/** IronCalc as a second engine: it works out the workbook's formulas and conditional formats by itself. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import {
  type Cell,
  describedPosition,
  firstRowOf,
  headerRowOf,
  highlightFormula,
  lastRowOf,
  notationFor,
  paintOf,
  type Row,
  type Tab,
  type TrackerRows,
  type Workbook,
  writeFormula,
} from '#core/tracker/index.ts';
import { stretches } from '../../../sheets-addon/provision/xlsx/worksheet.ts';
import type { ShownCell } from './office.ts';
import { plainGround } from './paint.ts';

initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm')) });

export interface IronBook {
  /** Everything that the engine can do to a workbook by hand; sheets by `sheetOf`, rows and columns from 1. */
  model: Model;
  sheetOf(tab: string): number;
  /** Cells as shown, by the titles of the description. */
  values(): Map<string, string[][]>;
  /** What is painted, in the order of the description's tabs. */
  painted(): ShownCell[][][];
}

export function openInIronCalc(workbook: Workbook, rows: TrackerRows): IronBook {
  const model = new Model('tracker', 'en', 'UTC', 'en');
  // It works cells out in the order of the sheets, and what one needs first, deep within it: the last tab is needed most.
  const tabs = workbook.tabs.toReversed();
  model.pauseEvaluation();
  for (const [sheet, tab] of tabs.entries()) {
    if (sheet > 0) model.newSheet();
    model.renameSheet(sheet, tab.title);
  }
  for (const [sheet, tab] of tabs.entries()) {
    const write = { model, sheet, workbook, tab };
    writeBand(write);
    writeTable(write, rows[tab.id] ?? tab.rows);
    addHighlights(write);
  }
  model.resumeEvaluation();
  model.evaluate();
  const sheetOf = (id: string) => tabs.findIndex((tab) => tab.id === id);
  return {
    model,
    sheetOf,
    values: () => new Map(tabs.map((tab, sheet) => [tab.title, shownOn(model, sheet, tab)])),
    painted: () => workbook.tabs.map((tab) => paintedOn(model, sheetOf(tab.id), tab)),
  };
}

interface Written {
  model: Model;
  sheet: number;
  workbook: Workbook;
  tab: Tab;
}

type Formula = Parameters<typeof writeFormula>[0];

function formulaIn({ workbook, tab }: Written): (formula: Formula, row: number) => string {
  const notation = notationFor(workbook, tab, {
    separator: ',',
    functionName: (name) => name,
    // A number in each row: a spilling formula makes the engine work out everything several times.
    sorted: (range) => `SMALL(${range},ROW()-${headerRowOf(tab)})`,
  });
  return (formula, row) => `=${writeFormula(formula, notation(row))}`;
}

function writeBand(write: Written): void {
  const { model, sheet, tab } = write;
  const formulaAt = formulaIn(write);
  for (const { row, column, content } of tab.band) {
    const at = describedPosition(tab, column) + 1;
    if ('formula' in content) model.setUserInput(sheet, row, at, formulaAt(content.formula, row));
    else if ('text' in content) type(write, row, at, content.text);
    else if ('number' in content) type(write, row, at, content.number);
  }
}

function writeTable(write: Written, rows: readonly Row[]): void {
  const { model, sheet, tab } = write;
  const formulaAt = formulaIn(write);
  for (const [index, { header, formula, id }] of tab.columns.entries()) {
    type(write, headerRowOf(tab), index + 1, header);
    for (let place = 0; place < tab.capacity; place++) {
      const row = firstRowOf(tab) + place;
      if (formula) model.setUserInput(sheet, row, index + 1, formulaAt(formula, row));
      else type(write, row, index + 1, rows[place]?.[id]);
    }
  }
}

function addHighlights(write: Written): void {
  const { model, sheet, tab } = write;
  const formulaAt = formulaIn(write);
  for (const highlight of tab.highlights) {
    const formula = formulaAt(highlightFormula(highlight), firstRowOf(tab));
    const format = { fill: { color: paintOf(highlight).ground } };
    for (const range of stretches(tab, highlight.columns)) {
      model.addConditionalFormatting(sheet, range, {
        type: 'Formula',
        formula,
        format,
        stop_if_true: false,
      });
    }
  }
}

/** A text is typed as a text, whatever it looks like. */
function type({ model, sheet }: Written, row: number, column: number, cell: Cell | undefined): void {
  if (cell === null || cell === undefined || cell === '') return;
  model.setUserInput(sheet, row, column, typeof cell === 'string' ? `'${cell}` : String(cell).toUpperCase());
}

function shownOn(model: Model, sheet: number, tab: Tab): string[][] {
  return cellsOf(tab, (row, column) => model.getFormattedCellValue(sheet, row, column));
}

function paintedOn(model: Model, sheet: number, tab: Tab): ShownCell[][] {
  return cellsOf(tab, (row, column) => {
    const { color } = model.getCellStyle(sheet, row, column).style.fill;
    const ground = typeof color === 'string' ? color.toLowerCase() : null;
    return {
      text: model.getFormattedCellValue(sheet, row, column),
      ground: ground ?? plainGround(tab, tab.columns[column - 1]!.id),
    };
  });
}

function cellsOf<T>(tab: Tab, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: lastRowOf(tab) }, (_, row) =>
    tab.columns.map((_column, column) => read(row + 1, column + 1)),
  );
}
