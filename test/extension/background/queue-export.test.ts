/** A sheet that is gone for good: what was to go into it is kept, said, carried elsewhere as a file, dropped, brought back. */
import { beforeEach, expect, test } from 'vitest';
import { plainDirectory } from '../../support/plain-directory.ts';
import { stubStorage } from '../../support/storage-stub.ts';
import { storedTracker } from '../../support/stored-tracker.ts';

const NOW_MS = Date.UTC(2026, 5, 8, 9);
const OWN = { id: 'dueline', url: 'chrome-extension://dueline/options.html' };
const { local } = stubStorage();
const { browser } = globalThis as unknown as { browser: Record<string, object> };
Object.assign(browser, { identity: { getRedirectURL: () => 'https://dueline.chromiumapp.org/' } });
const { answer } = await import('../../../extension/background/answer.ts');
const { queueItem, trackersItem } = await import('../../../extension/state/trackers.ts');
const { additionsItem } = await import('../../../extension/state/settings.ts');

const ACTIVITY = { id: 'log-1', engagement: 'E-1', date: '2026-06-08', hours: 1.5, note: 'Call' };
const CELLS = { date: 46181, engagement: 'E-1', hours: 1.5, note: 'Call', id: 'log-1' };
const ENTRY = {
  key: 'log-1',
  rowBy: { column: 'id', text: 'log-1' },
  tracker: 'sheet-1',
  tab: 'activities',
  about: 'E-1',
  cells: CELLS,
  base: null,
  origin: { kind: 'activity' as const, entry: ACTIVITY },
  madeMs: NOW_MS,
  status: 'held' as const,
  attempts: 1,
  notBeforeMs: NOW_MS,
  heldFor: 'not-picked' as const,
  detail: null,
};

const around = {
  self: { id: 'dueline', base: 'chrome-extension://dueline/' },
  version: '1.0.0',
  clock: () => NOW_MS,
};
const act = (action: object) =>
  answer({ type: 'trackers', action }, OWN, around) as unknown as Promise<{
    waiting: { status: string; reason: string; ways: string[] }[];
    queue: string;
  }>;

async function prepare() {
  const directory = plainDirectory();
  local.kept.set('directory', directory);
  const stored = storedTracker({ name: 'Mira’s tracker', version: '1', directory, readMs: 0 });
  await trackersItem.setValue({ 'sheet-1': stored });
  await additionsItem.setValue({ activities: [ACTIVITY], cases: [], decisions: [] });
  await queueItem.setValue({ entries: [ENTRY], settled: [], signedOut: [] });
}

beforeEach(prepare);

test('what waits for a sheet that was deleted says so, and is exported with every cell, and the tracker by name', async () => {
  const shown = await act({ do: 'show' });
  expect(shown.waiting).toMatchObject([{ status: 'held', ways: ['retry', 'drop'] }]);
  expect(shown.waiting[0]!.reason).toMatch(/gone|picked/);
  expect(JSON.parse(shown.queue)).toEqual([{ tracker: 'Mira’s tracker', tab: 'activities', cells: CELLS }]);
});

test('dropped, and brought back by two clicks at once, it waits once and counts once', async () => {
  expect((await act({ do: 'drop', key: 'log-1' })).waiting).toEqual([]);
  expect((await additionsItem.getValue()).activities).toEqual([]);
  await Promise.all([act({ do: 'bring-back' }), act({ do: 'bring-back' })]);
  expect((await queueItem.getValue()).entries.map(({ key }) => key)).toEqual(['log-1']);
  expect((await additionsItem.getValue()).activities).toEqual([ACTIVITY]);
});

test('sent as another row, and asked for again after a kill at any step, it goes in as one', async () => {
  const { set } = local;
  for (let steps = 0, isWhole = false; !isWhole; steps += 1) {
    await prepare();
    await queueItem.setValue({
      entries: [{ ...ENTRY, heldFor: 'different', theirs: { ...CELLS, hours: 2 } }],
      settled: [],
      signedOut: [],
    });
    let left = steps;
    isWhole = true;
    local.set = async (items) => {
      left -= 1;
      isWhole &&= left >= 0;
      if (isWhole) await set(items);
    };
    await act({ do: 'as-new', key: 'log-1' });
    local.set = set;
    await act({ do: 'as-new', key: 'log-1' });
    const { activities } = await additionsItem.getValue();
    expect(activities, `killed after ${steps} steps`).toEqual([{ ...ACTIVITY, id: expect.any(String) }]);
    expect(activities[0]!.id).not.toBe('log-1');
    expect((await queueItem.getValue()).entries.filter(({ key }) => key === 'log-1')).toEqual([]);
    expect(steps).toBeLessThan(20);
  }
});
