/**
 * A stand-in for SpreadsheetApp, strict: what it does not model throws, what lies outside the grid throws, and
 * every call is counted. It computes nothing; formulas are kept as they were written.
 */
import { a1, type FakeCell, type FakeRule, FakeSheet, shiftRows } from './fake-sheet.ts';

export interface StandIn {
  calls: Map<string, number>;
  sheets: FakeSheet[];
  names: Map<string, string>;
  alerts: { title: string; text: string }[];
  menus: { title: string; items: [label: string, call: string][] }[];
  globals: Record<string, unknown>;
}

interface Metadata {
  key: string;
  value: string;
  sheet: FakeSheet;
  /** Position from 1 of the column it is bound to; it moves with the column. */
  column: number | null;
}

const VALUE_TYPES = ['string', 'number', 'boolean'];
/** As a person who types it would have it read: a formula, a number, a date. */
const READ_AS_MORE = /^[=+]|^-?\d|^@/;

export function standIn({ zone = 'Etc/UTC', locale = 'en' } = {}): StandIn {
  const calls = new Map<string, number>();
  const world: StandIn = { calls, sheets: [], names: new Map(), alerts: [], menus: [], globals: {} };
  const strict = <T extends object>(kind: string, model: T): T =>
    new Proxy(model, {
      get(target, name, receiver) {
        if (typeof name === 'symbol' || name === 'toJSON' || name === 'then')
          return Reflect.get(target, name, receiver);
        if (!(name in target)) throw new Error(`The stand-in does not model ${kind}.${name}`);
        const member = Reflect.get(target, name, receiver) as unknown;
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => {
          calls.set(`${kind}.${name}`, (calls.get(`${kind}.${name}`) ?? 0) + 1);
          return (member as (...given: unknown[]) => unknown).apply(target, args);
        };
      },
      set(_, name) {
        throw new Error(`The stand-in does not model setting ${kind}.${String(name)}`);
      },
    });

  const metadata: Metadata[] = [];
  const finder = (within: FakeSheet | null) => {
    let wanted = '';
    const model: object = strict('DeveloperMetadataFinder', {
      withKey(key: string) {
        wanted = key;
        return model;
      },
      find: () =>
        metadata
          .filter(({ key, sheet }) => key === wanted && (within === null || within === sheet))
          .map((entry) =>
            strict('DeveloperMetadata', {
              getValue: () => entry.value,
              getLocation: () =>
                strict('DeveloperMetadataLocation', {
                  getSheet: () => (entry.column === null ? sheetModel(entry.sheet) : null),
                  getColumn: () =>
                    entry.column === null
                      ? null
                      : rangeModel(entry.sheet, 1, entry.column, entry.sheet.rows, 1),
                }),
            }),
          ),
    });
    return model;
  };

  const builder = (
    kind: string,
    record: Record<string, unknown>,
    setters: readonly string[],
    build: () => unknown,
  ) => {
    const model: object = strict(kind, {
      ...Object.fromEntries(
        setters.map((name) => [
          name,
          (...args: unknown[]) => {
            record[name] = args;
            return model;
          },
        ]),
      ),
      build,
    });
    return model;
  };

  const ruleModel = (rule: FakeRule): object =>
    strict('ConditionalFormatRule', {
      fake: rule,
      getBooleanCondition: () => strict('BooleanCondition', { getCriteriaValues: () => [rule.formula] }),
    });

  function sheetModel(sheet: FakeSheet): object {
    return strict('Sheet', {
      fake: sheet,
      getName: () => sheet.name,
      getMaxRows: () => sheet.rows,
      getMaxColumns: () => sheet.columns,
      insertRowsAfter: (_after: number, count: number) => sheet.addRows(count),
      insertColumnsAfter: (_after: number, count: number) => sheet.addColumns(count),
      getRange: (row: number, column: number, rows = 1, columns = 1) =>
        rangeModel(sheet, row, column, rows, columns),
      addDeveloperMetadata: (key: string, value: string, _visibility: unknown) => {
        metadata.push({ key, value, sheet, column: null });
      },
      createDeveloperMetadataFinder: () => finder(sheet),
      getConditionalFormatRules: () => sheet.rules.map(ruleModel),
      setConditionalFormatRules: (rules: { fake: FakeRule }[]) => {
        sheet.rules = rules.map(({ fake }) => fake);
      },
      setFrozenRows: (count: number) => {
        sheet.frozenRows = count;
      },
      setFrozenColumns: (_count: number) => undefined,
      getFilter: () => (sheet.filter === null ? null : strict('Filter', {})),
      setColumnWidth: (column: number, _pixels: number) => sheet.checkColumn(column),
      hideColumns: (column: number, count: number) => {
        for (let index = column; index < column + count; index++) sheet.hidden.add(index);
      },
      hideSheet: () => {
        sheet.isHidden = true;
      },
      setTabColor: (_colour: string) => undefined,
    });
  }

  function rangeModel(sheet: FakeSheet, row: number, column: number, rows: number, columns: number): object {
    sheet.checkArea(row, column, rows, columns);
    const each = (act: (cell: FakeCell, row: number, column: number) => void) => {
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < columns; c++) act(sheet.at(row + r, column + c), r, c);
    };
    const sized = (grid: unknown[][]) => {
      if (grid.length !== rows || grid.some((line) => line.length !== columns)) {
        throw new Error(`The data has ${grid.length} rows, the range ${rows}, or their columns differ`);
      }
    };
    return strict('Range', {
      fake: { sheet, a1: a1(row, column, rows, columns), row, column, rows, columns },
      getColumn: () => column,
      getValues: () =>
        Array.from({ length: rows }, (_, r) =>
          Array.from({ length: columns }, (__, c) => sheet.at(row + r, column + c).value),
        ),
      setValues: (grid: unknown[][]) => {
        sized(grid);
        each((cell, r, c) => {
          const value = grid[r]![c];
          if (!VALUE_TYPES.includes(typeof value)) throw new Error(`setValues cannot take ${String(value)}`);
          sheet.writes++;
          cell.formula = '';
          if (typeof value === 'string' && value.startsWith("'")) cell.value = value.slice(1);
          else if (typeof value === 'string' && READ_AS_MORE.test(value)) {
            cell.formula = value;
            cell.value = `read as more than text: ${value}`;
          } else cell.value = value;
        });
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
      copyTo: (
        target: { fake: { sheet: FakeSheet; row: number; column: number; rows: number; columns: number } },
        type: unknown,
        transposed: boolean,
      ) => {
        if (type !== 'PASTE_FORMULA' || transposed) throw new Error('The stand-in copies formulas only');
        const to = target.fake;
        for (let r = 0; r < to.rows; r++)
          for (let c = 0; c < to.columns; c++) {
            const from = sheet.at(row + (r % rows), column + (c % columns));
            const cell = to.sheet.at(to.row + r, to.column + c);
            cell.formula = shiftRows(from.formula, to.row + r - (row + (r % rows)));
            cell.value = '';
            sheet.writes++;
          }
      },
      setDataValidation: (rule: unknown) =>
        each((cell) => {
          cell.validation = rule;
        }),
      setNumberFormat: (format: string) =>
        each((cell) => {
          cell.format = format;
        }),
      setBackground: (_colour: string) => undefined,
      setFontColor: (_colour: string) => undefined,
      setFontWeight: (_weight: string) => undefined,
      setFontSize: (_size: number) => undefined,
      setWrap: (_wrap: boolean) => undefined,
      setNote: (note: string) =>
        each((cell) => {
          cell.note = note;
        }),
      createFilter: () => {
        if (sheet.filter !== null) throw new Error('The sheet already has a filter');
        sheet.filter = a1(row, column, rows, columns);
      },
      addDeveloperMetadata: (key: string, value: string, _visibility: unknown) => {
        if (row !== 1 || rows !== sheet.rows || columns !== 1) {
          throw new Error('Metadata goes to a whole column only');
        }
        metadata.push({ key, value, sheet, column });
      },
    });
  }

  const spreadsheet = strict('Spreadsheet', {
    getSpreadsheetTimeZone: () => zone,
    getSheetByName: (name: string) => {
      const sheet = world.sheets.find((candidate) => candidate.name === name);
      return sheet ? sheetModel(sheet) : null;
    },
    insertSheet: (name: string, index: number) => {
      if (world.sheets.some((sheet) => sheet.name === name))
        throw new Error(`There is a sheet ${name} already`);
      const sheet = new FakeSheet(name, (from) => {
        for (const entry of metadata) {
          if (entry.sheet !== sheet || entry.column === null) continue;
          entry.column = from(entry.column);
        }
        for (let at = metadata.length - 1; at >= 0; at--) {
          if (metadata[at]!.sheet === sheet && metadata[at]!.column === 0) metadata.splice(at, 1);
        }
      });
      world.sheets.splice(index, 0, sheet);
      return sheetModel(sheet);
    },
    setNamedRange: (name: string, range: { fake: { sheet: FakeSheet; a1: string } }) => {
      world.names.set(name, `${range.fake.sheet.name}!${range.fake.a1}`);
    },
    createDeveloperMetadataFinder: () => finder(null),
  });

  const newRule = () => {
    const record: Record<string, unknown[]> = {};
    return builder(
      'ConditionalFormatRuleBuilder',
      record,
      ['whenFormulaSatisfied', 'setBackground', 'setFontColor', 'setBold', 'setRanges'],
      () =>
        ruleModel({
          formula: String(record.whenFormulaSatisfied![0]),
          background: String(record.setBackground![0]),
          ranges: (record.setRanges![0] as { fake: { a1: string } }[]).map(({ fake }) => fake.a1),
        }),
    );
  };
  const newValidation = () => {
    const record: Record<string, unknown[]> = {};
    return builder(
      'DataValidationBuilder',
      record,
      [
        'requireValueInRange',
        'requireDate',
        'requireNumberGreaterThanOrEqualTo',
        'setAllowInvalid',
        'setHelpText',
      ],
      () => record,
    );
  };

  world.globals = {
    SpreadsheetApp: strict('SpreadsheetApp', {
      getActiveSpreadsheet: () => spreadsheet,
      flush: () => undefined,
      newConditionalFormatRule: newRule,
      newDataValidation: newValidation,
      CopyPasteType: { PASTE_FORMULA: 'PASTE_FORMULA' },
      DeveloperMetadataVisibility: { DOCUMENT: 'DOCUMENT' },
      getUi: () =>
        strict('Ui', {
          ButtonSet: { OK: 'OK' },
          alert: (title: string, text: string, _buttons: unknown) => {
            world.alerts.push({ title, text });
          },
          createMenu: (title: string) => {
            const items: [string, string][] = [];
            const menu: object = strict('Menu', {
              addItem: (label: string, call: string) => {
                items.push([label, call]);
                return menu;
              },
              addToUi: () => {
                world.menus.push({ title, items });
              },
            });
            return menu;
          },
        }),
    }),
    Session: strict('Session', { getActiveUserLocale: () => locale }),
  };
  return world;
}
