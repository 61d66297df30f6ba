/** `npm run portfolio` as its user runs it, with trackers on the disk and at Google. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeEach, expect, test } from 'vitest';
import { LANGUAGES } from '#core';
import { serialOf, wordsOf } from '#core/tracker/index.ts';
import { asBigQuery, QUERIES } from '../../../sheets-addon/provision/portfolio/queries.ts';
import { makeTracker, wantedTracker } from '../provision/account.ts';
import { type GoogleWorld, googleWorld } from '../provision/world.ts';
import { fixtureT } from '../support/fixture-t.ts';

let google: GoogleWorld['google'];
let account: GoogleWorld['account'];
let terminal: GoogleWorld['terminal'];
beforeEach(async () => {
  ({ google, account, terminal } = await googleWorld());
});

async function atGoogle(): Promise<string> {
  const wanted = wantedTracker('en', fixtureT(wordsOf('en')), { cases: 60, contacts: 30, activities: 30 });
  const { id } = await makeTracker(account, wanted);
  return `https://docs.google.com/spreadsheets/d/${id}/edit`;
}

test('a spreadsheet and its export say the same; unchanged, it is not read again', async () => {
  const address = await atGoogle();
  const folder = join(terminal.folder, 'exported');
  expect(await terminal.tracker('export', address, '--out', folder)).toBe(0);
  expect(await terminal.portfolio('report', folder, '--format', 'json')).toBe(0);
  const wanted = terminal.out.join('\n');
  expect(JSON.parse(wanted).limits.length).toBeGreaterThan(0);
  const store = join(terminal.folder, 'portfolio.duckdb');
  expect(await terminal.portfolio('report', address, '--format', 'json', '--store', store)).toBe(0);
  expect(terminal.out.join('\n')).toBe(wanted);
  const before = google.calls.length;
  expect(await terminal.portfolio('report', address, '--format', 'json', '--store', store)).toBe(0);
  expect(terminal.out.join('\n')).toBe(wanted);
  // Its version is asked for, and nothing else.
  expect(google.calls.length - before).toBe(1);
});

test('a spreadsheet is near a limit from where it warns itself, and so is its export', async () => {
  const worked = { date: serialOf('2026-06-15'), engagement: 'E-1', hours: 5 };
  const wanted = wantedTracker(
    'en',
    { ...fixtureT(wordsOf('en')), activities: [worked] },
    { cases: 60, contacts: 30 },
  );
  const { id } = await makeTracker(account, { ...wanted, named: { warnFromShare: 0.5 } });
  const hours = async (source: string) => {
    expect(await terminal.portfolio('report', source, '--format', 'json')).toBe(0);
    const { limits } = JSON.parse(terminal.out.join('\n')) as { limits: { rule: string; used: number }[] };
    return limits.flatMap(({ rule, used }) => (rule === 'weekly-hours' ? [used] : []));
  };
  const address = `https://docs.google.com/spreadsheets/d/${id}/edit`;
  expect(await hours(address)).toEqual([5 * 3_600_000]);
  const folder = join(terminal.folder, 'exported');
  await terminal.tracker('export', address, '--out', folder);
  expect(await hours(folder)).toEqual([5 * 3_600_000]);
});

test('a store that an earlier version has kept is read anew', async () => {
  const folder = join(terminal.folder, 'exported');
  await terminal.tracker('export', await atGoogle(), '--out', folder);
  const store = join(terminal.folder, 'portfolio.duckdb');
  const report = () => terminal.portfolio('report', folder, '--format', 'json', '--store', store);
  expect(await report()).toBe(0);
  const wanted = terminal.out.join('\n');
  await inDatabase(store, 'ALTER TABLE engagements DROP COLUMN warn_from');
  expect(await report()).toBe(0);
  expect(terminal.out.join('\n')).toBe(wanted);
});

test('a database with a table of somebody’s own that is called like ours loses nothing', async () => {
  const folder = join(terminal.folder, 'exported');
  await terminal.tracker('export', await atGoogle(), '--out', folder);
  const store = join(terminal.folder, 'own.duckdb');
  await inDatabase(store, "CREATE TABLE cases AS SELECT 'kept' AS note");
  expect(await terminal.portfolio('report', folder, '--store', store)).toBe(1);
  expect(terminal.notes).toEqual([
    `${store} is no database of Dueline’s (cases). Nothing in it was changed; name another file with --store.`,
  ]);
  expect(await inDatabase(store, 'SELECT note FROM cases')).toEqual([{ note: 'kept' }]);
  const text = join(terminal.folder, 'notes.txt');
  writeFileSync(text, 'kept');
  expect(await terminal.portfolio('report', folder, '--store', text)).toBe(1);
  expect(terminal.notes.at(-1)).toContain('notes.txt is no database of Dueline’s');
  expect(readFileSync(text, 'utf8')).toBe('kept');
});

async function inDatabase(path: string, sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowObjects();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

test.each(LANGUAGES)('%s: a table for each report, aligned, with words for everything', async (language) => {
  const folder = join(terminal.folder, 'exported');
  await terminal.tracker('export', await atGoogle(), '--out', folder);
  expect(await terminal.portfolio('report', folder, '--language', language)).toBe(0);
  const lines = terminal.out.flatMap((line) => line.split('\n'));
  expect(lines.filter((line) => /\b(portfolio|rule|tier|column)\.\w|undefined|NaN|null/.test(line))).toEqual(
    [],
  );
  expect(lines.filter((line) => line.startsWith('──')).length).toBeGreaterThan(0);
});

test('a bad tracker fails the run and is named; with --skip-bad the rest is enough', async () => {
  const folder = join(terminal.folder, 'exported');
  await terminal.tracker('export', await atGoogle(), '--out', folder);
  mkdirSync(join(terminal.folder, 'list'));
  const list = join(terminal.folder, 'list', 'all.txt');
  writeFileSync(
    list,
    `${folder}\n${terminal.folder}/gone\nhttps://docs.google.com/spreadsheets/d/nobodys/edit\n`,
  );
  expect(await terminal.portfolio('report', `@${list}`, '--report', 'limits')).toBe(1);
  expect(terminal.notes).toContain(`${terminal.folder}/gone: there is nothing of that name`);
  expect(terminal.notes.join('\n')).toContain('nobodys/edit: Google does not give it');
  expect(terminal.out.length).toBeGreaterThan(3);
  expect(await terminal.portfolio('report', `@${list}`, '--report', 'limits', '--skip-bad')).toBe(0);
  expect(await terminal.portfolio('report', folder, '--report', 'nonsense')).toBe(1);
  expect(terminal.notes).toEqual([
    'There is no report nonsense. There are: limits, additional, responses, cover.',
  ]);
  expect(await terminal.portfolio('report', folder, '--days', '0')).toBe(1);
});

test('what goes to BigQuery: one Parquet file for each table, and the statements that make and ask them', async () => {
  const folder = join(terminal.folder, 'exported');
  await terminal.tracker('export', await atGoogle(), '--out', folder);
  const out = join(terminal.folder, 'it’s');
  expect(await terminal.portfolio('export', folder, '--out', out)).toBe(0);
  expect(await terminal.portfolio('layout', 'bigquery')).toBe(0);
  const tables = terminal.out.flatMap((line) => /^CREATE TABLE IF NOT EXISTS (\w+)/.exec(line)?.[1] ?? []);
  expect(tables.length).toBe(7);
  expect(tables.filter((table) => !existsSync(join(out, `${table}.parquet`)))).toEqual([]);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const path = join(out, 'cases.parquet').replaceAll("'", "''");
  const [[count]] = (await connection.runAndReadAll(`SELECT count(*) FROM '${path}'`)).getRows() as [
    [bigint],
  ];
  expect(Number(count)).toBe(fixtureT(wordsOf('en')).cases!.length);
  connection.closeSync();
});

test('a cell cannot write into the terminal, nor a formula into the CSV', async () => {
  const rows = fixtureT(wordsOf('en'));
  const managers = rows.managers!.map((row) => ({ ...row, name: '=1+1 \u001b[2J\u202e' }));
  const wanted = wantedTracker('en', { ...rows, managers }, { cases: 60, contacts: 30, activities: 30 });
  const { id } = await makeTracker(account, wanted);
  const address = `https://docs.google.com/spreadsheets/d/${id}/edit`;
  await terminal.portfolio('report', address, '--report', 'limits');
  expect(terminal.out.join('')).toContain('=1+1');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(terminal.out.join('')).not.toMatch(/[\u001b\u202e]/);
  await terminal.portfolio('report', address, '--report', 'limits', '--format', 'csv');
  expect(terminal.out.join('\n')).toContain(`"'=1+1`);
});

test('BigQuery is asked the same, in its own words', () => {
  for (const query of Object.values(QUERIES)) {
    const own = asBigQuery(query);
    expect(own).not.toMatch(/\$|VARCHAR|DOUBLE|BIGINT|::|QUALIFY|FILTER|date_trunc/);
    expect([...own.matchAll(/@(\w+)/g)].length).toBe([...query.matchAll(/\$(\w+)/g)].length);
  }
});
