/** What was set of the reminders holds, also when several things are set before the page shows the first. */
import { beforeEach, expect, test } from 'vitest';
import { stubStorage } from '../../support/storage-stub.ts';

const { local } = stubStorage();
const { answerSettings } = await import('../../../extension/background/settings/answer.ts');

const ON = {
  on: true,
  minutesBefore: [60],
  overdue: true,
  person: null,
  quiet: null,
  badge: true,
  pausedUntilMs: 7,
};
const set = (request: Parameters<typeof answerSettings>[0]) => answerSettings(request, { clock: () => 0 });

beforeEach(() => local.kept.set('reminders', ON));

test('changes at the same moment do not undo one another', async () => {
  await Promise.all([
    set({ type: 'remind-before', minutes: 240, on: true }),
    set({ type: 'set-reminders', changed: { person: 'M-2' } }),
    set({ type: 'remind-before', minutes: 15, on: true }),
    set({ type: 'set-reminders', changed: { overdue: false } }),
  ]);
  expect(local.kept.get('reminders')).toEqual({
    ...ON,
    minutesBefore: [15, 60, 240],
    person: 'M-2',
    overdue: false,
  });
});

test('a threshold is set once, however often it is asked for, and taken away', async () => {
  await set({ type: 'remind-before', minutes: 60, on: true });
  expect(local.kept.get('reminders')).toEqual(ON);
  await set({ type: 'remind-before', minutes: 60, on: false });
  await set({ type: 'remind-before', minutes: 60, on: false });
  expect(local.kept.get('reminders')).toEqual({ ...ON, minutesBefore: [] });
});
