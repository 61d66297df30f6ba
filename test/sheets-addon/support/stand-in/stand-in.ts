/**
 * A stand-in for Apps Script's services, strict: what it does not model throws, what lies outside the grid
 * throws, and every call is counted.
 */
import { a1, type FakeRule, FakeSheet } from './fake-sheet.ts';
import { finderModel } from './metadata.ts';
import { type FakeRange, nameRange, rangeModel } from './range.ts';
import { ruleModel, sheetModel } from './sheet.ts';
import { builder, fetched } from './strict.ts';
import { mailAppModel, scriptAppModel } from './triggers.ts';
import { type FakeCheck, World } from './world.ts';

export interface StandInOptions {
  /** The spreadsheet's own zone. */
  zone?: string;
  /** The user's language, as Google gives it; another user may have another. */
  locale?: string;
}

export function standIn({ zone = 'Etc/UTC', locale = 'en' }: StandInOptions = {}): World {
  const world = new World(locale, zone);
  const { strict } = world;
  world.sheetModel = (sheet) => sheetModel(world, sheet);
  world.validationModel = (check) => validationModel(world, check);
  const spreadsheet = spreadsheetModel(world);
  world.globals = {
    SpreadsheetApp: strict('SpreadsheetApp', {
      getActiveSpreadsheet: () => spreadsheet,
      flush: () => undefined,
      newConditionalFormatRule: () => highlightBuilder(world),
      newDataValidation: () => validationBuilder(world),
      CopyPasteType: { PASTE_FORMULA: 'PASTE_FORMULA' },
      DataValidationCriteria: { VALUE_IN_RANGE: CRITERIA.requireValueInRange },
      ProtectionType: { RANGE: 'RANGE', SHEET: 'SHEET' },
      DeveloperMetadataVisibility: { DOCUMENT: 'DOCUMENT' },
      getUi: () => uiModel(world),
    }),
    Charts: strict('Charts', { ChartType: { BAR: 'BAR', COMBO: 'COMBO' } }),
    LockService: strict('LockService', {
      getDocumentLock: () =>
        strict('Lock', {
          tryLock: (_forMs: number) => {
            if (world.lockedByOthers || world.locked) return false;
            world.locked = true;
            return true;
          },
          releaseLock: () => {
            world.locked = false;
          },
        }),
    }),
    HtmlService: strict('HtmlService', {
      createHtmlOutputFromFile: (file: string) => {
        const page = { file, title: '' };
        const model: object = strict('HtmlOutput', {
          page,
          setTitle: (title: string) => {
            page.title = title;
            return model;
          },
        });
        return model;
      },
    }),
    PropertiesService: strict('PropertiesService', { getDocumentProperties: () => propertiesModel(world) }),
    MailApp: mailAppModel(world),
    ScriptApp: scriptAppModel(world),
    Session: strict('Session', { getActiveUserLocale: () => world.locale }),
  };
  return world;
}

/** A value is text of at most 9 kB, as at Google. */
function propertiesModel({ strict, properties }: World): object {
  return strict('Properties', {
    getProperty: (key: string) => properties.get(key) ?? null,
    setProperty: (key: string, value: string) => {
      if (typeof value !== 'string' || value.length > 9_000) throw new Error('Argument too large: value');
      properties.set(key, value);
    },
    deleteProperty: (key: string) => {
      properties.delete(key);
    },
  });
}

function spreadsheetModel(world: World): object {
  return world.strict('Spreadsheet', {
    getName: () => 'Our tracker',
    getUrl: () => world.url,
    getSpreadsheetTimeZone: () => world.zone,
    setSpreadsheetTimeZone: (zone: string) => {
      world.zone = zone;
    },
    getSheets: () => world.sheets.map((sheet) => sheetModel(world, sheet)),
    getSheetByName: (name: string) => {
      const sheet = world.sheets.find((candidate) => candidate.name === name);
      return sheet ? sheetModel(world, sheet) : null;
    },
    insertSheet: (name: string, index: number) => {
      if (world.sheets.some((sheet) => sheet.name === name))
        throw new Error(`There is a sheet ${name} already`);
      const sheet = new FakeSheet(name, (from) => moveMarks(world, sheet, from));
      world.sheets.splice(index, 0, sheet);
      return sheetModel(world, sheet);
    },
    setNamedRange: nameRange(world),
    getRangeByName: (name: string) => {
      const [, title, letters, row] = /^(.*)!([A-Z])(\d+):/.exec(world.names.get(name) ?? '') ?? [];
      const sheet = world.sheets.find((candidate) => candidate.name === title);
      if (!sheet) return null;
      const column = letters!.charCodeAt(0) - 64;
      return rangeModel(world, { sheet, row: Number(row), column, rows: 1, columns: 1 });
    },
    createDeveloperMetadataFinder: () => finderModel(world, null),
  });
}

/** Marks move with their column; those of a column that is gone are gone. */
function moveMarks({ metadata }: World, sheet: FakeSheet, from: (column: number) => number): void {
  for (const entry of metadata) {
    if (entry.sheet === sheet && entry.column !== null) entry.column = from(entry.column);
  }
  for (let at = metadata.length - 1; at >= 0; at--) {
    if (metadata[at]!.sheet === sheet && metadata[at]!.column === 0) metadata.splice(at, 1);
  }
}

function highlightBuilder(world: World): object {
  const setters = ['whenFormulaSatisfied', 'setBackground', 'setFontColor', 'setBold', 'setRanges'];
  return builder(world.strict, 'ConditionalFormatRuleBuilder', setters, (record) => {
    const rule: FakeRule = {
      formula: String(record.whenFormulaSatisfied![0]),
      background: String(record.setBackground![0]),
      ranges: (record.setRanges![0] as { fake: FakeRange }[]).map(
        ({ fake: { row, column, rows, columns } }) => a1(row, column, rows, columns),
      ),
    };
    return ruleModel(world, rule);
  });
}

function validationBuilder(world: World, from: FakeCheck = {}): object {
  const setters = [
    'requireValueInList',
    'requireValueInRange',
    'requireDate',
    'requireNumberGreaterThanOrEqualTo',
    'setAllowInvalid',
    'setHelpText',
  ];
  return builder(world.strict, 'DataValidationBuilder', setters, (record) =>
    validationModel(world, { ...withoutCriterion(from, record), ...record }),
  );
}

/** A rule asks for one thing: what is asked for anew takes the place of what was. */
function withoutCriterion(from: FakeCheck, record: FakeCheck): FakeCheck {
  if (criterionOf(record) === undefined) return from;
  return Object.fromEntries(Object.entries(from).filter(([name]) => !(name in CRITERIA)));
}

/** What is asked for, as the rule that stands says it. */
const CRITERIA: Readonly<Record<string, string>> = {
  requireDate: 'DATE_IS_VALID_DATE',
  requireNumberGreaterThanOrEqualTo: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  requireValueInList: 'VALUE_IN_LIST',
  requireValueInRange: 'VALUE_IN_RANGE',
};
const criterionOf = (check: FakeCheck) => Object.keys(CRITERIA).find((name) => name in check);

function validationModel(world: World, check: FakeCheck): object {
  const criterion = criterionOf(check)!;
  return fetched('DataValidation', {
    check,
    copy: () => validationBuilder(world, check),
    getCriteriaType: () => CRITERIA[criterion],
    getCriteriaValues: () =>
      check[criterion]!.map((value) => {
        const { fake } = (value ?? {}) as { fake?: FakeRange };
        return fake ? fetched('Range', { getGridId: () => fake.sheet.gridId }) : value;
      }),
  });
}

function uiModel(world: World): object {
  const { strict } = world;
  return strict('Ui', {
    ButtonSet: { OK: 'OK' },
    alert: (title: string, text: string, _buttons: unknown) => {
      world.alerts.push({ title, text });
    },
    showSidebar: ({ page }: { page: { file: string; title: string } }) => {
      world.sidebar = page;
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
  });
}
