/** Whatever people do to a tracker in Google Sheets: it says what it said, or what it could not read; a repair too. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { builtAddOn } from '../support/add-on.ts';
import { atGoogle } from './at-google.ts';
import { CASES, openOptions, saidIn, titled } from './cases.ts';
import { inAddOn } from './in-add-on.ts';

// Whole trackers are made here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000 });

let script: string;
beforeAll(async () => {
  ({ script } = await builtAddOn());
});

describe.each([inAddOn(() => script), atGoogle].map((one) => [one.name, one] as const))(
  '%s',
  (_, rendering) => {
    test.each(CASES.map(titled))('%s', async (_title, entry) => {
      const tracker = await rendering.open(openOptions(entry));
      await entry.does(tracker);
      expect(await tracker.said()).toEqual(saidIn(entry));
      await tracker.repair?.();
      expect(await tracker.said()).toEqual(saidIn(entry));
    });
  },
);
