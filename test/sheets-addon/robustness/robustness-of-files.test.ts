/** Whatever people do to a tracker's .xlsx file: whoever reads it finds what was there, or says what they could not read. */
import { describe, expect, test, vi } from 'vitest';
import { imported, inPortfolio } from './as-file.ts';
import { CASES, openOptions, saidImported, saidIn, titled } from './cases.ts';

// Whole trackers are made here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000 });

/** A file has no zone of its own. */
const OF_FILES = CASES.filter(({ open }) => open?.zone === undefined);

describe.each([
  [inPortfolio.name, inPortfolio, saidIn],
  [imported.name, imported, saidImported],
] as const)('%s', (_, { open }, saidOf) => {
  test.each(OF_FILES.map(titled))('%s', async (_title, entry) => {
    const tracker = await open(openOptions(entry));
    await entry.does(tracker);
    expect(await tracker.said()).toEqual(saidOf(entry));
  });
});
