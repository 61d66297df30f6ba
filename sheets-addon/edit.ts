/**
 * What follows a change by hand, where no formula can help: dropdowns and checks that something pasted has taken away
 * come back, and an activity is offered what the tier of its engagement includes, and the methods that it states. A few
 * calls, however many rows.
 */
import { type Cell, listNumbers, type Row, textOf } from '#core/tracker/index.ts';
import { type Columns, columnRows } from './column-rows.ts';
import { keepingOthers, withLists } from './spreadsheet-checks.ts';
import type { EditedCells } from './spreadsheet-edit.ts';
import type { Area, OpenTab } from './spreadsheet-tab.ts';

/** Google ends what comes by itself after 30 seconds; more than this waits for the next set-up. */
const MOST_CELLS = 20_000;
const FIRST_ROW = 2;
/** Columns of activities whose lists go by the tier, and how those are headed. */
const OFFERED = { deliverable: /^deliverable(?:OfTier(\d+))?$/, method: /^method(?:s(\d+))?$/ };
const ACTIVITY = ['engagement', ...Object.keys(OFFERED)];

export function followEdit(edited: EditedCells): void {
  const id = edited.tab.id;
  if (id === null) return;
  const area = belowHeader(edited.area);
  if (area.rows < 1 || area.rows * area.columns > MOST_CELLS) return;
  restoreChecks(edited.tab, area);
  if (id === 'activities') followActivities(edited, area);
  if (id === 'engagements') followTier(edited, area);
}

function belowHeader({ row, rows, ...columns }: Area): Area {
  const first = Math.max(row, FIRST_ROW);
  return { row: first, rows: row + rows - first, ...columns };
}

/** As they stand in the tab's last prepared row. A check that somebody has made for a cell stays. */
function restoreChecks(tab: OpenTab, area: Area): void {
  const [wanted = []] = tab.checksOf({ ...area, row: tab.rowCount, rows: 1 });
  if (wanted.every((check) => check === null)) return;
  const standing = tab.checksOf(area);
  const isTaken = standing.some((row) => row.some((check, place) => !check && wanted[place]));
  if (!isTaken) return;
  tab.checkEach(
    area,
    standing.map((row) => row.map((check, place) => check ?? wanted[place] ?? null)),
  );
}

/** The activities that were changed. */
function followActivities({ tab, tabOf }: EditedCells, area: Area): void {
  const columns = columnsOf(tab, ACTIVITY);
  if (Object.values(columns).some((position) => isWithin(position, area))) {
    offerPerTier({ activities: tab, columns, tabOf }, area.row, area.rows);
  }
}

/** All activities, where an engagement was renamed or has another tier. */
function followTier({ tab, tabOf }: EditedCells, area: Area): void {
  if (!['id', 'tier'].some((id) => isWithin(tab.positionOf(id), area))) return;
  const activities = tabOf('activities');
  const rows = activities ? rowsIn(activities) : 0;
  if (!activities || rows > MOST_CELLS) return;
  offerPerTier({ activities, columns: columnsOf(activities, ACTIVITY), tabOf }, FIRST_ROW, rows);
}

function columnsOf(tab: OpenTab, ids: readonly string[]): Columns {
  return Object.fromEntries(ids.map((id) => [id, tab.positionOf(id)]));
}

function isWithin(position: number, { column, columns }: Area): boolean {
  return position >= column - 1 && position < column - 1 + columns;
}

interface Activities extends Pick<EditedCells, 'tabOf'> {
  activities: OpenTab;
  columns: Columns;
}

function offerPerTier({ activities, columns, tabOf }: Activities, row: number, rows: number): void {
  const [lists, engagements] = [tabOf('lists'), tabOf('engagements')];
  if (!lists || !engagements) return;
  const listed = listsIn(lists);
  const numbers = listNumbers({
    rows: columnRows(activities, columns, row, rows),
    engagements: columnRows(
      engagements,
      columnsOf(engagements, ['id', 'tier']),
      FIRST_ROW,
      rowsIn(engagements),
    ),
    lists: listed.rows,
  });
  const last = activities.rowCount;
  for (const [id, pattern] of Object.entries(OFFERED)) {
    const [to, areas] = [columns[id]!, listed.areas(pattern)];
    const usual = to < 0 || areas.length < 2 ? null : activities.checksOf(cells(last, to, 1))[0]![0];
    if (!usual) continue;
    const rules = withLists(
      usual,
      areas.map((area) => lists.range(area)),
    );
    const area = cells(row, to, rows);
    const standing = activities.checksOf(area);
    const kept = keepingOthers(rules[0]!);
    activities.checkEach(
      area,
      numbers[id]!.map((number, place) => [kept(rules[number] ?? rules[0]!, standing[place]![0])]),
    );
  }
}

/** The Lists tab, whose headers are ids: its rows, and where the lists of one kind stand, that of everything first. */
function listsIn(tab: OpenTab) {
  const whole = { row: 1, column: 1, rows: tab.rowCount, columns: tab.columnCount };
  const [headers = [], ...lines] = tab.values(whole);
  const rows = lines.map(
    (line): Row => Object.fromEntries(headers.map((header, at) => [String(header), line[at] as Cell])),
  );
  const areas = (pattern: RegExp): Area[] =>
    headers
      .flatMap((header, position) => {
        const found = pattern.exec(String(header));
        return found ? [{ place: Number(found[1] ?? 0), position, id: found[0] }] : [];
      })
      .sort((a, b) => a.place - b.place)
      .map(({ position, id }) => {
        const filled = rows.filter((row) => textOf(row[id]) !== '').length;
        return cells(FIRST_ROW, position, Math.max(filled, 1));
      });
  return { rows, areas };
}

function rowsIn({ rowCount }: OpenTab): number {
  return rowCount - FIRST_ROW + 1;
}

function cells(row: number, position: number, rows: number): Area {
  return { row, column: position + 1, rows, columns: 1 };
}
