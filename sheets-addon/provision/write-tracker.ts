/** The tracker as an .xlsx file, from a directory. As a command: write-tracker.ts <directory.json> <out.xlsx> [language]. */
import { readFileSync, writeFileSync } from 'node:fs';
import process, { argv, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';
import {
  type Directory,
  type DirectoryBook,
  type Language,
  languageFor,
  openDirectory,
  type Problem,
  readDirectory,
  reviewPeriods,
  sayProblem,
  serviceReview,
  translator,
} from '#core';
import { emptyReviewPage, type Page, reviewPage } from '#core/report/index.ts';
import {
  describeTracker,
  directoryRows,
  findDeliverables,
  findViolations,
  firstRowOf,
  openTracker,
  serialOf,
  type Tab,
  type TrackerRows,
  tabOf,
  violationTable,
  type Words,
  wordsOf,
} from '#core/tracker/index.ts';
import { describedWithRoom } from './room.ts';
import { packWorkbook } from './xlsx/package.ts';

export interface WriteOptions {
  language: Language;
  /** The day on which it is written, `yyyy-mm-dd`: contracts that change by date show what holds then. */
  todayIso: string;
  /** Prepared rows by tab, where the usual number is not wanted. */
  capacity?: Readonly<Record<string, number>>;
}

/** Writes a directory's tracker; a directory that does not hold together gives its problems. */
export function writeTracker(directory: Directory, options: WriteOptions): Uint8Array | Problem[] {
  const book = openDirectory(directory);
  if (Array.isArray(book)) return book;
  const words = wordsOf(options.language);
  const rows = directoryRows(book, words, options.todayIso);
  const rulebook = book.rulebook;
  const workbook = describeTracker({ language: options.language, rulebook });
  const nowMs = Date.parse(`${options.todayIso}T12:00:00Z`);
  const tracker = openTracker(rows, {
    rulebook,
    words,
    rulesRows: tabOf(workbook, 'rules').rows,
    nowMs,
    firstRowOf: (tab) => firstRowOf(tabOf(workbook, tab)),
  });
  return writeRows(
    {
      ...rows,
      violations: violationTable(findViolations(tracker), rows, words),
      deliverables: findDeliverables(tracker),
    },
    {
      ...options,
      rulebook,
      calendars: directory.calendars.map(({ id }) => id),
      named: { lastCheck: serialOf(options.todayIso) },
      report: firstReview(book, words, nowMs),
    },
  );
}

/** The first engagement's last complete period: with that the tab of a tracker online begins as well. */
function firstReview(book: DirectoryBook, words: Words, nowMs: number): Page {
  const [engagement] = book.directory.engagements;
  if (!engagement) return emptyReviewPage(words);
  const period = reviewPeriods(book, engagement, { nowMs, back: 1 })[1]!;
  return reviewPage(serviceReview(book, engagement, { period, nowMs }), words, book.rulebook);
}

export interface RowsOptions extends Pick<WriteOptions, 'language' | 'capacity'> {
  rulebook: DirectoryBook['rulebook'];
  calendars?: readonly string[];
  /** Values of named cells: `asOf`, `lastCheck`, `warnFromShare`. */
  named?: Readonly<Record<string, number>>;
  /** A service review, as the last tab. */
  report?: Page;
}

/** Writes rows as they are, whatever they hold. Tabs of the description keep its rows unless others are given. */
export function writeRows(rows: TrackerRows, options: RowsOptions): Uint8Array {
  const { language, rulebook, calendars = [], named = {}, report, capacity = {} } = options;
  const workbook = describedWithRoom(rows, { language, rulebook, calendars, capacity });
  const rowsOf = (tab: Tab) => rows[tab.id] ?? tab.rows;
  return packWorkbook({ workbook, words: wordsOf(language), rowsOf, named, report });
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
