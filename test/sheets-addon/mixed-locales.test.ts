/** The add-on's check counts each cell that it could not read, whatever locale somebody typed it in. */
import { expect, test, vi } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { describeTracker, wordsOf } from '#core/tracker/index.ts';
import { builtAddOn } from './support/add-on.ts';
import { setUpWith } from './support/fill.ts';
import { TYPED, typedRows } from './support/mixed-locales.ts';

// The bundle is built here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000 });

test('dates, times, numbers and words of other locales: as many rows to mend as there are odd ones', async () => {
  const { script } = await builtAddOn();
  const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
  const addOn = setUpWith(script, workbook, typedRows());
  addOn.call('checkTrackerNow');
  const count = TYPED.filter(({ isOdd }) => isOdd).length;
  expect(addOn.world.alerts.at(-1)!.text).toContain(
    wordsOf('en').text('tracker.check-unreadable', { count }),
  );
});
