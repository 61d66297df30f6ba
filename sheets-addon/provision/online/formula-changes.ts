/** Formulas that are missing or were typed over: in the table, and above it. */
import { firstRowOf, type Notation, notationFor, writeFormula } from '#core/tracker/index.ts';
import { rowText } from '../row-text.ts';
import { formulaCell, grid, writeRows } from './cells.ts';
import type { Change } from './change.ts';
import type { PlacedTab } from './placed.ts';
import { rowRuns } from './runs.ts';
import { isSameFormula, plainFormula } from './same-formula.ts';

/** Semicolons part arguments in every locale of Sheets, and function names are understood in English. */
export function notationOf(placed: readonly PlacedTab[], entry: PlacedTab): (row: number) => Notation {
  const positions = new Map(placed.map(({ tab, positions: own }) => [tab.id, own]));
  const workbook = { tabs: placed.map(({ tab }) => tab) };
  return notationFor(workbook, entry.tab, {
    separator: ';',
    functionName: (name) => name,
    position: (owner, column) => positions.get(owner.id)!.get(column)!,
  });
}

export function formulaChanges(entry: PlacedTab, notation: (row: number) => Notation): Change[] {
  const { tab, sheetId, positions, cells } = entry;
  const first = firstRowOf(tab);
  return tab.columns.flatMap((column): Change[] => {
    const { formula } = column;
    if (!formula) return [];
    const position = positions.get(column.id)!;
    const inRow = (row: number) => `=${writeFormula(formula, notation(row))}`;
    const [written, plain] = [rowText(inRow), rowText((row) => plainFormula(inRow(row)))];
    // What a spilling formula fills is nobody's to write.
    const rows = Array.from({ length: column.spills ? 1 : tab.capacity }, (_, place) => first + place);
    const wrong = rows.filter((row) => {
      const standing = cells[row - 1]?.[position];
      if (typeof standing !== 'string') return true;
      return standing !== written(row) && plainFormula(standing) !== plain(row);
    });
    if (wrong.length === 0) return [];
    return [
      {
        says: 'provision.change-formula',
        values: { tab: tab.title, column: column.header, count: wrong.length },
        // A formula that is repeated downwards takes its references along.
        requests: rowRuns(wrong).map((run) => ({
          repeatCell: {
            range: grid(sheetId, run.first - 1, position, run.count, 1),
            cell: formulaCell(written(run.first).slice(1)),
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
