/** When trackers are looked at again and rows are sent: by the browser's alarms, which outlive a sleeping background. */
import { browser } from 'wxt/browser';
import { additionsItem, amendmentsItem } from '../../state/settings.ts';
import { queueItem } from '../../state/trackers.ts';
import { push } from '../push.ts';
import { EMPTY_QUEUE, type QueueState } from '../queue/entry.ts';
import { nextWakeMs } from '../queue/machine.ts';
import { driveQueue } from '../queue/store.ts';
import { syncTrackers } from './trackers.ts';

const SEND = 'tracker-send';
const READ = 'tracker-read';
const READ_MINUTES = 30;
/** Between two looks: browsers wake nobody more often. */
const REST_MS = 30_000;

export function keepUpToDate(clock: () => number): void {
  const plan = async () => {
    const wakeMs = nextWakeMs(await queueItem.getValue());
    if (wakeMs === null) await browser.alarms.clear(SEND);
    else await browser.alarms.create(SEND, { when: Math.max(wakeMs, clock() + REST_MS) });
  };
  const send = async () => {
    const before = (await queueItem.getValue()).settled.length;
    try {
      await driveQueue(clock);
      // What has just been written is read back, so that it is the tracker's from now on.
      if ((await queueItem.getValue()).settled.length > before) await read();
    } finally {
      // Whatever has gone wrong, what still waits is come back to.
      await plan();
    }
  };
  const read = async () => {
    if (await syncTrackers(clock)) await push({ type: 'changed' });
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SEND) void send();
    if (name === READ) void read();
  });
  additionsItem.watch(() => void driveQueue(clock));
  amendmentsItem.watch(() => void driveQueue(clock));
  queueItem.watch((now, before) => {
    void plan();
    // How much waits is shown where time is logged.
    if (lookOf(now) !== lookOf(before)) void push({ type: 'changed' });
  });
  void driveQueue(clock);
  // Made anew at every start it would never come due.
  void browser.alarms.get(READ).then((planned) => {
    if (!planned) void browser.alarms.create(READ, { periodInMinutes: READ_MINUTES });
  });
}

function lookOf(queue: QueueState | null): string {
  const { entries, signedOut } = queue ?? EMPTY_QUEUE;
  return JSON.stringify([entries.map(({ key, status }) => [key, status === 'held']), signedOut]);
}
