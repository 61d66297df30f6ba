/** Runs many schedules and adds up what they met. */
import { runCountdownSchedule } from './countdown-schedule.ts';
import { fakeWorld } from './fake-world.ts';
import { type Outcome, runSchedule } from './schedule.ts';
import { runStorageSchedule } from './storage-schedule.ts';
import type { World } from './world.ts';

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

export async function runSchedules(
  firstSeed: number,
  schedules: number,
  worldOf: () => World = fakeWorld,
): Promise<Report> {
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
    const outcome: Outcome = await runSchedule(seed, worldOf);
    for (const sum of ['entries', 'faults', 'late', 'kept'] as const) report[sum] += outcome[sum];
    for (const wrong of ['lost', 'doubled', 'disordered', 'overwritten'] as const) {
      report[wrong].push(...outcome[wrong].map((key) => `seed ${seed}: ${key}`));
    }
  }
  return report;
}

/** The stored directory under a storage that goes wrong. */
export async function runStorage(firstSeed: number, schedules: number) {
  const report = { schedules, steps: 0, faults: 0, restored: 0, wrong: [] as string[] };
  for (let seed = firstSeed; seed < firstSeed + schedules; seed++) {
    const outcome = await runStorageSchedule(seed);
    for (const sum of ['steps', 'faults', 'restored'] as const) report[sum] += outcome[sum];
    report.wrong.push(...outcome.wrong.map((what) => `seed ${seed}: ${what}`));
  }
  return report;
}

/** Countdowns under clocks that jump. */
export function runCountdowns(firstSeed: number, schedules: number) {
  const report = { schedules, moments: 0, jumps: 0, wrong: [] as string[] };
  for (let seed = firstSeed; seed < firstSeed + schedules; seed++) {
    const outcome = runCountdownSchedule(seed);
    for (const sum of ['moments', 'jumps'] as const) report[sum] += outcome[sum];
    report.wrong.push(...outcome.wrong.map((what) => `seed ${seed}: ${what}`));
  }
  return report;
}
