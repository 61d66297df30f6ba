/** `npm run test:faults [schedules] [first seed]`: the long run. Loopback is not even needed: nothing leaves this process. */
import { runCountdowns, runSchedules, runStorage } from './run-schedules.ts';

const [schedules = 10_000, firstSeed = 1] = process.argv.slice(2).map(Number);
const report = await runSchedules(firstSeed, schedules);
const { lost, doubled, disordered, overwritten } = report;
const wrong = [...lost, ...doubled, ...disordered, ...overwritten];
console.log(`${report.schedules} schedules, seeds ${firstSeed} to ${firstSeed + schedules - 1}`);
console.log(
  `${report.entries} entries, ${report.faults} faults injected, ${report.late} requests carried out late`,
);
console.log(`lost ${lost.length}, doubled ${doubled.length}, out of order ${disordered.length}`);
console.log(`rows of other people overwritten ${overwritten.length}, kept for their user ${report.kept}`);
const stored = await runStorage(firstSeed, schedules);
console.log(
  `storage: ${stored.schedules} schedules, ${stored.steps} steps, ${stored.faults} faults injected, the good copy stood in ${stored.restored} times, wrong ${stored.wrong.length}`,
);
const counted = runCountdowns(firstSeed, schedules);
console.log(
  `clocks: ${counted.schedules} schedules, ${counted.moments} moments looked at, ${counted.jumps} jumps, wrong ${counted.wrong.length}`,
);
const all = [...wrong, ...stored.wrong, ...counted.wrong];
for (const one of all) console.error(one);
process.exitCode = all.length === 0 && report.entries > 0 ? 0 : 1;
