/** `npm run test:faults [schedules] [first seed]`: the long run. Loopback is not even needed: nothing leaves this process. */
import { fakeWorld } from './fake-world.ts';
import { googleWorld } from './google-world.ts';
import { runCountdowns, runSchedules, runStorage } from './run-schedules.ts';

const WORLDS = [
  ['write-back', fakeWorld],
  ['write-back at Google', googleWorld],
] as const;
const [schedules = 10_000, firstSeed = 1] = process.argv.slice(2).map(Number);
console.log(`${schedules} schedules of each kind, seeds ${firstSeed} to ${firstSeed + schedules - 1}`);
const wrong: string[] = [];
let entries = 0;
for (const [name, worldOf] of WORLDS) {
  const report = await runSchedules(firstSeed, schedules, worldOf);
  const { lost, doubled, disordered, overwritten } = report;
  wrong.push(...lost, ...doubled, ...disordered, ...overwritten);
  entries += report.entries;
  console.log(
    `${name}: ${report.entries} entries, ${report.faults} faults injected, ${report.late} requests carried out late, lost ${lost.length}, doubled ${doubled.length}, out of order ${disordered.length}, rows of other people overwritten ${overwritten.length}, kept for their user ${report.kept}`,
  );
}
const stored = await runStorage(firstSeed, schedules);
console.log(
  `storage: ${stored.steps} steps, ${stored.faults} faults injected, the good copy stood in ${stored.restored} times, wrong ${stored.wrong.length}`,
);
const counted = runCountdowns(firstSeed, schedules);
console.log(
  `clocks: ${counted.moments} moments looked at, ${counted.jumps} jumps, wrong ${counted.wrong.length}`,
);
const all = [...wrong, ...stored.wrong, ...counted.wrong];
for (const one of all) console.error(one);
process.exitCode = all.length === 0 && entries > 0 ? 0 : 1;
