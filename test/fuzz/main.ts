/** `npm run test:fuzz [inputs] [first seed] [target…]`: the long run, 100,000 inputs for each target. */
import { runTarget } from './run-target.ts';
import { TARGETS } from './targets.ts';

const HANG_MS = 1000;
const [inputs = 100_000, firstSeed = 1] = process.argv.slice(2, 4).map(Number);
const names = process.argv.slice(4);
let failed = 0;
for (const target of TARGETS.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const { corpus, name } = target;
  const { accepted, failures, slowestMs } = await runTarget(target, firstSeed, inputs);
  const slowest = `${Math.round(slowestMs)} ms`;
  console.log(
    `${name}: ${inputs} inputs from ${corpus} sound ones, seeds ${firstSeed} to ${firstSeed + inputs - 1}, ${accepted} accepted, slowest ${slowest}, failures ${failures.length}`,
  );
  for (const failure of failures) console.error(failure);
  failed += failures.length + (slowestMs > HANG_MS ? 1 : 0);
}
process.exitCode = failed === 0 ? 0 : 1;
