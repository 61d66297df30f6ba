/** Hostile inputs, seeded: nothing crashes, and nothing is accepted that must not be. The long run is `npm run test:fuzz`. */
import { expect, test } from 'vitest';
import { runTarget } from './run-target.ts';
import { TARGETS } from './targets.ts';

const INPUTS = 600;

test.each(TARGETS)('$name: no crash and no wrong acceptance', async (target) => {
  const { accepted, failures } = await runTarget(target, 1, INPUTS);
  expect(failures).toEqual([]);
  // Inputs that are all refused at the door would show nothing of what lies behind it.
  expect(accepted).toBeGreaterThan(INPUTS / 100);
});

test('a target that accepts too much is found, with its seed', async () => {
  const careless = { name: 'careless', corpus: 0, run: async () => Promise.reject(new Error('accepted')) };
  expect((await runTarget(careless, 7, 1)).failures[0]).toMatch(/^careless, seed 7: Error: accepted/);
});
