/** One measurement in a process of its own: how long a portfolio takes from files to reports, and how much memory. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceManagement } from '#core';
import { ask } from '../../../sheets-addon/provision/portfolio/ask.ts';
import { type LoadOptions, load } from '../../../sheets-addon/provision/portfolio/load.ts';
import { REPORTS } from '../../../sheets-addon/provision/portfolio/reports.ts';
import { sourcesOf } from '../../../sheets-addon/provision/portfolio/sources.ts';
import { openStore, THREADS } from '../../../sheets-addon/provision/portfolio/store.ts';
import { openWorkers } from '../../../sheets-addon/provision/portfolio/workers.ts';
import { writeRows } from '../../../sheets-addon/provision/write-tracker.ts';
import { makeTracker, trackerRows } from './make.ts';

const NOW_MS = Date.parse('2026-06-12T12:00Z');
const WORKBOOKS = 100;
const OPTIONS = {
  rulebook: serviceManagement,
  nowMs: NOW_MS,
  regions: new Map<string, string>(),
  sheetVersion: async () => '',
  progress: () => {},
};
const [trackers = 1000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'dueline-bench-'));
const kilobytes = () => process.resourceUsage().maxRSS;
try {
  for (let number = 0; number < trackers; number++)
    makeTracker(join(folder, 'all', `t${number}`), number, trackers);
  const startMs = performance.now();
  const store = await openStore(join(folder, 'portfolio.duckdb'));
  const options = { ...OPTIONS, store, convert: async () => {} };
  const { loaded, bad } = await load(sourcesOf([join(folder, 'all')]).sources, options);
  if (loaded !== trackers || bad.length > 0) throw new Error(`${bad.length} of the bench's trackers are bad`);
  const loadedMs = performance.now();
  for (const report of REPORTS)
    await ask(store, report, { rulebook: serviceManagement, nowMs: NOW_MS, days: 28 });
  const askedMs = performance.now();
  await load(sourcesOf([join(folder, 'all')]).sources, options);
  const againMs = performance.now();
  const rows = await store.ask('SELECT sum(row_count) AS count FROM trackers');
  const peak = kilobytes();
  store.close();
  const workbooksMs = await readWorkbooks(join(folder, 'books'));
  console.log(
    JSON.stringify({
      rows: rows[0]!.count,
      loadMs: loadedMs - startMs,
      askMs: askedMs - loadedMs,
      againMs: againMs - askedMs,
      workbooks: WORKBOOKS,
      workbooksMs,
      megabytes: peak / 1024,
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** By the processes that the command has for it, from their start. */
async function readWorkbooks(books: string): Promise<number> {
  mkdirSync(books);
  for (let number = 0; number < WORKBOOKS; number++) {
    const file = writeRows(trackerRows(number, WORKBOOKS), { language: 'en', rulebook: serviceManagement });
    writeFileSync(join(books, `t${number}.xlsx`), file);
  }
  const startMs = performance.now();
  const workers = openWorkers(THREADS);
  const store = await openStore(null);
  const convert: LoadOptions['convert'] = (_, conversion) => workers.convert('workbook', conversion);
  const { loaded } = await load(sourcesOf([books]).sources, { ...OPTIONS, store, convert });
  if (loaded !== WORKBOOKS) throw new Error(`only ${loaded} of the bench's workbooks could be read`);
  workers.end();
  store.close();
  return performance.now() - startMs;
}
