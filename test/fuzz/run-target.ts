/** Runs many inputs against one target; a failure is told with the seed that shows it again. */
import { diceOf } from './mutate.ts';
import type { Target } from './targets.ts';

export interface FuzzReport {
  inputs: number;
  accepted: number;
  failures: string[];
  slowestMs: number;
}

const MOST_TOLD = 10;

export async function runTarget(target: Target, firstSeed: number, inputs: number): Promise<FuzzReport> {
  const report: FuzzReport = { inputs, accepted: 0, failures: [], slowestMs: 0 };
  for (let seed = firstSeed; seed < firstSeed + inputs && report.failures.length < MOST_TOLD; seed++) {
    const started = performance.now();
    try {
      if (await target.run(diceOf(seed))) report.accepted++;
    } catch (error) {
      report.failures.push(`${target.name}, seed ${seed}: ${error instanceof Error ? error.stack : error}`);
    }
    report.slowestMs = Math.max(report.slowestMs, performance.now() - started);
  }
  return report;
}
