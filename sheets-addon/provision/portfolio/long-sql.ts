/**
 * Cases and activities go from their files into the database without passing through us: there are millions. What
 * is done to their cells is what core does to them (`core/tracker/verdict/read-cell.ts`); a test holds the two together.
 */
import type { Language } from '#core';
import { HOUR_MS } from '#core/time/units.ts';
import { wordsOf } from '#core/tracker/index.ts';
import { CASE_STATUSES } from '#core/tracker/vocabulary.ts';
import { formerly } from '../../former-words.ts';
import { GUARDED } from '../tables/csv-guard.ts';
import type { LongTab, LongTabId } from './folder.ts';

export interface LongFile {
  tracker: number;
  language: Language;
  tab: LongTab;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Without the apostrophes that keep text from being taken for a formula. */
const unguarded = (cell: string) => {
  const first = `regexp_replace(${cell}, ${quoted(GUARDED.first)}, '\\1')`;
  const inside = `regexp_replace(${first}, ${quoted(GUARDED.inside)}, '\\1\\2', 'g')`;
  return `CASE WHEN contains(${cell}, '''') THEN ${inside} ELSE ${cell} END`;
};
const textOf = (cell: string) =>
  `trim(CASE WHEN contains(${cell}, '  ') THEN regexp_replace(${cell}, ' +', ' ', 'g') ELSE ${cell} END, ' ')`;
const folded = (cell: string) => `lower(${textOf(unguarded(cell))})`;

/** Only an ISO date that exists, within what all spreadsheets count alike. */
const dateOf = (cell: string) =>
  `CASE WHEN regexp_full_match(${textOf(cell)}, '\\d{4}-\\d{2}-\\d{2}') AND ${textOf(cell)} >= '1901-01-01' THEN TRY_CAST(${textOf(cell)} AS DATE) END`;
const hoursMsOf = (cell: string) =>
  `CASE WHEN regexp_full_match(${cell}, '\\d+(\\.\\d+)?([eE][+-]?\\d+)?') THEN TRY_CAST(round(CAST(${cell} AS DOUBLE) * ${HOUR_MS}) AS BIGINT) END`;

function statusOf(cell: string, language: Language): string {
  const words = wordsOf(language);
  const cases = CASE_STATUSES.flatMap((status) => {
    const called = [
      words.text(`tracker.case-${status}`),
      ...formerly(language, `lists.caseStatus.${status}`),
    ];
    return called.map((word) => `WHEN ${quoted(word.toLowerCase())} THEN '${status}'`);
  });
  return `CASE ${folded(cell)} ${cases.join(' ')} END`;
}

/** Files that one statement can read: the same columns in the same order, in one language. */
export function alike({ language, tab }: LongFile): string {
  return JSON.stringify([language, tab.separator, tab.columns]);
}

export function insertLong(table: LongTabId, files: readonly LongFile[]): string {
  const [{ language, tab }] = files as [LongFile];
  const cell = (id: string) => `r.c${tab.columns.indexOf(id)}`;
  const selected = {
    activities: `CAST(date_trunc('week', ${dateOf(cell('date'))}) AS DATE), ${hoursMsOf(cell('hours'))}`,
    cases: statusOf(cell('status'), language),
  }[table];
  const own = tab.columns.flatMap((id, place) => (id === null ? [] : [`nullif(r.c${place}, '')`]));
  return `INSERT INTO ${table}
SELECT f.tracker, e.engagement, ${selected}
FROM ${csv(files)} r
JOIN (VALUES ${files.map(({ tab: { path }, tracker }) => `(${quoted(path)}, ${tracker})`).join(', ')}) f(path, tracker)
  ON f.path = r.filename
LEFT JOIN engagements e ON e.tracker = f.tracker AND e.engagement = ${folded(cell('engagement'))}
WHERE coalesce(${own.join(', ')}) IS NOT NULL`;
}

function csv(files: readonly LongFile[]): string {
  const { columns, separator } = files[0]!.tab;
  const kinds = columns.map((_, place) => `'c${place}': 'VARCHAR'`).join(', ');
  const paths = files.map(({ tab: { path } }) => quoted(path)).join(', ');
  return `read_csv([${paths}], auto_detect = false, header = false, skip = 1, filename = true,
  delim = ${quoted(separator)}, quote = '"', escape = '"', columns = {${kinds}})`;
}

/** What the database would read as a pattern of names. */
export const isPattern = (path: string) => /[*?[\]{}]/.test(path);
