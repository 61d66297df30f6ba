/** Runs many schedules and adds up what they met. */
import { type Outcome, runSchedule } from './schedule.ts';

export interface Report {
  schedules: number;
  entries: number;
  faults: number;
  late: number;
  kept: number;
  /** Each with the seed that shows it again. */
  lost: string[];
  doubled: string[];
  disordered: string[];
  overwritten: string[];
}

export async function runSchedules(firstSeed: number, schedules: number): Promise<Report> {
  const report: Report = {
    schedules,
    entries: 0,
    faults: 0,
    late: 0,
    kept: 0,
    lost: [],
    doubled: [],
    disordered: [],
    overwritten: [],
  };
  for (let seed = firstSeed; seed < firstSeed + schedules; seed++) {
    const outcome: Outcome = await runSchedule(seed);
    for (const sum of ['entries', 'faults', 'late', 'kept'] as const) report[sum] += outcome[sum];
    for (const wrong of ['lost', 'doubled', 'disordered', 'overwritten'] as const) {
      report[wrong].push(...outcome[wrong].map((key) => `seed ${seed}: ${key}`));
    }
  }
  return report;
}
