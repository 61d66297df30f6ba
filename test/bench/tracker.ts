/** A tracker at its full size: checked from its cells, and written as an .xlsx. */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpuUsage } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openDirectory } from '#core';
import {
  checkTracker,
  describeTracker,
  directoryRows,
  findDeliverables,
  findViolations,
  firstRowOf,
  openTracker,
  tabOf,
  wordsOf,
} from '#core/tracker/index.ts';
import { directoryOf, NOW_MS } from './scope.ts';

const MICROSECONDS = 1000;
const ROUNDS = 3;

/** Computing time, which other work on the machine does not lengthen. */
function computingMs(work: () => void): number {
  const before = cpuUsage();
  work();
  const { user, system } = cpuUsage(before);
  return (user + system) / MICROSECONDS;
}

export function trackerCosts(cases: number, activities: number): string[] {
  const book = openDirectory(directoryOf(cases, activities));
  if (Array.isArray(book)) throw new Error(JSON.stringify(book[0]));
  const { rulebook } = book;
  const words = wordsOf('en');
  const rows = directoryRows(book, words, '2026-06-12');
  const workbook = describeTracker({ language: 'en', rulebook });
  const options = {
    rulebook,
    words,
    rulesRows: tabOf(workbook, 'rules').rows,
    nowMs: NOW_MS,
    firstRowOf: (tab: string) => firstRowOf(tabOf(workbook, tab)),
  };
  const check = () => {
    const tracker = openTracker(rows, options);
    findViolations(tracker);
    findDeliverables(tracker);
  };
  const size = `${cases.toLocaleString('en')} cases, ${activities.toLocaleString('en')} activities`;
  const best = (work: () => void) =>
    Math.ceil(Math.min(...Array.from({ length: ROUNDS }, () => computingMs(work))));
  const { ms, megabytes, fileMegabytes } = written();
  return [
    `${size}: checked in ${best(check)} ms; every row's status in ${best(() => void checkTracker(rows, options))} ms`,
    `written with all formulas in ${Math.ceil(ms)} ms of computing, at most 10,000; ${Math.ceil(megabytes)} MB held, at most 512; a file of ${Math.ceil(fileMegabytes)} MB`,
  ];
}

/** In a process of its own, so that it holds nothing but the rows and what is written. */
function written(): Record<'ms' | 'megabytes' | 'fileMegabytes', number> {
  const script = fileURLToPath(new URL('./tracker-file.ts', import.meta.url));
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const said = execFileSync(process.execPath, ['--import', loader, script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(said);
}
