/** One vitest process: its lines go to the terminal, its report is added up. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../run.mjs';
import { ROOT } from '../walk.ts';
import { type Tally, tallyOf, type VitestReport } from './tally.ts';

export interface VitestRun {
  /** What it is called at the end. */
  name: string;
  projects: readonly string[];
  /** Only the files whose path contains one of these; all where empty. */
  filters: readonly string[];
  excluded: readonly string[];
  limitMs: number;
}

function readReport(path: string): VitestReport | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

export async function runVitest({ name, projects, filters, excluded, limitMs }: VitestRun): Promise<Tally> {
  const work = mkdtempSync(join(tmpdir(), 'dueline-vitest-'));
  const file = join(work, 'report.json');
  try {
    const { code, timedOut } = await run(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        ...projects.flatMap((project) => ['--project', project]),
        ...excluded.flatMap((path) => ['--exclude', path]),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
        ...filters,
      ],
      { cwd: ROOT, live: true, timeoutMs: limitMs },
    );
    const tally = tallyOf(name, readReport(file), code);
    if (!timedOut) return tally;
    return { ...tally, failed: [...tally.failed, `${name}: stopped after ${limitMs / 60_000} minutes`] };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
