/** The tracker as an .xlsx file, from a directory. As a command: write-tracker.ts <directory.json> <out.xlsx> [language]. */
import { readFileSync, writeFileSync } from 'node:fs';
import process, { argv, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';
import {
  checkScope,
  type Directory,
  type DirectoryBook,
  type Finding,
  type Language,
  languageFor,
  openDirectory,
  type Problem,
  readDirectory,
  sayProblem,
  translator,
} from '#core';
import {
  describeTracker,
  directoryRows,
  serialOf,
  type Tab,
  type TrackerRows,
  wordsOf,
} from '#core/tracker/index.ts';
import { violationRows } from '#core/tracker/violation-rows.ts';
import { packWorkbook } from './xlsx/package.ts';

export interface WriteOptions {
  language: Language;
  /** The day on which it is written, `yyyy-mm-dd`: contracts that change by date show what holds then. */
  todayIso: string;
  /** Prepared rows by tab, where the usual number is not wanted. */
  capacity?: Readonly<Record<string, number>>;
}

/** Room left below a tab's data. */
const ROOM = 1.25;

/** Writes a directory's tracker; a directory that does not hold together gives its problems. */
export function writeTracker(directory: Directory, options: WriteOptions): Uint8Array | Problem[] {
  const book = openDirectory(directory);
  if (Array.isArray(book)) return book;
  const words = wordsOf(options.language);
  const rows = directoryRows(book, words, options.todayIso);
  const nowMs = Date.parse(`${options.todayIso}T12:00:00Z`);
  return writeRows(
    { ...rows, violations: findingRows(book, checkScope(book, { nowMs }), options.language) },
    {
      ...options,
      rulebook: book.rulebook,
      calendars: directory.calendars.map(({ id }) => id),
      named: { lastCheck: serialOf(options.todayIso) },
    },
  );
}

export interface RowsOptions extends Pick<WriteOptions, 'language' | 'capacity'> {
  rulebook: DirectoryBook['rulebook'];
  calendars?: readonly string[];
  /** Values of named cells: `asOf`, `lastCheck`, `warnFromShare`. */
  named?: Readonly<Record<string, number>>;
}

/** Writes rows as they are, whatever they hold. Tabs of the description keep its rows unless others are given. */
export function writeRows(rows: TrackerRows, options: RowsOptions): Uint8Array {
  const { language, rulebook, calendars = [], named = {} } = options;
  const usual = describeTracker({ language, rulebook, calendars });
  const capacity = Object.fromEntries(
    usual.tabs.map((tab) => [
      tab.id,
      Math.max(options.capacity?.[tab.id] ?? tab.capacity, Math.ceil((rows[tab.id]?.length ?? 0) * ROOM)),
    ]),
  );
  const workbook = describeTracker({ language, rulebook, calendars, capacity });
  const rowsOf = (tab: Tab) => rows[tab.id] ?? tab.rows;
  return packWorkbook({ workbook, words: wordsOf(language), rowsOf, named });
}

function findingRows(book: DirectoryBook, findings: readonly Finding[], language: Language) {
  const customerOf = (id: string) => {
    const engagement = book.engagements.get(id);
    const customer = engagement && book.customers.get(engagement.customer);
    return customer ? `${id} · ${customer.name}` : id;
  };
  return violationRows(findings, {
    language,
    rulebook: book.rulebook,
    nameOf: ({ kind, id }) => (kind === 'engagement' ? customerOf(id) : (book.managers.get(id)?.name ?? id)),
    placesOf: ({ rows }) =>
      rows
        .map(({ kind, row, engagement }) => (kind === 'contact' ? (engagement ?? '') : String(row)))
        .join(', '),
  });
}

function runCommand(): void {
  const [directoryPath, outPath, wanted = 'en'] = argv.slice(2);
  if (directoryPath === undefined || outPath === undefined) {
    fail(['write-tracker.ts <directory.json> <out.xlsx> [language]']);
    return;
  }
  const language = languageFor([wanted]);
  const translate = translator(language);
  const reading = readDirectory(readFileSync(directoryPath, 'utf8'));
  if (!reading.directory) {
    fail(reading.problems.map((problem) => sayProblem(problem, translate)));
    return;
  }
  // The edge: the one place here that asks what day it is.
  const todayIso = new Date().toISOString().slice(0, 10);
  const written = writeTracker(reading.directory, { language, todayIso });
  if (Array.isArray(written)) fail(written.map((problem) => sayProblem(problem, translate)));
  else writeFileSync(outPath, written);
}

function fail(lines: readonly string[]): void {
  stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

if (argv[1] === fileURLToPath(import.meta.url)) runCommand();
