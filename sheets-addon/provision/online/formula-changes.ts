/** Formulas that are missing or were typed over: in the table, and above it. */
import { firstRowOf, type Notation, notationFor, type Workbook, writeFormula } from '#core/tracker/index.ts';
import { formulaCell, grid, writeRows } from './cells.ts';
import type { Change } from './change.ts';
import type { PlacedTab } from './placed.ts';
import { rowRuns } from './runs.ts';
import { isSameFormula } from './same-formula.ts';

/** Semicolons part arguments in every locale of Sheets, and function names are understood in English. */
export function notationOf(placed: readonly PlacedTab[], entry: PlacedTab): (row: number) => Notation {
  const positions = new Map(placed.map(({ tab, positions: own }) => [tab.id, own]));
  const workbook: Workbook = { language: '', tabs: placed.map(({ tab }) => tab) };
  return notationFor(workbook, entry.tab, {
    separator: ';',
    functionName: (name) => name,
    position: (owner, column) => positions.get(owner.id)!.get(column)!,
  });
}

export function formulaChanges(entry: PlacedTab, notation: (row: number) => Notation): Change[] {
  const { tab, sheetId, positions, cells } = entry;
  const first = firstRowOf(tab);
  const notations = Array.from({ length: tab.capacity }, (_, place) => notation(first + place));
  return tab.columns.flatMap((column): Change[] => {
    if (!column.formula) return [];
    const position = positions.get(column.id)!;
    const own = column.spills ? notations.slice(0, 1) : notations;
    const wanted = own.map((forRow) => `=${writeFormula(column.formula!, forRow)}`);
    const wrong = wanted.flatMap((formula, place) =>
      isSameFormula(cells[first - 1 + place]?.[position], formula) ? [] : [place],
    );
    if (wrong.length === 0) return [];
    return [
      {
        says: 'provision.change-formula',
        values: { tab: tab.title, column: column.header, count: wrong.length },
        // A formula that is repeated downwards takes its references along.
        requests: rowRuns(wrong).map((run) => ({
          repeatCell: {
            range: grid(sheetId, first - 1 + run.first, position, run.count, 1),
            cell: formulaCell(wanted[run.first]!.slice(1)),
            fields: 'userEnteredValue',
          },
        })),
      },
    ];
  });
}

/** What stands above the table and may have been changed by people stays: the day looked at, the share warned from. */
export function bandFormulaChanges(entry: PlacedTab, notation: (row: number) => Notation): Change[] {
  const { tab, sheetId, positions, cells, isNew } = entry;
  const requests = tab.band.flatMap(({ row, column, content, look }) => {
    if (!('formula' in content) || (look === 'input' && !isNew)) return [];
    const position = positions.get(column)!;
    const formula = writeFormula(content.formula, notation(row));
    if (isSameFormula(cells[row - 1]?.[position], `=${formula}`)) return [];
    return [writeRows(sheetId, row - 1, position, [[formulaCell(formula)]])];
  });
  if (requests.length === 0) return [];
  return [{ says: 'provision.change-band', values: { tab: tab.title, count: requests.length }, requests }];
}
