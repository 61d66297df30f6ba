/** What people type into a sheet, or somebody who means harm: the extension's whole-or-nothing reading, and the checks. */
import { isProblem, openDirectory, serviceManagement } from '#core';
import {
  checkTracker,
  describeTracker,
  findViolations,
  openTracker,
  type TrackerRows,
  tabOf,
  wordsOf,
} from '#core/tracker/index.ts';
import { readTrackerRows } from '#core/tracker/read-directory.ts';
import { plainRows } from '../extension/sync/google.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { type Dice, mutated } from './mutate.ts';
import { must, type Target } from './target.ts';

const WORKBOOK = describeTracker({ language: 'en', rulebook: serviceManagement });
const WORDS = wordsOf('en');
const RULES = tabOf(WORKBOOK, 'rules').rows;
const ROWS: TrackerRows = { ...plainRows(), lists: tabOf(WORKBOOK, 'lists').rows, rules: RULES };
const { calendars } = plainDirectory();
const BASE = { rulebook: { use: 'service-management' as const }, calendars };
const CELLS = [
  null,
  '',
  ' ',
  0,
  -1,
  0.1,
  1e308,
  true,
  46181,
  46181.9,
  3e9,
  '2026-02-30',
  '2026-06-08',
  '=1+1',
  'E-1',
  'E-99',
  '__proto__',
  'Premium',
  'x'.repeat(5000),
  '\u0000',
];

/** A cell is text, a number, a truth or nothing: more does not come out of a sheet. */
function asCell(value: unknown) {
  return value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)
    ? (value as string | number | boolean | null)
    : null;
}

function changedRows(dice: Dice): TrackerRows {
  const tab = dice.pick(Object.keys(ROWS));
  const rows = ROWS[tab]!;
  const kind = dice.below(3);
  if (kind === 0) {
    const odd = mutated(rows, dice);
    const list = Array.isArray(odd) ? odd : [odd];
    const cells = (row: unknown) =>
      Object.fromEntries(Object.entries((row ?? {}) as object).map(([id, cell]) => [id, asCell(cell)]));
    // A list without holes: a sheet's rows are all there.
    return { ...ROWS, [tab]: Array.from(list, cells) };
  }
  const place = dice.below(rows.length);
  const columns = tabOf(WORKBOOK, tab).columns.map(({ id }) => id);
  const changes = Array.from({ length: 1 + dice.below(3) }, () => [dice.pick(columns), dice.pick(CELLS)]);
  const changed = { ...rows[place], ...Object.fromEntries(changes) };
  if (kind === 1) return { ...ROWS, [tab]: [...rows, changed] };
  return { ...ROWS, [tab]: rows.map((row, index) => (index === place ? changed : row)) };
}

export const sheets: Target = {
  name: 'sheet contents',
  corpus: Object.values(ROWS).flat().length,
  async run(dice) {
    const rows = changedRows(dice);
    const rulesRows = rows.rules!;
    const options = { rulebook: serviceManagement, words: WORDS, rulesRows };
    const nowMs = Date.UTC(2026, 5, 8, 9);
    const { cases, activities } = checkTracker(rows, options);
    must(
      cases.length === (rows.cases ?? []).length && activities.length === (rows.activities ?? []).length,
      'a row without a verdict',
    );
    const found = findViolations(openTracker(rows, { ...options, nowMs, firstRowOf: () => 2 }));
    must(
      found.every(({ finding }) => typeof finding === 'string' && !/undefined|NaN/.test(finding)),
      'a finding without words',
    );
    const read = readTrackerRows(rows, BASE, serviceManagement);
    if (Array.isArray(read)) {
      must(read.length > 0 && read.every(isProblem), 'refused without a reason');
      return false;
    }
    const book = openDirectory(read);
    if (Array.isArray(book)) {
      must(book.length > 0 && book.every(isProblem), 'refused without a reason');
      return false;
    }
    must(
      (read.activities ?? []).every(({ hours }) => Number.isFinite(hours) && hours >= 0),
      'hours that are none',
    );
    return true;
  },
};
