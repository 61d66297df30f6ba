/** A portfolio of trackers that a test has made, loaded as the command loads it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDirectory, serviceManagement } from '#core';
import { describeTracker, directoryRows, type TrackerRows, tabOf, wordsOf } from '#core/tracker/index.ts';
import { type AskOptions, ask } from '../../../sheets-addon/provision/portfolio/ask.ts';
import {
  type Conversion,
  convertDirectory,
  convertFolder,
  convertWorkbook,
} from '../../../sheets-addon/provision/portfolio/convert.ts';
import { type Loaded, load } from '../../../sheets-addon/provision/portfolio/load.ts';
import type { ReportName } from '../../../sheets-addon/provision/portfolio/queries.ts';
import type { Answer } from '../../../sheets-addon/provision/portfolio/reports.ts';
import { type Source, sourcesOf } from '../../../sheets-addon/provision/portfolio/sources.ts';
import { openStore } from '../../../sheets-addon/provision/portfolio/store.ts';
import { directoryOf, type Parts } from '../../core/scope/book.ts';

const CONVERT = { directory: convertDirectory, folder: convertFolder, workbook: convertWorkbook };

export interface Portfolio {
  folder: string;
  /** Every conversion that was asked for, by path. */
  converted: string[];
  load(names?: readonly string[]): Promise<Loaded & { missing: string[] }>;
  ask(report: ReportName, options?: Partial<AskOptions>): Promise<Answer[]>;
  sql(sql: string): Promise<Answer[]>;
  close(): void;
}

export async function portfolioAt(
  nowMs: number,
  regions: ReadonlyMap<string, string> = new Map(),
): Promise<Portfolio> {
  const folder = mkdtempSync(join(tmpdir(), 'dueline-portfolio-test-'));
  mkdirSync(join(folder, 'trackers'));
  const store = await openStore(null);
  const converted: string[] = [];
  const convert = async ({ kind, path }: Source, conversion: Conversion) => {
    converted.push(path);
    await CONVERT[kind as keyof typeof CONVERT](conversion);
  };
  return {
    folder: join(folder, 'trackers'),
    converted,
    async load(names = [join(folder, 'trackers')]) {
      const { sources, missing } = sourcesOf(names);
      const loaded = await load(sources, {
        store,
        rulebook: serviceManagement,
        nowMs,
        regions,
        convert,
        sheetVersion: async () => '1',
        progress: () => {},
      });
      return { ...loaded, missing };
    },
    ask: (report, options) =>
      ask(store, report, { rulebook: serviceManagement, nowMs, days: 28, ...options }),
    sql: (sql) => store.ask(sql),
    close: () => {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const DESCRIBED = describeTracker({ language: 'en', rulebook: serviceManagement });

/** What a tracker in English holds of a directory that is told in parts. */
export function rowsOf(parts: Parts): TrackerRows {
  const book = openDirectory(directoryOf(parts));
  if (Array.isArray(book)) throw new Error(JSON.stringify(book));
  return { ...directoryRows(book, wordsOf('en'), '2026-06-12'), rules: tabOf(DESCRIBED, 'rules').rows };
}
