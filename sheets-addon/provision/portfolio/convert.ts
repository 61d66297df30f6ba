/** Other forms of a tracker, turned into the folder of CSV files that the portfolio reads. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, openDirectory, readDirectory } from '#core';
import type { Rulebook } from '#core/rulebook/schema.ts';
import {
  type Cell,
  describeTracker,
  directoryRows,
  firstRowOf,
  headerRowOf,
  type Row,
  type Tab,
  tabOf,
  type Workbook,
  wordsOf,
} from '#core/tracker/index.ts';
import { headersOf, wordsToday } from '../../former-words.ts';
import { writeFolder } from '../tables/write-folder.ts';
import { judgedAnswers } from './answers.ts';
import { ANSWERS_FILE, NEEDED, unreadable } from './folder.ts';
import { tabsIn } from './workbook-tabs.ts';

export interface Conversion {
  path: string;
  /** The folder to write. */
  out: string;
  rulebook: Rulebook;
  nowMs: number;
}

const TABS = ['customers', 'managers', 'engagements', 'contacts', 'cases', 'activities', 'calendar', 'rules'];

/** Older trackers are without it. */
const OPTIONAL_TAB = 'inquiries';

/** Of this one only what reports ask for is taken out of the workbook; of all else whether it is there at all. */
const LONGEST_TAB = 'activities';
const REST = 'note';

/** A tracker's .xlsx file. Only the tabs that people write on are read of it. */
export async function convertWorkbook({ path, out, rulebook }: Conversion): Promise<void> {
  const { book, sheets } = await tabsIn(readFileSync(path), describedBy(rulebook), TABS, OPTIONAL_TAB);
  const tabs = [...sheets].map(([id, cells]) => readTab(book, tabOf(book, id), cells));
  writeFolder(
    out,
    tabs.map(({ tab }) => tab),
    Object.fromEntries(tabs.map(({ tab, rows }) => [tab.id, rows])),
    Object.fromEntries(tabs.flatMap(({ named }) => named)),
  );
}

let described: { by: string; books: Workbook[] } | null = null;

/** In each language, once for all the trackers of a run. */
function describedBy(rulebook: Rulebook): Workbook[] {
  const by = JSON.stringify(rulebook);
  if (described?.by !== by) {
    described = { by, books: LANGUAGES.map((language) => describeTracker({ language, rulebook })) };
  }
  return described.books;
}

interface ReadTab {
  tab: Tab;
  rows: Row[];
  /** Values of the named cells above its table. */
  named: (readonly [name: string, value: Cell])[];
}

/** With the columns that are there: whether one that is needed is missing, who reads the folder says. */
function readTab(book: Workbook, tab: Tab, cells: readonly (readonly Cell[])[]): ReadTab {
  const headers = cells[headerRowOf(tab) - 1] ?? [];
  const places = tab.columns.flatMap(({ id, formula }) => {
    if (formula !== undefined) return [];
    const names = headersOf(book, tab, id);
    const place = headers.findIndex((header) => names.includes(String(header).trim()));
    return place < 0 ? [] : [[id, place] as const];
  });
  const isKept = (id: string) => tab.id !== LONGEST_TAB || NEEDED[LONGEST_TAB]!.includes(id);
  const kept = places.filter(([id]) => isKept(id));
  const rest = places.filter(([id]) => !isKept(id));
  const today = wordsToday(book, tab);
  const renamed = kept.flatMap(([id]) => {
    const read = today.get(id);
    return read ? [[id, read] as const] : [];
  });
  // There are millions of rows: put together from entries they would take three times as long.
  const rows = cells.slice(firstRowOf(tab) - 1).map((found) => {
    const row: Record<string, Cell> = {};
    for (const [id, place] of kept) row[id] = found[place] ?? null;
    for (const [id, read] of renamed) row[id] = read(row[id]!);
    if (rest.some(([, place]) => (found[place] ?? '') !== '')) row[REST] = true;
    return row;
  });
  const written = [...kept.map(([id]) => id), ...(rest.length > 0 ? [REST] : [])];
  const placeOf = new Map(places);
  const named = tab.band.flatMap(({ name, row, column }) =>
    name === undefined ? [] : [[name, cells[row - 1]?.[placeOf.get(column) ?? -1] ?? null] as const],
  );
  return { tab: { ...tab, columns: tab.columns.filter(({ id }) => written.includes(id)) }, rows, named };
}

/** A folder whose path the database would take for a pattern. */
export async function convertFolder({ path, out }: Conversion): Promise<void> {
  cpSync(path, out, { recursive: true });
}

/** A directory document, with the answers that it remembers. */
export async function convertDirectory({ path, out, nowMs }: Conversion): Promise<void> {
  const reading = readDirectory(readFileSync(path, 'utf8'));
  const book = reading.directory ? openDirectory(reading.directory) : reading.problems;
  if (Array.isArray(book)) throw unreadable(book[0]!.code);
  const words = wordsOf('en');
  const described = describeTracker({ language: 'en', rulebook: book.rulebook });
  const rows = directoryRows(book, words, new Date(nowMs).toISOString().slice(0, 10));
  const tabs = TABS.map((id) => tabOf(described, id));
  // Its answers are judged here, by its own reading.
  const { warnFromShare } = book.rulebook.readings;
  writeFolder(out, tabs, { ...rows, rules: tabOf(described, 'rules').rows }, { warnFromShare });
  const lines = book.directory.engagements.flatMap((engagement) =>
    judgedAnswers(book, engagement, nowMs).map(({ receivedMs, dueMs, answeredMs, isClosed }) => [
      engagement.id,
      iso(receivedMs),
      iso(dueMs),
      answeredMs === null ? '' : iso(answeredMs),
      isClosed ? 'TRUE' : 'FALSE',
    ]),
  );
  const header = ['engagement', 'received', 'due', 'answered', 'closed'];
  writeFileSync(join(out, ANSWERS_FILE), [header, ...lines].map(csvLine).join(''));
}

const iso = (ms: number) => new Date(ms).toISOString();
const csvLine = (fields: readonly string[]) =>
  `${fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')}\r\n`;
