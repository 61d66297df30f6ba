/** The tracker of a schedule in this process' memory: each question to it is one call. */
import type { Dice } from '../fuzz/mutate.ts';
import { FakeTracker } from './fake-tracker.ts';
import { COLUMNS, TABS, TYPED, type World } from './world.ts';

const WHOLE = { isDeleted: false, isElsewhere: false, isProtected: false, isTabDeleted: false };

export function fakeWorld(): World {
  const tracker = new FakeTracker(COLUMNS);
  const tabs = Object.values(tracker.tabs);
  const placeIn = (tab: { columns: readonly unknown[] }, { below }: Dice) => below(tab.columns.length);
  /** ARCHITECTURE.md says what nobody can see in the second in which a row is being changed. */
  const isChanging = () => tracker.pins.size > 0;
  const restore = () => {
    Object.assign(tracker, WHOLE);
    for (const tab of tabs) tab.bringColumnBack();
  };
  return {
    get isSignedOut() {
      return tracker.isSignedOut;
    },
    set isSignedOut(isOut) {
      tracker.isSignedOut = isOut;
    },
    sheet: (wire) => ({
      layout: (tab, columns) => wire(() => tracker.layout(tab, columns)),
      insert: (layout, mark, cells) => wire(() => tracker.insert(layout, mark, cells)),
      rowOf: (tab, columns, by) => wire(() => tracker.rowOf(tab, columns, by)),
      pin: (tab, columns, by, mark) => wire(() => tracker.pin(tab, columns, by, mark)),
      rewrite: (layout, mark, cells) => wire(() => tracker.rewrite(layout, mark, cells)),
      forget: (marks) => wire(() => tracker.forget(marks)),
    }),
    deeds: {
      move(dice) {
        if (isChanging()) return;
        const tab = dice.pick(tabs);
        tab.moveColumn(placeIn(tab, dice), placeIn(tab, dice));
      },
      insert(dice) {
        if (isChanging()) return;
        const tab = dice.pick(tabs);
        tab.insertColumn(placeIn(tab, dice));
      },
      'delete a column'(dice) {
        if (isChanging()) return;
        const tab = dice.pick(tabs);
        tab.deleteColumn(placeIn(tab, dice));
      },
      sort: () => tracker.sort(),
      protect: () => {
        tracker.isProtected = true;
      },
      delete: () => {
        tracker.isDeleted = true;
      },
      'delete a tab': () => {
        tracker.isTabDeleted = true;
      },
      'sign in as somebody else': () => {
        tracker.isElsewhere = true;
      },
      restore,
    },
    type: (tab, text) => tracker.tabs[tab].typeRow(text, TYPED[tab]),
    heal() {
      tracker.isSignedOut = false;
      restore();
    },
    isWhole: () =>
      !tracker.isDeleted &&
      !tracker.isElsewhere &&
      !tracker.isTabDeleted &&
      TABS.every((tab) => tracker.tabs[tab].deleted === null),
    read: (tab) => tracker.read(tab),
    count: (text) => tracker.count(text),
    get log() {
      return tracker.log.map(({ mark }) => mark);
    },
  };
}
