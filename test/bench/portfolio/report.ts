/** Runs the measurement on two cores, where the system can give a process two, and says what it came to. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const TRACKERS = 1000;

export function portfolioReport(): string[] {
  const script = fileURLToPath(new URL('./measure.ts', import.meta.url));
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const node = [process.execPath, '--import', loader, script, String(TRACKERS)];
  const hasTaskset = spawnSync('taskset', ['-V']).status === 0;
  const [program, ...args] = hasTaskset ? ['taskset', '-c', '0,1', ...node] : node;
  const said = execFileSync(program!, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const { rows, loadMs, askMs, againMs, workbooks, workbooksMs, megabytes } = JSON.parse(said) as Record<
    string,
    number
  >;
  const line = (what: string, found: string, wanted = '') =>
    `  ${what.padEnd(52)}${found.padStart(10)}   ${wanted}`;
  const seconds = (ms: number) => `${(Math.ceil(ms! / 100) / 10).toFixed(1)} s`;
  return [
    `Portfolio: ${TRACKERS.toLocaleString('en')} exported trackers, ${rows!.toLocaleString('en')} rows, on ${hasTaskset ? 'two cores' : 'all cores'}`,
    line('read, once', seconds(loadMs!)),
    line('all four reports', seconds(askMs!)),
    line('together', seconds(loadMs! + askMs!), 'at most 60 s'),
    line('read again, unchanged', seconds(againMs!)),
    line('most memory', `${Math.ceil(megabytes!)} MB`, 'at most 2,000 MB'),
    line(`${workbooks} such trackers as .xlsx instead`, seconds(workbooksMs!), 'at most 6 s'),
  ];
}
