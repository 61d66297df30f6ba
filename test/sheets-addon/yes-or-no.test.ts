/** A call that a manager notes with a word of another language, or a ticked box, is a call; any other word is said. */
import { describe, expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import {
  type Cell,
  checkTracker,
  describeTracker,
  openTracker,
  readTrackerRows,
  sayStatus,
  serialOf,
  type TrackerRows,
  tabOf,
  wordsOf,
} from '#core/tracker/index.ts';
import { YES_NO } from './support/edge-rows.ts';

const rulebook = serviceManagement;
const words = wordsOf('en');
const { tabs } = describeTracker({ language: 'en', rulebook });
const rowsOf = (id: string) => tabOf({ tabs }, id).rows;
const options = {
  rulebook,
  words,
  rulesRows: rowsOf('rules'),
  nowMs: Date.parse('2026-06-12T12:00Z'),
  firstRowOf: () => 2,
};

function trackerWith(weeklyCall: Cell, priorNotice: Cell): TrackerRows {
  const tier = words.text('tier.premium');
  return {
    customers: [{ id: 'C-1', name: 'Customer' }],
    managers: [{ id: 'M-1', name: 'Mia' }],
    engagements: [{ id: 'E-1', customer: 'C-1', tier, manager: 'M-1', calendar: 'Europe/Berlin' }],
    activities: [{ engagement: 'E-1', date: serialOf('2026-06-08'), hours: 6.5, weeklyCall, priorNotice }],
    lists: rowsOf('lists'),
  };
}

/** Worked out by hand: what each cell of `YES_NO` means, `null` where nobody can say. */
const MEANS: [weeklyCall: boolean | null, priorNotice: boolean | null][] = [
  [true, false],
  [true, false],
  [true, true],
  [true, false],
  [true, false],
  [true, false],
  [true, false],
  [true, false],
  [null, false],
  [false, null],
  [null, false],
  [null, true],
  [null, false],
];

describe.each(YES_NO.map((entry, place) => [...entry, ...MEANS[place]!] as const))(
  'weekly call %j, prior notice %j',
  (weeklyCall, priorNotice, says, isCall, isNoticed) => {
    const rows = trackerWith(weeklyCall, priorNotice);
    const set = { weeklyCall: isCall === true, priorNotice: isNoticed === true };

    test('its row says so', () => {
      expect(sayStatus(checkTracker(rows, options).activities[0]!, words)).toBe(says);
    });

    test('the check takes it so', () => {
      const [activity] = openTracker(rows, options).book.directory.activities!;
      expect({
        weeklyCall: activity!.weeklyCall ?? false,
        priorNotice: activity!.priorNotice ?? false,
      }).toEqual(set);
    });

    test('the directory takes it so, or names the cell that it cannot read', () => {
      const read = readTrackerRows(
        rows,
        { rulebook: { use: 'service-management' }, calendars: [] },
        rulebook,
      );
      const unread = [
        ...(isCall === null ? [['weeklyCall', weeklyCall]] : []),
        ...(isNoticed === null ? [['priorNotice', priorNotice]] : []),
      ].map(([column, text]) => ({
        code: 'cell-list',
        path: [],
        values: { tab: 'activities', row: 2, column, text: String(text) },
      }));
      if (unread.length > 0) expect(read).toEqual(unread);
      else
        expect(read).toMatchObject({
          activities: [
            { weeklyCall: set.weeklyCall || undefined, priorNotice: set.priorNotice || undefined },
          ],
        });
    });
  },
);
