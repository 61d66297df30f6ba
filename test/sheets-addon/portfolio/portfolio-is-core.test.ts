/** What the portfolio says of a thousand trackers is what core says of each of them. */
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Language, serviceManagement, showHours, usageOf } from '#core';
import { onDuty } from '#core/engagement/duty.ts';
import { checkScope } from '#core/scope/check.ts';
import { formatLocalDate } from '#core/time/local-date.ts';
import { DAY_MS, HOUR_MS } from '#core/time/units.ts';
import {
  checkTracker,
  describeTracker,
  type OpenTracker,
  openTracker,
  type Row,
  type TrackerRows,
  type TrackerVerdict,
  tabOf,
  textOf,
  wordsOf,
} from '#core/tracker/index.ts';
import { writeFolder } from '../../../sheets-addon/provision/tables/write-folder.ts';
import { randomFrom, randomRows } from '../support/random-rows.ts';
import { type Portfolio, portfolioAt } from './loaded.ts';

const NOW_MS = Date.parse('2027-01-06T12:00:00Z');
const LANGUAGES_USED: readonly Language[] = ['en', 'de', 'zh-CN'];
const DAYS = 28;

let portfolio: Portfolio | undefined;
afterEach(() => portfolio?.close());

interface Judged {
  name: string;
  rows: TrackerRows;
  verdict: TrackerVerdict;
  open: OpenTracker;
}

/** Each tracker's people and engagements bear its number, so that no two could be taken for one another. */
function judged(seed: number): { one: Judged; write: (folder: string) => void } {
  const language = LANGUAGES_USED[seed % LANGUAGES_USED.length]!;
  const words = wordsOf(language);
  const workbook = describeTracker({ language, rulebook: serviceManagement });
  const rulesRows = tabOf(workbook, 'rules').rows;
  const random = randomFrom(seed);
  const raw = randomRows(seed, words);
  const rows: TrackerRows = {
    ...raw,
    managers: raw.managers!.map((row) => (row.id ? { ...row, name: `${seed} ${textOf(row.id)}` } : row)),
    engagements: raw.engagements!.map((row, place) => ({ ...row, name: `${seed}/${place}` })),
    // Enough hours that some weeks are over their limit.
    activities: raw.activities!.map((row) =>
      typeof row.hours === 'number' && random() < 0.3 ? { ...row, hours: row.hours * 3 } : row,
    ),
    rules: rulesRows,
  };
  const options = { rulebook: serviceManagement, words, rulesRows };
  const open = openTracker(rows, { ...options, nowMs: NOW_MS, firstRowOf: () => 2 });
  const one = { name: String(seed), rows, verdict: checkTracker(rows, options), open };
  return { one, write: (folder) => writeFolder(join(folder, `t${seed}`), workbook.tabs, rows) };
}

const sorted = (lines: readonly string[]) => [...lines].sort();

/** By core, in the words of the report: who or what, which limit, how much of it. */
function limitsByCore({ rows, verdict, open }: Judged): string[] {
  const managers = verdict.managers.flatMap(({ key, values }, place) =>
    key === 'over' || key === 'near'
      ? [`cases-in-hand ${nameOf(rows.managers![place]!)} ${values.used}/${values.limit} ${key === 'over'}`]
      : [],
  );
  const contacts = verdict.overview.flatMap(({ contacts: { key, values } }, place) =>
    key === 'over' && open.book.engagements.has(String(place))
      ? [`contacts ${textOf(rows.engagements![place]!.name)} ${values.used}/${values.limit} true`]
      : [],
  );
  const hours = open.book.directory.engagements.flatMap((engagement) =>
    usageOf(open.book, engagement, { nowMs: NOW_MS })
      .filter(({ rule, severity, used }) => rule === 'weekly-hours' && severity !== null && used > 0)
      .map(({ used, limit, severity }) => {
        const name = textOf(rows.engagements![Number(engagement.id)]!.name);
        return `weekly-hours ${name} ${used}/${limit} ${severity === 'violation'}`;
      }),
  );
  return [...managers, ...contacts, ...hours];
}

const nameOf = (row: Row) => textOf(row.name) || textOf(row.id);

function additionalByCore({ rows, open }: Judged): string[] {
  return checkScope(open.book, { nowMs: NOW_MS })
    .filter(({ rule }) => rule === 'sustained-hours')
    .map(({ subject, values }) => `${textOf(rows.engagements![Number(subject.id)]!.name)} ${values.over}`);
}

/** Engagements left without anybody on some day of their manager's time off. */
function aloneByCore({ rows, open: { book } }: Judged): string[] {
  const today = Math.floor(NOW_MS / DAY_MS);
  return book.directory.engagements.flatMap((engagement) => {
    const name = textOf(rows.engagements![Number(engagement.id)]!.name);
    for (let day = today; day < today + DAYS; day++) {
      const date = formatLocalDate(day);
      const { from = date, until = date } = engagement;
      if (from <= date && date <= until && onDuty(book, engagement, date) === null) return [name];
    }
    return [];
  });
}

test('40 random trackers in three languages: limits, overrun and unread rows are core’s own', async () => {
  portfolio = await portfolioAt(NOW_MS);
  const all: Judged[] = [];
  for (let seed = 1; seed <= 40; seed++) {
    const { one, write } = judged(seed);
    all.push(one);
    write(portfolio.folder);
  }
  expect(await portfolio.load()).toMatchObject({ loaded: 40, unchanged: 0, bad: [] });

  const limits = (await portfolio.ask('limits')).map(({ rule, manager, engagement, used, most, is_over }) =>
    rule === 'weekly-hours'
      ? `${rule} ${engagement} ${showHours(Number(used), Number(most) / HOUR_MS)}/${Number(most) / HOUR_MS} ${is_over}`
      : `${rule} ${engagement ?? manager} ${used}/${most} ${is_over}`,
  );
  const wanted = all.flatMap(limitsByCore);
  for (const rule of ['cases-in-hand', 'contacts', 'weekly-hours']) {
    expect(wanted.filter((line) => line.startsWith(rule)).length, rule).toBeGreaterThan(5);
  }
  expect(sorted(limits)).toEqual(sorted(wanted));

  const additional = (await portfolio.ask('additional')).map((row) => `${row.engagement} ${row.weeks_over}`);
  const overrun = all.flatMap(additionalByCore);
  expect(overrun.length).toBeGreaterThan(3);
  expect(sorted(additional)).toEqual(sorted(overrun));

  const unread = await portfolio.sql('SELECT name, row_count, unread FROM trackers');
  for (const { name, row_count, unread: count } of unread) {
    const { verdict } = all.find((one) => String(name).endsWith(`/t${one.name}`))!;
    const typed = [...verdict.cases, ...verdict.activities].filter(({ key }) => key !== null);
    expect(row_count, `${name}`).toBe(typed.length);
    expect(count, `${name}`).toBe(unreadable(verdict));
  }
});

/** Rows that count nowhere: core's own words for them. */
const UNCOUNTED_CASE = ['engagement-missing', 'engagement-unknown', 'case-status-missing', 'not-in-list'];
const UNCOUNTED_ACTIVITY = [
  'engagement-missing',
  'engagement-unknown',
  'hours-missing',
  'hours-not-a-number',
  'hours-below-zero',
  'date-missing',
  'not-a-date',
];

function unreadable({ cases, activities }: TrackerVerdict): number {
  const of = (keys: readonly string[], statuses: TrackerVerdict['cases']) =>
    statuses.filter(({ key }) => key !== null && keys.includes(key)).length;
  return of(UNCOUNTED_CASE, cases) + of(UNCOUNTED_ACTIVITY, activities);
}

test('whoever is left alone by core is left alone in the portfolio, and nobody else', async () => {
  portfolio = await portfolioAt(NOW_MS);
  const all = Array.from({ length: 40 }, (_, index) => judged(index + 101));
  for (const { write } of all) write(portfolio.folder);
  await portfolio.load();
  const alone = all.flatMap(({ one }) => aloneByCore(one));
  const rows = await portfolio.ask('cover', { days: DAYS });
  // The report counts engagements by manager and backup; core names them one by one.
  const managersAlone = new Set(
    rows.filter(({ state }) => state === 'nobody' || state === 'away').map(({ manager }) => String(manager)),
  );
  const wanted = new Set(
    all.flatMap(({ one: { rows: own, open } }) =>
      open.book.directory.engagements
        .filter(({ id }) => alone.includes(textOf(own.engagements![Number(id)]!.name)))
        .map(({ manager }) => nameOf(own.managers![Number(manager)]!)),
    ),
  );
  expect(wanted.size).toBeGreaterThan(5);
  expect([...wanted].filter((name) => !managersAlone.has(name))).toEqual([]);
});
