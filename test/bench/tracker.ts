/** A tracker at its full size: checked from its cells, and written as an .xlsx. */
import { cpuUsage, resourceUsage } from 'node:process';
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
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
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
  const write = () => void writeRows(rows, { language: 'en', rulebook, calendars: ['berlin'] });
  return [
    `${size}: checked in ${best(check)} ms; every row's status in ${best(() => void checkTracker(rows, options))} ms`,
    `written with all formulas in ${Math.ceil(computingMs(write))} ms (so far at most ${Math.ceil(resourceUsage().maxRSS / 1024)} MB held, directory and rows among them)`,
  ];
}
