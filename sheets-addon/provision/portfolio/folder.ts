/**
 * A tracker as a folder of CSV files, one for each tab, as `tracker export` writes it. The small tabs are read here;
 * of the long ones only the header is, so that the database can read the rest itself.
 */
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '#core';
import type { Rulebook } from '#core/rulebook/schema.ts';
import {
  type Cell,
  describeTracker,
  type Format,
  type Row,
  type Tab,
  type TrackerRows,
  tabOf,
  type Workbook,
} from '#core/tracker/index.ts';
import { headersOf, wordsToday } from '../../former-words.ts';
import { type CsvTable, readCsv } from '../tables/read-csv.ts';
import { SETTINGS, SETTINGS_FILE } from '../tables/write-folder.ts';

/** A tab that may have hundreds of thousands of rows. */
export interface LongTab {
  path: string;
  separator: string;
  /** Ids of its columns as they stand in the file; `null`: a column of the user's own. */
  columns: (string | null)[];
}

export const LONG_TABS = ['activities', 'cases'] as const;
export type LongTabId = (typeof LONG_TABS)[number];

export interface TrackerFolder {
  language: Language;
  rows: TrackerRows;
  long: Record<LongTabId, LongTab>;
  /** What people have set above the limits, by the names of the cells; nothing in a folder of before. */
  named: Readonly<Record<string, Cell>>;
  /** Answers that a directory remembers, worked out already; `null` where the tab Inquiries is to be asked. */
  answers: Row[] | null;
}

/** Why a tracker cannot be counted. The wording is the catalogue's `portfolio.bad-<reason>`. */
export interface BadTracker {
  reason: 'column' | 'file' | 'google' | 'tab' | 'unreadable';
  values: Record<string, string>;
}

export class NotATracker extends Error {
  constructor(readonly bad: BadTracker) {
    super(`${bad.reason} ${Object.values(bad.values).join(' ')}`);
  }
}

export const unreadable = (detail: string) => new NotATracker({ reason: 'unreadable', values: { detail } });

const SMALL_TABS = ['customers', 'managers', 'engagements', 'contacts', 'calendar', 'rules'] as const;
/** What a report needs: where such a column is missing, what is in it is not known to be empty. */
export const NEEDED: Record<string, readonly string[]> = {
  activities: ['date', 'engagement', 'hours'],
  calendar: ['from', 'until', 'kind', 'calendar', 'manager'],
  cases: ['engagement', 'status'],
  contacts: ['engagement', 'name', 'email', 'from', 'until'],
  customers: ['id', 'name'],
  engagements: [
    ...['id', 'customer', 'tier', 'manager', 'backup', 'from', 'until', 'calendar', 'language'],
    ...['agreedContacts', 'agreedCases', 'agreedHours'],
  ],
  inquiries: ['case', 'received', 'answered'],
  managers: ['id', 'name', 'email', 'backup'],
  rules: ['id'],
};
const HEAD_BYTES = 8192;
/** Where people have added columns until the header alone is longer than that. */
const LONG_HEAD_BYTES = 65_536;
const NEW_LINE = 0x0a;
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const NUMBERS: readonly Format[] = ['hours', 'integer', 'limit', 'number', 'percent'];
/** Beside the tabs: answers that a directory remembers. A tracker has its tab Inquiries instead. */
export const ANSWERS_FILE = 'answers.csv';

export function folderReader(rulebook: Rulebook) {
  const described = LANGUAGES.map((language) => ({
    language,
    book: describeTracker({ language, rulebook }),
  }));

  return function readFolder(folder: string): TrackerFolder {
    const pathOf = (tab: string) => {
      const path = join(folder, `${tab}.csv`);
      if (!existsSync(path)) throw new NotATracker({ reason: 'tab', values: { tab } });
      return path;
    };
    const small = SMALL_TABS.map((id) => [id, readCsv(readFileSync(pathOf(id)))] as const);
    const headers = new Map(small.map(([id, { rows }]) => [id as string, rows[0] ?? []]));
    const { language, book } = languageOf(headers);
    const rows = Object.fromEntries(
      small.map(([id, table]) => [id as string, rowsOf(book, tabOf(book, id), table)]),
    );
    const long = Object.fromEntries(
      LONG_TABS.map((id) => [id, longTab(book, tabOf(book, id), pathOf(id))]),
    ) as Record<LongTabId, LongTab>;
    return {
      language,
      rows: { ...rows, ...inquiriesIn(folder, book) },
      long,
      named: settingsIn(folder),
      answers: answersIn(folder),
    };
  };

  /** The tab Inquiries, where there is one and something on it; then the cases that it is about as well. */
  function inquiriesIn(folder: string, book: Workbook): TrackerRows {
    const path = join(folder, 'inquiries.csv');
    if (!existsSync(path)) return {};
    const inquiries = rowsOf(book, tabOf(book, 'inquiries'), readCsv(readFileSync(path)));
    if (inquiries.length === 0) return {};
    const cases = rowsOf(book, tabOf(book, 'cases'), readCsv(readFileSync(join(folder, 'cases.csv'))));
    return { inquiries, cases };
  }

  /** The language whose headers it has most of. */
  function languageOf(headers: ReadonlyMap<string, readonly string[]>) {
    const score = ({ book }: (typeof described)[number]) =>
      [...headers].reduce(
        (sum, [id, found]) => sum + columnsIn(book, tabOf(book, id), found).filter(isOurs).length,
        0,
      );
    return described.reduce((best, next) => (score(next) > score(best) ? next : best));
  }
}

const isOurs = (id: string | null) => id !== null;

function columnsIn(book: Workbook, tab: Tab, headers: readonly string[]): (string | null)[] {
  const named = tab.columns.map(({ id }) => ({ id, names: headersOf(book, tab, id) }));
  return headers.map((header) => named.find(({ names }) => names.includes(header.trim()))?.id ?? null);
}

function checkedColumns(book: Workbook, tab: Tab, headers: readonly string[]): (string | null)[] {
  const columns = columnsIn(book, tab, headers);
  const missing = NEEDED[tab.id]!.find((id) => !columns.includes(id));
  if (missing === undefined) return columns;
  const column = tab.columns.find(({ id }) => id === missing)!.header;
  throw new NotATracker({ reason: 'column', values: { tab: tab.title, column } });
}

function rowsOf(book: Workbook, tab: Tab, { rows: [headers = [], ...rows] }: CsvTable): Row[] {
  const columns = checkedColumns(book, tab, headers);
  const formats = new Map(tab.columns.map(({ id, format }) => [id, format]));
  const today = wordsToday(book, tab);
  return rows.map((fields) =>
    Object.fromEntries(
      columns.flatMap((id, place) => {
        if (id === null) return [];
        const cell = cellOf(fields[place], formats.get(id)!);
        return [[id, today.get(id)?.(cell) ?? cell]];
      }),
    ),
  );
}

/** What was a number is one again where numbers stand; everything else is text, as it was. */
export function cellOf(field: string | undefined, format: Format): Cell {
  if (field === undefined || field === '') return null;
  return NUMBERS.includes(format) && NUMBER.test(field) ? Number(field) : field;
}

function longTab(book: Workbook, tab: Tab, path: string): LongTab {
  const { rows, separator } = readCsv(headOf(path));
  return { path, separator, columns: checkedColumns(book, tab, rows[0] ?? []) };
}

/** The first lines of a file; never half a line. */
function headOf(path: string): Uint8Array {
  const short = firstBytes(path, HEAD_BYTES);
  const head = short.includes(NEW_LINE) ? short : firstBytes(path, LONG_HEAD_BYTES);
  const end = head.lastIndexOf(NEW_LINE);
  return end < 0 ? head : head.subarray(0, end + 1);
}

function firstBytes(path: string, length: number): Uint8Array {
  const bytes = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

function settingsIn(folder: string): Record<string, Cell> {
  const path = join(folder, SETTINGS_FILE);
  if (!existsSync(path)) return {};
  const [headers = [], fields = []] = readCsv(readFileSync(path)).rows;
  return Object.fromEntries(
    SETTINGS.map(({ id, header, format }) => [id, cellOf(fields[headers.indexOf(header)], format)]),
  );
}

function answersIn(folder: string): Row[] | null {
  const path = join(folder, ANSWERS_FILE);
  if (!existsSync(path)) return null;
  const [headers = [], ...rows] = readCsv(readFileSync(path)).rows;
  return rows.map((fields) => Object.fromEntries(headers.map((id, place) => [id, fields[place] ?? null])));
}
