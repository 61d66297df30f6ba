/**
 * How properties are run, in one place. A failure prints the seed and the smallest counterexample;
 * `DUELINE_SEED=<seed>` runs the same cases again, `DUELINE_RUNS=<times>` runs so many times as many.
 */
import fc from 'fast-check';

const seed = Number(process.env.DUELINE_SEED ?? Number.NaN);
const times = Number(process.env.DUELINE_RUNS ?? 1);

/** Fails, with seed and counterexample, where the property does not hold for one of `runs` cases. */
export function holds<T>(property: fc.IProperty<T>, runs: number): void {
  fc.assert(property, { numRuns: runs * times, verbose: 0, ...(Number.isNaN(seed) ? {} : { seed }) });
}
