/** The whole way of a logged row to a strict Google, with every kind of failure, and every deed of its people, at every call. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FAULTS, type FaultName } from '../../support/google/faults.ts';
import { type Bench, trackerBench } from './google.ts';
import { type Happening, metAtEveryCall, TABS } from './queue-run.ts';

/** A silent server is waited for with a real clock; the schedules of the queue cover it. */
const KINDS = (Object.keys(FAULTS) as FaultName[]).filter((name) => !name.startsWith('silent'));
const TITLES = { activities: 'Activities', cases: 'Cases', decisions: 'Decisions' };
type TabName = keyof typeof TITLES;

let bench: Bench;
beforeEach(async () => {
  bench = await trackerBench();
});
afterEach(() => bench.close());

test.each(KINDS)(
  '%s at any call: rows of every kind are there once, and the queue is empty in the end',
  async (kind) => {
    for (const tab of TABS) expect(await metAtEveryCall(bench, tab, { at: () => kind })).toBeGreaterThan(5);
  },
);

const nothingElse = (deed: () => void) => () => {
  deed();
  return undefined;
};

/** What somebody does at the sheet in the very moment of a call. */
const DEEDS: [string, (tab: TabName) => Happening][] = [
  [
    'the spreadsheet renamed',
    () => ({
      at: nothingElse(() => {
        bench.google.files.all[0]!.name = 'Tracker of Mira';
      }),
      alone: true,
    }),
  ],
  [
    'the tab renamed',
    (tab) => ({
      at: nothingElse(() => {
        const book = bench.google.onlyBook;
        const sheet = book.sheets.find(({ title }) => title.startsWith(TITLES[tab]))!;
        book.rename(sheet, `${TITLES[tab]} ${bench.google.calls.length}`);
      }),
      alone: true,
    }),
  ],
  [
    'another account signed in, which sees no such file',
    () => {
      let isOther = false;
      return {
        at: () => {
          isOther = true;
          const plan = bench.google.plan;
          bench.google.plan = (call) => (isOther ? '404' : plan(call));
          return '404';
        },
        after: () => {
          isOther = false;
        },
      };
    },
  ],
];

test.each(DEEDS)('%s at any call: every row is there once, as it was meant', async (_, happening) => {
  for (const tab of TABS) expect(await metAtEveryCall(bench, tab, happening(tab))).toBeGreaterThan(5);
});
