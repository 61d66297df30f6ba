/** What Rules tabs set, put in use with what the user has chosen, and taken out of it again with the tracker. */
import { beforeEach, expect, test } from 'vitest';
import type { SheetRules } from '#core/tracker/read-rules.ts';
import type { StoredTracker } from '../../../extension/state/trackers.ts';
import { plainDirectory } from '../../support/plain-directory.ts';
import { stubStorage } from '../../support/storage-stub.ts';
import { storedTracker } from '../../support/stored-tracker.ts';

const { local, session } = stubStorage();
const { currentDirectory, forgetDirectory, replaceDirectory } = await import(
  '../../../extension/background/directory.ts'
);
const { answerSettings } = await import('../../../extension/background/settings/answer.ts');
const { viewSettings } = await import('../../../extension/background/settings/view.ts');
const { isOverruled, rulingTracker } = await import('../../../extension/background/sync/ruling.ts');
const { storageChecked } = await import('../../../extension/background/stored/set-aside.ts');
const { forgetTracker } = await import('../../../extension/background/sync/trackers.ts');
const { trackerBaseItem, trackersItem } = await import('../../../extension/state/trackers.ts');

const RULES: SheetRules = {
  limits: { premium: { contacts: 5, casesInHand: 30, weeklyHours: 10 } },
  readings: { businessDay: 'end-of-day' },
};
const clock = () => Date.UTC(2026, 5, 8);

/** Binford alone, so that two trackers do not name the same. */
function half(place: number) {
  const directory = plainDirectory();
  return { ...directory, engagements: [directory.engagements[place]!] };
}

function tracker(
  name: string,
  directory: StoredTracker['directory'],
  rules: SheetRules | null,
): StoredTracker {
  return storedTracker({ name, version: '1', directory, readMs: 0, rules });
}

/** Puts together what there is, as after each reading. */
const putTogether = () => forgetTracker('none');

async function inUse() {
  const { book } = await currentDirectory();
  const { rulebook, directory } = book!;
  const premium = rulebook.tiers.find(({ id }) => id === 'premium')!;
  return {
    contacts: premium.scope?.contacts?.limit,
    businessDay: rulebook.readings.businessDay,
    dueSoonMinutes: rulebook.readings.dueSoonMinutes,
    engagements: directory.engagements.map(({ id }) => id),
  };
}

beforeEach(async () => {
  local.kept.clear();
  session.kept.clear();
  forgetDirectory();
  await replaceDirectory(JSON.stringify(plainDirectory()));
});

test('the limits of a tracker hold in the extension, beside a reading that its user has chosen', async () => {
  await trackersItem.setValue({ A: tracker('A', plainDirectory(), RULES) });
  await putTogether();
  expect(await inUse()).toMatchObject({ contacts: 5, businessDay: 'end-of-day' });
  await answerSettings({ type: 'set-readings', readings: { dueSoonMinutes: 30 } }, { clock });
  await putTogether();
  expect(await inUse()).toMatchObject({ contacts: 5, businessDay: 'end-of-day', dueSoonMinutes: 30 });
});

test('with the tracker go its rules, and what its user chose meanwhile stays', async () => {
  await trackersItem.setValue({ A: tracker('A', half(0), RULES), B: tracker('B', half(1), null) });
  await putTogether();
  await answerSettings({ type: 'set-readings', readings: { dueSoonMinutes: 30 } }, { clock });
  await forgetTracker('A');
  expect(await inUse()).toEqual({
    contacts: 3,
    businessDay: 'same-time',
    dueSoonMinutes: 30,
    engagements: ['E-2'],
  });
});

test('a tab that says again what the documents say ends what it said before', async () => {
  await trackersItem.setValue({ A: tracker('A', plainDirectory(), RULES) });
  await putTogether();
  const plain = { ...RULES, limits: { premium: { ...RULES.limits.premium!, contacts: 3 } } };
  await trackersItem.setValue({ A: tracker('A', plainDirectory(), plain) });
  await putTogether();
  const { book } = await currentDirectory();
  expect(book!.directory.rulebook).toEqual({
    use: 'service-management',
    readings: { businessDay: 'end-of-day' },
  });
});

test('of two tabs that differ the one that was in use first holds, and the other one is told', async () => {
  const first = { Z: tracker('First', half(0), RULES) };
  await trackersItem.setValue(first);
  await putTogether();
  const other = { ...RULES, readings: {} };
  const trackers = { A: tracker('Later', half(1), other), ...first };
  await trackersItem.setValue(trackers);
  await putTogether();
  expect(await inUse()).toMatchObject({ businessDay: 'end-of-day', engagements: ['E-2', 'E-1'] });
  const ruling = rulingTracker(trackers, await trackerBaseItem.getValue());
  expect(ruling?.name).toBe('First');
  expect(isOverruled(trackers.A, ruling)).toBe(true);
  expect(isOverruled(trackers.Z, ruling)).toBe(false);
});

test('the options know which choices the tab has taken from their user', async () => {
  await trackersItem.setValue({ A: tracker('A', plainDirectory(), RULES) });
  expect((await viewSettings(null)).ruledBy).toEqual({ name: 'A', readings: ['businessDay'] });
});

test('a base that a profile’s disk has damaged keeps no tracker from being put in use', async () => {
  local.kept.set('tracker-base', { rulebook: { own: 7 }, calendars: [], onSheet: 7 });
  await storageChecked(0);
  await trackersItem.setValue({ A: tracker('A', plainDirectory(), RULES) });
  await putTogether();
  expect(await inUse()).toMatchObject({ contacts: 5 });
});
