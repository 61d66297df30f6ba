import { beforeAll, describe, expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import {
  describeTracker,
  type Row,
  type TrackerRows,
  tabOf,
  type Workbook,
  wordsOf,
} from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { differences, SMALL, shownAt } from './support/compare.ts';
import { CONTACTS, edgeRows, MANAGERS, WEEKS, YES_NO } from './support/edge-rows.ts';
import { HOSTILE } from './support/hostile.ts';
import { openInOffice } from './support/office.ts';

const rows = edgeRows(wordsOf('en'));
let workbook: Workbook;
let shown: (tab: string, column: string, count: number, from?: number) => string[];
let disagreements: unknown;

beforeAll(async () => {
  const capacity = { ...SMALL, cases: 130, activities: 150 };
  const options = { language: 'en' as const, rulebook: serviceManagement, capacity };
  workbook = describeTracker(options);
  const { values } = await openInOffice(writeRows(rows, options));
  shown = (tab, column, count, from = 0) =>
    Array.from({ length: count }, (_, place) => shownAt(values, tabOf(workbook, tab), column, from + place));
  disagreements = differences(values, workbook, rows);
});

describe('at the edges of a limit', () => {
  test.each(WEEKS.map((week, place) => [week.engagement, week, place] as const))(
    'decimal-comma, text-dates: hours, %s',
    (_, { entries, fullest }, place) => {
      const before = WEEKS.slice(0, place).reduce((sum, week) => sum + week.entries.length, 0);
      expect(shown('activities', 'status', entries.length, before)).toEqual(
        entries.map(([, , says]) => says),
      );
      expect(shown('overview', 'hours', 1, place)).toEqual([fullest]);
    },
  );

  test('contacts: the third is in, the fourth is out; one person is one, and only on the same days', () => {
    expect(shown('contacts', 'status', CONTACTS.length)).toEqual(CONTACTS.map(([, , , , says]) => says));
  });

  test('cases: the 30th is in hand, the 31st is over; the latest opened is the one beyond', () => {
    expect(shown('managers', 'status', MANAGERS.length, 1)).toEqual(MANAGERS.map(([, , says]) => says));
    const findings = shown('cases', 'finding', 23 + 24 + 30 + 31);
    const over = findings.flatMap((text, place) => (text === 'in hand' ? [] : [[place, text]]));
    expect(over).toEqual([[23 + 24 + 30, 'Over the limit: M-31 has 31 of 30 cases in hand']]);
  });

  test('yes and no in any language; what is neither is said in its row', () => {
    const before = WEEKS.reduce((sum, { entries }) => sum + entries.length, 0);
    expect(shown('activities', 'status', YES_NO.length, before)).toEqual(YES_NO.map(([, , says]) => says));
  });

  test('what is missing is said in its row', () => {
    expect(shown('cases', 'finding', 1, 23 + 24 + 30 + 31)).toEqual(['Case status missing; not counted']);
    expect(shown('calendar', 'status', 1)).toEqual(['Which kind? Choose one from the list']);
    expect(shown('engagements', 'status', 1, WEEKS.length + MANAGERS.length + 1)).toEqual(['No tier given']);
    expect(shown('overview', 'status', 1)).toEqual(['ok, close to 1 limit']);
  });

  test('core says the same of every row', () => {
    expect(disagreements).toEqual([]);
  });
});

test('the 400th engagement and the 40th manager are counted row by row as the first are', async () => {
  const words = wordsOf('en');
  const many = (count: number, make: (number: number) => Row) =>
    Array.from({ length: count }, (_, index) => make(index + 1));
  const far: TrackerRows = {
    customers: [{ id: 'C-1', name: 'Customer' }],
    managers: many(40, (number) => ({ id: `M-${number}` })),
    engagements: many(400, (number) => ({
      id: `E-${number}`,
      customer: 'C-1',
      tier: words.text('tier.premium'),
      manager: `M-${Math.ceil(number / 10)}`,
    })),
    cases: many(32, (number) => ({
      id: `K-${number}`,
      engagement: 'E-400',
      status: words.text('tracker.case-open'),
      opened: '2026-06-08',
    })),
    activities: many(8, (number) => ({
      date: '2026-06-08',
      engagement: `E-${401 - Math.ceil(number / 2)}`,
      hours: 4 + number / 2,
    })),
  };
  const capacity = { ...SMALL, engagements: 402, managers: 42, activities: 10, cases: 34 };
  const options = { language: 'en' as const, rulebook: serviceManagement, capacity };
  const farBook = describeTracker(options);
  const { values } = await openInOffice(writeRows(far, options));
  const said = (tab: string, column: string, count: number) =>
    Array.from({ length: count }, (_, place) => shownAt(values, tabOf(farBook, tab), column, place));
  expect(said('cases', 'finding', 32)).toEqual([
    ...Array.from({ length: 30 }, () => 'in hand'),
    ...Array.from({ length: 2 }, () => 'Over the limit: M-40 has 32 of 30 cases in hand'),
  ]);
  expect(said('activities', 'status', 8)).toEqual(
    ['9.50 of 10 h, ok, close to the limit', '11.50 of 10 h, over the limit', '13.50 of 10 h, over the limit']
      .concat('15.50 of 10 h, over the limit')
      .flatMap((text) => [`2026-W24: ${text}`, `2026-W24: ${text}`]),
  );
  expect(differences(values, farBook, far)).toEqual([]);
});

test('what people wrote is shown as they wrote it, and nothing of it is worked out', async () => {
  const options = { language: 'en' as const, rulebook: serviceManagement, capacity: SMALL };
  const hostile = { cases: HOSTILE.map((subject, index) => ({ id: `K-${index}`, subject })) };
  const { values } = await openInOffice(writeRows(hostile, options));
  const cases = tabOf(describeTracker(options), 'cases');
  const subjects = HOSTILE.map((_, place) => shownAt(values, cases, 'subject', place));
  expect(subjects).toEqual(HOSTILE);
});
