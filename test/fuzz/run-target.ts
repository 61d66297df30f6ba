/** Runs many inputs against one target; a failure is told with the seed that shows it again. */
import { diceOf } from './mutate.ts';
import type { Target } from './target.ts';

export interface FuzzReport {
  inputs: number;
  accepted: number;
  failures: string[];
  /** Of the processor's time: a machine with other work to do is no fault of the input. */
  slowestMs: number;
}

const MOST_TOLD = 10;
const MICROSECONDS = 1000;

export async function runTarget(target: Target, firstSeed: number, inputs: number): Promise<FuzzReport> {
  const report: FuzzReport = { inputs, accepted: 0, failures: [], slowestMs: 0 };
  for (let seed = firstSeed; seed < firstSeed + inputs && report.failures.length < MOST_TOLD; seed++) {
    const before = process.cpuUsage();
    try {
      if (await target.run(diceOf(seed))) report.accepted++;
    } catch (error) {
      report.failures.push(`${target.name}, seed ${seed}: ${error instanceof Error ? error.stack : error}`);
    }
    const { user, system } = process.cpuUsage(before);
    report.slowestMs = Math.max(report.slowestMs, (user + system) / MICROSECONDS);
  }
  return report;
}
