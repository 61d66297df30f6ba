/** `npm run test:faults [schedules] [first seed]`: the long run. Loopback is not even needed: nothing leaves this process. */
import { runSchedules } from './run-schedules.ts';

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
for (const one of wrong) console.error(one);
process.exitCode = wrong.length === 0 && report.entries > 0 ? 0 : 1;
