/** The commands of `npm run portfolio`, alphabetical. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageKey, serviceManagement } from '#core';
import { ask } from '../portfolio/ask.ts';
import { createTable, TABLE_NAMES } from '../portfolio/layout.ts';
import { asBigQuery, QUERIES, type ReportName } from '../portfolio/queries.ts';
import { type Answer, columnsOf, REPORTS } from '../portfolio/reports.ts';
import { asCsv, asTable } from '../portfolio/show-answers.ts';
import type { Store } from '../portfolio/store.ts';
import { readCsv } from '../tables/read-csv.ts';
import { type Call, type Command, Complaint, text } from './command.ts';
import { DIRECTORY_OPTION, directoryFor } from './open-tracker.ts';
import { withPortfolio } from './with-portfolio.ts';

const FORMATS = ['csv', 'json', 'table'] as const;
const USUAL_DAYS = 28;
const MOST_DAYS = 366;
const SHARED = {
  ...DIRECTORY_OPTION,
  regions: { type: 'string' },
  'skip-bad': { type: 'boolean' },
  store: { type: 'string' },
} as const;

const exportCommand: Command = {
  options: { ...SHARED, out: { type: 'string' } },
  words: 'some',
  run: async (call) => {
    const out = text(call.values, 'out');
    if (out === undefined) throw new Complaint([call.translate('portfolio.usage')]);
    return withPortfolio(call, settingsOf(call), async (store) => {
      mkdirSync(out, { recursive: true });
      for (const table of TABLE_NAMES) {
        const path = join(out, `${table}.parquet`).replaceAll("'", "''");
        await store.run(`COPY ${table} TO '${path}' (FORMAT parquet)`);
      }
      call.edge.out(call.translate('portfolio.written', { path: out, names: TABLE_NAMES.join(', ') }));
    });
  },
};

const layoutCommand: Command = {
  options: {},
  words: 1,
  run: async ({ edge, positionals, translate }) => {
    const dialect = oneOf(['bigquery', 'duckdb'] as const, positionals[0]!);
    if (!dialect) throw new Complaint([translate('portfolio.usage')]);
    for (const table of TABLE_NAMES) edge.out(`${createTable(table, dialect)};`);
    for (const [name, query] of Object.entries(QUERIES)) {
      edge.out(`\n-- ${name}\n${dialect === 'bigquery' ? asBigQuery(query) : query};`);
    }
    return 0;
  },
};

const reportCommand: Command = {
  options: { ...SHARED, days: { type: 'string' }, format: { type: 'string' }, report: { type: 'string' } },
  words: 'some',
  run: async (call) => {
    const { values } = call;
    const reports = wantedOf('unknown-report', REPORTS, text(values, 'report'), call) ?? REPORTS;
    const [format = 'table'] = wantedOf('unknown-format', FORMATS, text(values, 'format'), call) ?? [];
    const settings = { ...settingsOf(call), days: daysOf(call) };
    return withPortfolio(call, settings, async (store) => {
      const answers = await answersTo(reports, store, { ...settings, nowMs: call.edge.nowMs });
      if (format === 'json') call.edge.out(JSON.stringify(Object.fromEntries(answers), null, 2));
      else for (const [report, rows] of answers) print(report, rows, format, settings.days, call);
    });
  },
};

export const PORTFOLIO_COMMANDS: Readonly<Record<string, Command>> = {
  export: exportCommand,
  layout: layoutCommand,
  report: reportCommand,
};

async function answersTo(
  reports: readonly ReportName[],
  store: Store,
  options: Parameters<typeof ask>[2],
): Promise<[ReportName, Answer[]][]> {
  const answers: [ReportName, Answer[]][] = [];
  for (const report of reports) answers.push([report, await ask(store, report, options)]);
  return answers;
}

function print(
  report: ReportName,
  answers: readonly Answer[],
  format: 'csv' | 'table',
  days: number,
  { edge, translate }: Call,
): void {
  const columns = columnsOf(report, translate);
  if (format === 'csv') {
    for (const line of asCsv(columns, answers)) edge.out(line);
    return;
  }
  edge.out(`\n${translate(`portfolio.title-${report}`)}`);
  if (answers.length === 0) edge.out(translate(`portfolio.none-${report}`, { count: days }));
  else for (const line of asTable(columns, answers)) edge.out(line);
}

function settingsOf(call: Call) {
  return { rulebook: directoryFor(call)?.rulebook ?? serviceManagement, regions: regionsOf(call) };
}

function regionsOf({ values, translate }: Call): ReadonlyMap<string, string> {
  const path = text(values, 'regions');
  if (path === undefined) return new Map();
  if (!existsSync(path)) throw new Complaint([translate('provision.file-missing', { path })]);
  const { rows } = readCsv(readFileSync(path));
  if (rows.length === 0 || rows.some((row) => row.length !== 2)) {
    throw new Complaint([translate('portfolio.regions-unreadable', { path })]);
  }
  return new Map(rows.map(([calendar = '', region = '']) => [calendar.trim().toLowerCase(), region.trim()]));
}

function daysOf({ values, translate }: Call): number {
  const days = Number(text(values, 'days') ?? USUAL_DAYS);
  if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return days;
  throw new Complaint([translate('portfolio.days-unreadable')]);
}

function oneOf<T extends string>(names: readonly T[], name: string): T | undefined {
  return names.find((one) => one === name);
}

function wantedOf<T extends string>(
  whenUnknown: 'unknown-format' | 'unknown-report',
  names: readonly T[],
  name: string | undefined,
  { translate }: Call,
): T[] | undefined {
  if (name === undefined) return undefined;
  const found = oneOf(names, name);
  const key: MessageKey = `portfolio.${whenUnknown}`;
  if (!found) throw new Complaint([translate(key, { name, names: names.join(', ') })]);
  return [found];
}
