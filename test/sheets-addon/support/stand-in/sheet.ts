/** A sheet as a script sees it. */
import type { FakeRule, FakeSheet } from './fake-sheet.ts';
import { finderModel } from './metadata.ts';
import { chartMethods } from './page.ts';
import { nameRange, protectionModel, rangeModel } from './range.ts';
import { insertRows } from './shift-rows.ts';
import type { World } from './world.ts';

export function ruleModel({ strict }: World, rule: FakeRule): object {
  return strict('ConditionalFormatRule', {
    fake: rule,
    getBooleanCondition: () => strict('BooleanCondition', { getCriteriaValues: () => [rule.formula] }),
  });
}

/** A tab that is protected as a whole gets and loses no rows or columns, whatever parts of it are open. */
function checkShape({ protections }: FakeSheet): void {
  if (protections.some(({ isOfSheet, isLocked }) => isOfSheet && isLocked)) {
    throw new Error('You are trying to edit a protected cell or object.');
  }
}

export function sheetModel(world: World, sheet: FakeSheet): object {
  return world.strict('Sheet', {
    fake: sheet,
    getName: () => sheet.name,
    getMaxRows: () => sheet.rows,
    getLastRow: () => sheet.lastUsed(0),
    getLastColumn: () => sheet.lastUsed(1),
    getMaxColumns: () => sheet.columns,
    insertRowsAfter: (_after: number, count: number) => {
      checkShape(sheet);
      sheet.addRows(count);
    },
    insertRowsBefore: (row: number, count: number) => {
      checkShape(sheet);
      sheet.checkArea(row, 1, 1, 1);
      insertRows(world, sheet, row, count);
    },
    insertColumnsAfter: (_after: number, count: number) => {
      checkShape(sheet);
      sheet.addColumns(count);
    },
    deleteColumn: (column: number) => {
      checkShape(sheet);
      sheet.checkColumn(column);
      if (sheet.columns === 1) throw new Error('You cannot delete all the columns of a sheet.');
      sheet.deleteColumn(column);
    },
    getRange: (row: number, column: number, rows = 1, columns = 1) =>
      rangeModel(world, { sheet, row, column, rows, columns }),
    addDeveloperMetadata: (key: string, value: string, _visibility: unknown) => {
      world.metadata.push({ key, value, sheet, column: null });
    },
    createDeveloperMetadataFinder: () => finderModel(world, sheet),
    getConditionalFormatRules: () => sheet.rules.map((rule) => ruleModel(world, rule)),
    setConditionalFormatRules: (rules: { fake: FakeRule }[]) => {
      sheet.rules = rules.map(({ fake }) => fake);
    },
    getProtections: (type: string) => {
      if (!['RANGE', 'SHEET'].includes(type)) throw new Error(`No kind of protection: ${type}`);
      const own = sheet.protections.filter(({ isOfSheet = false }) => isOfSheet === (type === 'SHEET'));
      return own.map((protection) => protectionModel(world, sheet, protection));
    },
    setFrozenRows: (count: number) => {
      sheet.frozenRows = count;
    },
    setFrozenColumns: (count: number) => {
      sheet.frozenColumns = count;
    },
    getFilter: () => (sheet.filter === null ? null : world.strict('Filter', {})),
    setColumnWidth: (column: number, _pixels: number) => sheet.checkColumn(column),
    hideColumns: (column: number, count: number) => {
      for (let index = column; index < column + count; index++) sheet.hidden.add(index);
    },
    hideSheet: () => {
      sheet.isHidden = true;
    },
    setTabColor: (_colour: string) => undefined,
    setRowHeightsForced: (row: number, count: number, _pixels: number) => sheet.checkArea(row, 1, count, 1),
    setHiddenGridlines: (hidden: boolean) => {
      sheet.showsGridlines = !hidden;
    },
    activate: () => {
      world.shown = sheet.name;
    },
    getParent: () =>
      world.strict('Spreadsheet', {
        setNamedRange: nameRange(world),
        createDeveloperMetadataFinder: () => finderModel(world, null),
      }),
    ...chartMethods(world, sheet),
  });
}
