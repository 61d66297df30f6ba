/** Brings a portfolio up to date: what has not changed since it was last read is not read again. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rulebook } from '#core/rulebook/schema.ts';
import { guarded } from '../tables/csv-guard.ts';
import { readCsv } from '../tables/read-csv.ts';
import type { Conversion } from './convert.ts';
import {
  type BadTracker,
  folderReader,
  LONG_TABS,
  type LongTabId,
  NotATracker,
  type TrackerFolder,
} from './folder.ts';
import { TABLE_NAMES, type TableName, type TableRow } from './layout.ts';
import { alike, insertLong, type LongFile } from './long-sql.ts';
import { type SmallTables, smallTables } from './small-tables.ts';
import { liesReady, type Source, versionOf } from './sources.ts';
import type { Store } from './store.ts';

export interface LoadOptions {
  store: Store;
  rulebook: Rulebook;
  nowMs: number;
  regions: ReadonlyMap<string, string>;
  /** Turns what is no folder into one. */
  convert(source: Source, conversion: Conversion): Promise<void>;
  /** The version of a spreadsheet at Google. */
  sheetVersion(source: Source): Promise<string>;
  progress(done: number, total: number): void;
}

export interface Bad extends BadTracker {
  name: string;
}

export interface Loaded {
  loaded: number;
  unchanged: number;
  bad: Bad[];
}

interface Wanted {
  source: Source;
  tracker: number;
  version: string;
}

interface Ready extends Wanted {
  folder: TrackerFolder;
  small: SmallTables;
}

const BATCH = 40;
const SMALL = ['answers', 'engagements', 'managers', 'time_off'] as const;

export async function load(sources: readonly Source[], options: LoadOptions): Promise<Loaded> {
  const { store, progress } = options;
  const bad: Bad[] = [];
  const wanted = await clearFor(sources, options, bad);
  const folder = mkdtempSync(join(tmpdir(), 'dueline-portfolio-'));
  const read = folderReader(options.rulebook);
  const prepare = (from: number) =>
    prepared(wanted.slice(from, from + BATCH), { ...options, read, folder, bad });
  try {
    let [next, later] = [prepare(0), prepare(BATCH)];
    for (let at = 0; at < wanted.length; at += BATCH) {
      const ready = await next;
      const writing = write(ready, store, folder, bad);
      // The database writes on its own threads while the next trackers are read on ours; two batches wait, so that no
      // process is without one while the last of another is turned.
      [next, later] = [later, prepare(at + 2 * BATCH)];
      await writing;
      progress(Math.min(at + BATCH, wanted.length), wanted.length);
    }
    await Promise.all([next, later]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { loaded: wanted.length - bad.length, unchanged: sources.length - wanted.length, bad };
}

/** What is to be read, after everything that is out of date, no longer asked for or half written has been taken out. */
async function clearFor(
  sources: readonly Source[],
  { store, sheetVersion }: LoadOptions,
  bad: Bad[],
): Promise<Wanted[]> {
  const known = await store.ask('SELECT tracker, name, version FROM trackers');
  const byName = new Map(known.map((row) => [row.name, row]));
  let last = Math.max(0, ...known.map(({ tracker }) => Number(tracker)));
  const kept: number[] = [];
  const wanted: Wanted[] = [];
  for (const source of sources) {
    const version = await versionFor(source, sheetVersion, bad);
    if (version === null) continue;
    const before = byName.get(source.path);
    if (before?.version === version) kept.push(Number(before.tracker));
    else wanted.push({ source, tracker: ++last, version });
  }
  const stays = kept.length === 0 ? 'FALSE' : `tracker IN (${kept.join(', ')})`;
  // `trackers` last: a run that is broken off here takes up the same rows again.
  for (const table of TABLE_NAMES) await store.run(`DELETE FROM ${table} WHERE NOT (${stays})`);
  return wanted;
}

async function versionFor(source: Source, sheetVersion: LoadOptions['sheetVersion'], bad: Bad[]) {
  if (source.kind !== 'sheet') return versionOf(source);
  try {
    return await sheetVersion(source);
  } catch (error) {
    bad.push(badOf(source, error));
    return null;
  }
}

interface Preparing extends LoadOptions {
  read: ReturnType<typeof folderReader>;
  folder: string;
  bad: Bad[];
}

async function prepared(wanted: readonly Wanted[], options: Preparing): Promise<Ready[]> {
  const { read, folder, bad, convert, rulebook, nowMs } = options;
  const ready = await Promise.all(
    wanted.map(async (one): Promise<Ready[]> => {
      try {
        const { source, tracker } = one;
        const out = liesReady(source) ? source.path : join(folder, String(tracker));
        if (out !== source.path) await convert(source, { path: source.path, out, rulebook, nowMs });
        const found = read(out);
        return [{ ...one, folder: found, small: smallTables(found, { ...options, tracker }) }];
      } catch (error) {
        bad.push(badOf(one.source, error));
        return [];
      }
    }),
  );
  return ready.flat();
}

function badOf({ name }: Source, error: unknown): Bad {
  if (error instanceof NotATracker) return { name, ...error.bad };
  const detail = error instanceof Error ? error.message : String(error);
  return { name, reason: 'unreadable', values: { detail } };
}

async function write(ready: readonly Ready[], store: Store, folder: string, bad: Bad[]): Promise<void> {
  for (const table of SMALL) await appendAll(store, table, ready);
  const failed = new Set<number>();
  for (const table of LONG_TABS) await writeLong(table, ready, store, { folder, bad, failed });
  const whole = ready.filter(({ tracker }) => !failed.has(tracker));
  if (failed.size > 0) {
    for (const table of TABLE_NAMES)
      await store.run(`DELETE FROM ${table} WHERE tracker IN (${[...failed].join(', ')})`);
  }
  await store.append('trackers', await counted(whole, store));
}

async function appendAll<T extends (typeof SMALL)[number]>(store: Store, table: T, ready: readonly Ready[]) {
  await store.append(
    table,
    ready.flatMap(({ small }) => small[table] as TableRow<T>[]),
  );
}

interface Failing {
  folder: string;
  bad: Bad[];
  failed: Set<number>;
}

async function writeLong(
  table: LongTabId,
  ready: readonly Ready[],
  store: Store,
  { folder, bad, failed }: Failing,
): Promise<void> {
  const groups = new Map<string, (LongFile & { of: Ready })[]>();
  for (const of of ready) {
    const file = { of, tracker: of.tracker, language: of.folder.language, tab: of.folder.long[table] };
    groups.set(alike(file), [...(groups.get(alike(file)) ?? []), file]);
  }
  for (const files of groups.values()) {
    try {
      await store.run(insertLong(table, files));
    } catch {
      // One of them is not as plain as the database wants it: each by itself, as patiently as we read.
      for (const file of files) {
        try {
          await store.run(insertLong(table, [{ ...file, tab: plain(file, folder) }]));
        } catch (error) {
          failed.add(file.tracker);
          bad.push(badOf(file.of.source, error));
        }
      }
    }
  }
}

/** The same table, quoted throughout, with as many fields in each row as it has headers. */
function plain({ tab, tracker }: LongFile, folder: string): LongFile['tab'] {
  const { rows } = readCsv(readFileSync(tab.path));
  const path = join(folder, `${tracker}-plain.csv`);
  const field = (text: string | undefined) => `"${guarded(text ?? '').replaceAll('"', '""')}"`;
  writeFileSync(
    path,
    rows.map((row) => `${tab.columns.map((_, place) => field(row[place])).join(',')}\n`).join(''),
  );
  return { ...tab, path, separator: ',' };
}

const COUNT: Record<LongTabId, string> = {
  activities: 'engagement IS NULL OR week IS NULL OR ms IS NULL',
  cases: 'engagement IS NULL OR status IS NULL',
};

async function counted(ready: readonly Ready[], store: Store): Promise<TableRow<'trackers'>[]> {
  if (ready.length === 0) return [];
  const own = ready.map(({ tracker }) => tracker).join(', ');
  const count = (table: TableName & LongTabId) =>
    `SELECT tracker, count(*) AS row_count, count(*) FILTER (${COUNT[table]}) AS unread FROM ${table} WHERE tracker IN (${own}) GROUP BY tracker`;
  const rows = await store.ask(
    `SELECT tracker, sum(row_count) AS row_count, sum(unread) AS unread FROM (${LONG_TABS.map(count).join(' UNION ALL ')}) GROUP BY tracker`,
  );
  const found = new Map(rows.map((row) => [row.tracker, row]));
  return ready.map(({ tracker, source, version }) => ({
    tracker,
    name: source.path,
    version,
    row_count: found.get(tracker)?.row_count ?? 0,
    unread: found.get(tracker)?.unread ?? 0,
  }));
}
