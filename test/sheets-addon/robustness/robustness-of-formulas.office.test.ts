/** Whatever people do to a tracker: its formulas alone, worked out by another engine, say what they said. */
import { expect, test } from 'vitest';
import { CASES, openOptions, saidIn, titled } from './cases.ts';
import { inEngine } from './in-engine.ts';

/** A formula knows no zone: the dates in its sheet are those of whoever reads it. */
const OF_FORMULAS = CASES.filter(({ open }) => open?.zone === undefined);

test.each(OF_FORMULAS.map(titled))('%s', async (_, entry) => {
  const tracker = await inEngine.open(openOptions(entry));
  await entry.does(tracker);
  expect(await tracker.said()).toEqual(saidIn(entry));
});
