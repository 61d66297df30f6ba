/** What people do to a tracker in LibreOffice, which moves the formulas itself: each row says what it said. */
import { expect, test, vi } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import {
  describedPosition,
  describeTracker,
  firstRowOf,
  headerRowOf,
  type Row,
  type Tab,
  type TrackerRows,
  tabOf,
  type Workbook,
  wordsOf,
} from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { differences } from './support/compare.ts';
import { edgeRows } from './support/edge-rows.ts';
import type { ShownCell } from './support/office.ts';
import {
  type Deed,
  deleteRows,
  insertColumn,
  moveColumn,
  paintAfter,
  sortRows,
} from './support/office-hands.ts';
import { paintDifferences } from './support/paint.ts';
import { randomRows } from './support/random-rows.ts';

vi.setConfig({ testTimeout: 3 * 60_000 });

const MARK = 'Our own';
const SPARE = 4;
/** What each tab is sorted by, `-` from the greatest down; and what is moved to its front. */
const SORTED: Readonly<Record<string, { by: string[]; first: string }>> = {
  contacts: { by: ['engagement', '-from', 'name'], first: 'email' },
  cases: { by: ['-status', 'engagement', 'opened'], first: 'status' },
  inquiries: { by: ['answered', '-case'], first: 'received' },
  activities: { by: ['engagement', 'date', '-hours'], first: 'hours' },
  engagements: { by: ['-tier', 'customer', 'id'], first: 'tier' },
  managers: { by: ['-name', 'id'], first: 'backup' },
  customers: { by: ['-name', 'id'], first: 'name' },
  calendar: { by: ['kind', '-from'], first: 'kind' },
};
const TABS = Object.keys(SORTED);

function opened(rows: TrackerRows): { workbook: Workbook; file: Uint8Array } {
  const capacity = Object.fromEntries(TABS.map((id) => [id, (rows[id]?.length ?? 0) + SPARE]));
  const options = { language: 'en' as const, rulebook: serviceManagement, capacity };
  return { workbook: describeTracker(options), file: writeRows(rows, options) };
}

const markOf = (place: number) => `row ${place}`;

/** A column of one's own second in each tab, which tells what became of each row. */
function marked(tab: Tab): Deed {
  const texts = Array.from({ length: tab.capacity }, (_, place) => markOf(place));
  return insertColumn(tab.title, 1, headerRowOf(tab) - 1, [MARK, ...texts]);
}

/** Where a column stands once there is another one second. */
const positionOf = (tab: Tab, id: string) => {
  const position = describedPosition(tab, id);
  return position + (position > 0 ? 1 : 0);
};

function sorted(tab: Tab): Deed {
  const keys = SORTED[tab.id]!.by.map((key) => ({
    column: positionOf(tab, key.replace(/^-/, '')),
    isDescending: key.startsWith('-'),
  }));
  const firstRow = firstRowOf(tab) - 1;
  const rows = { firstRow, lastRow: firstRow + tab.capacity - 1, lastColumn: tab.columns.length };
  return sortRows(tab.title, rows, keys);
}

const moved = (tab: Tab): Deed => moveColumn(tab.title, positionOf(tab, SORTED[tab.id]!.first), 0);

/** The third row and the fourth, as they stand then. */
const shortened = (tab: Tab): Deed => deleteRows(tab.title, firstRowOf(tab) + 1, 2);

interface Found {
  /** As painted, with the columns where they are described. */
  painted: ShownCell[][][];
  values: Map<string, string[][]>;
  /** In the order in which they stand now. */
  rows: TrackerRows;
  /** What has become of the activities. */
  done: Done;
}

interface Done {
  /** The first column. */
  front: string;
  isSorted: boolean;
  gone: number;
}

function found(workbook: Workbook, before: TrackerRows, sheets: readonly ShownCell[][][]): Found {
  const rows: Record<string, readonly Row[]> = { ...before };
  const painted = workbook.tabs.map((tab, index) => {
    const sheet = sheets[index] ?? [];
    const headers = (sheet[headerRowOf(tab) - 1] ?? []).map(({ text }) => text);
    if (TABS.includes(tab.id)) {
      const mark = headers.indexOf(MARK);
      const own = new Map(before[tab.id]?.map((row, place) => [markOf(place), row]));
      rows[tab.id] = withoutEnd(
        sheet.slice(firstRowOf(tab) - 1).map((row) => own.get(row[mark]?.text ?? '') ?? {}),
      );
    }
    return sheet.map((row) =>
      tab.columns.map(({ header }) => row[headers.indexOf(header)] ?? { text: '', ground: null }),
    );
  });
  const values = new Map(
    workbook.tabs.map((tab, index) => [tab.title, painted[index]!.map((row) => row.map(({ text }) => text))]),
  );
  return { painted, values, rows, done: doneTo(tabOf(workbook, 'activities')) };

  function doneTo(tab: Tab): Done {
    const header = sheets[workbook.tabs.indexOf(tab)]![headerRowOf(tab) - 1]![0]!.text;
    const [was, is] = [before[tab.id]!, rows[tab.id]!].map((all) => all.filter(isUsed)) as [Row[], Row[]];
    const left = was.filter((row) => is.includes(row));
    return {
      front: tab.columns.find((column) => column.header === header)!.id,
      isSorted: is.some((row, place) => row !== left[place]),
      gone: was.length - is.length,
    };
  }
}

const isUsed = (row: Row) => Object.keys(row).length > 0;

/** Rows that are prepared and not used say nothing, and core has none of them. */
function withoutEnd(rows: readonly Row[]): Row[] {
  return rows.slice(0, rows.findLastIndex(isUsed) + 1);
}

const DONE: [what: string, done: Done, deeds: ((tab: Tab) => Deed)[]][] = [
  ['tabs sorted by several columns', { front: 'date', isSorted: true, gone: 0 }, [marked, sorted]],
  ['columns inserted and moved', { front: 'hours', isSorted: false, gone: 0 }, [marked, moved]],
  ['rows deleted', { front: 'date', isSorted: false, gone: 2 }, [marked, shortened]],
  [
    'all of it, one after the other',
    { front: 'hours', isSorted: true, gone: 2 },
    [marked, sorted, shortened, moved],
  ],
];
const ROWS: [name: string, rows: TrackerRows][] = [
  ['the edges of each limit', edgeRows(wordsOf('en'))],
  ['random rows', randomRows(77, wordsOf('en'))],
];

test.each(DONE.flatMap(([what, ...rest]) => ROWS.map((given) => [what, ...given, ...rest] as const)))(
  '%s, %s: every status and every highlighted cell is still its row’s own',
  async (_what, _name, before, wanted, deeds) => {
    const { workbook, file } = opened(before);
    const sheets = await paintAfter(
      file,
      TABS.flatMap((id) => deeds.map((deed) => deed(tabOf(workbook, id)))),
    );
    const { painted, values, rows, done } = found(workbook, before, sheets);
    expect(done).toEqual(wanted);
    expect(differences(values, workbook, rows)).toEqual([]);
    const paint = paintDifferences(painted, workbook, rows);
    expect(paint.differences).toEqual([]);
    expect(paint.highlighted).toBeGreaterThan(30);
  },
);
