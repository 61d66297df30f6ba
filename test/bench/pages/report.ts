/** The costs of a page's overlay and badges, as lines of the bench. */
import { CHROMIUM, findTool } from '../../support/tools.ts';
import { measurePages } from './measure.ts';

const row = (what: string, value: string, limit: string) =>
  `  ${what.padEnd(58)}${value.padStart(14)}   ${limit}`;
const KB = 1_000;
const tasks = (found: readonly number[]) => (found.length === 0 ? 'none' : `${found.join(', ')} ms`);
const at = (sorted: readonly number[], share: number) =>
  `${Math.ceil(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)} ms`;

/** Names what is missing where there is no browser to measure in. */
export async function pageReport(): Promise<string[]> {
  const program = findTool(CHROMIUM);
  if (!program) return [`  not measured: ${CHROMIUM.wayOut}`];
  const costs = await measurePages(program);
  return [
    row('overlay painted, own work in the page, median', `${costs.overlayMs.toFixed(1)} ms`, 'at most 50 ms'),
    row(
      '  page ready → overlay, the background asleep, median',
      `${Math.ceil(costs.fromAsleepMs)} ms`,
      'at most 250 ms',
    ),
    row('  one tick of its countdown, median', hundredths(costs.ticks.ours, 0.5), 'at most 0.2 ms'),
    row('    the longest of a minute', hundredths(costs.ticks.ours, 1), ''),
    row(
      '    a script that sets one text a second, median',
      hundredths(costs.ticks.bare, 0.5),
      'no tick is less',
    ),
    row('popup until its first paint, median', `${Math.ceil(costs.popupMs)} ms`, 'at most 100 ms'),
    row('package for a store', `${Math.ceil(costs.zipBytes / KB)} kB`, 'at most 400 kB'),
    row(
      'overlay, 5,000 nodes, 10 changes a second: share of a core',
      percent(costs.busyShare),
      'at most 2 %',
    ),
    row('  long tasks there', tasks(costs.busyLongTasks), 'none'),
    row('  layout shift there', costs.layoutShift.toFixed(4), '0'),
    row('navigation without a reload → overlay, median', at(costs.navigationMs, 0.5), ''),
    row('  slowest', at(costs.navigationMs, 1), 'at most 300 ms'),
    row(
      'badges for 1,000 rows: processor time in the page, median',
      `${Math.ceil(costs.listMs)} ms`,
      'at most 100 ms',
    ),
    row('  long tasks meanwhile', tasks(costs.listLongTasks), `the page alone: ${tasks(costs.ownLongTasks)}`),
  ];
}

/** Cut up, as every figure here. */
function hundredths(sorted: readonly number[], share: number): string {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return `${(Math.ceil(value * 100) / 100).toFixed(2)} ms`;
}

/** Cut up: never less than it was. */
function percent(share: number): string {
  return `${(Math.ceil(Math.max(0, share) * 1_000) / 10).toFixed(1)} %`;
}
