/** A range of a sheet. It computes nothing; formulas are kept as they were written. */
import { a1, EMPTY, type FakeCell, type FakeProtection, type FakeSheet, rowShifter } from './fake-sheet.ts';
import { gridMethods } from './page.ts';
import type { FakeCheck, World } from './world.ts';

export interface FakeRange {
  sheet: FakeSheet;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

const VALUE_TYPES = ['string', 'number', 'boolean'];
/** As a person who types it would have it read: a formula, a number, a date. */
const READ_AS_MORE = /^[=+]|^-?\d|^@/;

export function rangeModel(world: World, fake: FakeRange): object {
  const { sheet, row, column, rows, columns } = fake;
  sheet.checkArea(row, column, rows, columns);
  const each = (act: (cell: FakeCell, row: number, column: number) => void) => {
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) act(sheet.at(row + r, column + c), r, c);
  };
  const set =
    <K extends keyof FakeCell>(field: K) =>
    (value: FakeCell[K]) => {
      each((cell) => {
        cell[field] = value;
      });
      return model;
    };
  const sized = (grid: unknown[][]) => {
    if (grid.length !== rows || grid.some((line) => line.length !== columns)) {
      throw new Error(`The data has ${grid.length} rows, the range ${rows}, or their columns differ`);
    }
  };
  const model: object = world.strict('Range', {
    fake,
    ...gridMethods(fake),
    getValue: () => sheet.at(row, column).value,
    setValue: (value: unknown) => {
      each((cell) => writeValue(sheet, cell, value));
      return model;
    },
    setVerticalAlignment: (_side: string) => undefined,
    clear: () =>
      each((cell) => Object.assign(cell, { ...EMPTY, note: cell.note, validation: cell.validation })),
    clearNote: () => each((cell) => Object.assign(cell, { note: '' })),
    breakApart: () => sheet.merged.clear(),
    mergeAcross: () => {
      for (let r = 0; r < rows; r++) {
        const name = a1(row + r, column, 1, columns);
        if (sheet.merged.has(name)) throw new Error(`${name} is merged already`);
        sheet.merged.add(name);
      }
    },
    getSheet: () => world.sheetModel(sheet),
    getRow: () => row,
    getColumn: () => column,
    getNumRows: () => rows,
    getNumColumns: () => columns,
    getFormulas: () =>
      Array.from({ length: rows }, (_, r) =>
        Array.from({ length: columns }, (__, c) => sheet.at(row + r, column + c).formula),
      ),
    getValues: () =>
      Array.from({ length: rows }, (_, r) =>
        Array.from({ length: columns }, (__, c) => sheet.at(row + r, column + c).value),
      ),
    setValues: (grid: unknown[][]) => {
      sized(grid);
      each((cell, r, c) => writeValue(sheet, cell, grid[r]![c]));
    },
    setFormulas: (grid: string[][]) => {
      sized(grid);
      each((cell, r, c) => {
        if (!grid[r]![c]!.startsWith('=')) throw new Error(`Not a formula: ${grid[r]![c]}`);
        sheet.writes++;
        cell.formula = grid[r]![c]!;
        cell.value = '';
      });
    },
    copyTo: ({ fake: to }: { fake: FakeRange }, type: unknown, transposed: boolean) => {
      if (type !== 'PASTE_FORMULA' || transposed) throw new Error('The stand-in copies formulas only');
      if (rows !== 1) throw new Error('The stand-in copies one row downwards only');
      for (let c = 0; c < to.columns; c++) {
        const shifted = rowShifter(sheet.at(row, column + (c % columns)).formula);
        for (let r = 0; r < to.rows; r++) {
          const cell = to.sheet.at(to.row + r, to.column + c);
          cell.formula = shifted(to.row + r - row);
          cell.value = '';
          sheet.writes++;
        }
      }
    },
    setDataValidation: ({ check }: { check: FakeCheck }) => {
      set('validation')(check);
    },
    getDataValidations: () =>
      Array.from({ length: rows }, (_, r) =>
        Array.from({ length: columns }, (__, c) => {
          const check = sheet.at(row + r, column + c).validation as FakeCheck | null;
          return check === null ? null : world.validationModel(check);
        }),
      ),
    setDataValidations: (grid: ({ check: FakeCheck } | null)[][]) => {
      sized(grid);
      each((cell, r, c) => {
        cell.validation = grid[r]![c]?.check ?? null;
      });
    },
    setNumberFormat: set('format'),
    setBackground: set('ground'),
    setFontColor: set('ink'),
    setFontWeight: set('weight'),
    setFontSize: (_size: number) => undefined,
    setWrap: (_wrap: boolean) => undefined,
    setNote: set('note'),
    activate: () => {
      world.shown = `${sheet.name}!${a1(row, column, rows, columns)}`;
    },
    createFilter: () => {
      if (sheet.filter !== null) throw new Error('The sheet already has a filter');
      sheet.filter = a1(row, column, rows, columns);
    },
    getA1Notation: () => a1(row, column, rows, columns),
    protect: () => {
      const protection = { range: a1(row, column, rows, columns), description: '', isWarning: false };
      sheet.protections.push(protection);
      return protectionModel(world, sheet, protection);
    },
    addDeveloperMetadata: (key: string, value: string, _visibility: unknown) => {
      if (row !== 1 || rows !== sheet.rows || columns !== 1) {
        throw new Error('Metadata goes to a whole column only');
      }
      world.metadata.push({ key, value, sheet, column });
    },
  });
  return model;
}

export function protectionModel(world: World, sheet: FakeSheet, protection: FakeProtection): object {
  const model: object = world.strict('Protection', {
    getDescription: () => protection.description,
    isWarningOnly: () => protection.isWarning,
    canEdit: () => protection.isLocked !== true,
    getRange: () => rangeModel(world, rangeCalled(sheet, protection.range)),
    getUnprotectedRanges: () =>
      (protection.open ?? []).map((range) => rangeModel(world, rangeCalled(sheet, range))),
    remove: () => {
      sheet.protections.splice(sheet.protections.indexOf(protection), 1);
    },
    setDescription: (text: string) => {
      protection.description = text;
      return model;
    },
    setWarningOnly: (isWarning: boolean) => {
      protection.isWarning = isWarning;
      return model;
    },
  });
  return model;
}

/** `B2:C9`, or `B2` */
function rangeCalled(sheet: FakeSheet, name: string): FakeRange {
  const [from, to = from] = name.split(':').map((corner) => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(corner)!;
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return { row: Number(row), column };
  }) as [Corner, Corner?];
  return { sheet, ...from, rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
}

type Corner = Pick<FakeRange, 'row' | 'column'>;

export function nameRange({ names }: World) {
  return (name: string, { fake: { sheet, row, column, rows, columns } }: { fake: FakeRange }) => {
    names.set(name, `${sheet.name}!${a1(row, column, rows, columns)}`);
  };
}

/** A leading apostrophe keeps a text what it is; Sheets takes it off. */
function writeValue(sheet: FakeSheet, cell: FakeCell, value: unknown): void {
  if (!VALUE_TYPES.includes(typeof value)) throw new Error(`setValues cannot take ${String(value)}`);
  sheet.writes++;
  cell.formula = '';
  if (typeof value === 'string' && value.startsWith("'")) cell.value = value.slice(1);
  else if (typeof value === 'string' && READ_AS_MORE.test(value)) {
    cell.formula = value;
    cell.value = `read as more than text: ${value}`;
  } else cell.value = value;
}
