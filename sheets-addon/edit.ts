/**
 * What follows a change by hand, where no formula can help: dropdowns and checks that something pasted has taken away
 * come back, and an activity is offered what the tier of its engagement includes. A few calls, however many rows.
 */
import { type Cell, type Row, textOf, tierNumbers } from '#core/tracker/index.ts';
import { type CheckRule, withList } from './spreadsheet-checks.ts';
import type { EditedCells } from './spreadsheet-edit.ts';
import type { Area, OpenTab } from './spreadsheet-tab.ts';

/** Google ends what comes by itself after 30 seconds; more than this waits for the next set-up. */
const MOST_CELLS = 20_000;
const FIRST_ROW = 2;

export function followEdit(edited: EditedCells): void {
  const id = edited.tab.id;
  if (id === null) return;
  const area = belowHeader(edited.area);
  if (area.rows < 1 || area.rows * area.columns > MOST_CELLS) return;
  restoreChecks(edited.tab, area);
  if (id === 'activities') followEngagement(edited, area);
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
function followEngagement(edited: EditedCells, area: Area): void {
  const columns = columnsIn(edited.tab);
  const touches = isWithin(columns.engagement, area) || isWithin(columns.deliverable, area);
  if (touches) offerPerTier(edited, columns, area.row, area.rows);
}

/** All activities, where an engagement was renamed or has another tier. */
function followTier(edited: EditedCells, area: Area): void {
  if (!['id', 'tier'].some((id) => isWithin(edited.tab.positionOf(id), area))) return;
  const activities = edited.tabOf('activities');
  if (!activities) return;
  const rows = activities.rowCount - FIRST_ROW + 1;
  if (rows <= MOST_CELLS) offerPerTier(edited, columnsIn(activities), FIRST_ROW, rows);
}

interface Columns {
  activities: OpenTab;
  /** Positions from 0; -1 where a column is not there. */
  engagement: number;
  deliverable: number;
}

function columnsIn(activities: OpenTab): Columns {
  const [engagement, deliverable] = [
    activities.positionOf('engagement'),
    activities.positionOf('deliverable'),
  ];
  return { activities, engagement, deliverable };
}

function isWithin(position: number, { column, columns }: Area): boolean {
  return position >= column - 1 && position < column - 1 + columns;
}

function offerPerTier(
  edited: EditedCells,
  { activities, engagement: from, deliverable: to }: Columns,
  row: number,
  rows: number,
): void {
  const [lists, engagements] = [edited.tabOf('lists'), edited.tabOf('engagements')];
  if (!lists || !engagements || from < 0 || to < 0) return;
  const offers = offersOf(lists);
  const [[usual]] = activities.checksOf(cells(activities.rowCount, to, 1)) as [[CheckRule | null]];
  if (!usual || offers.lists.length < 2) return;
  const rules = offers.lists.map((area) => withList(usual, lists.range(area)));
  const named = activities.values(cells(row, from, rows)).map(([value]) => value as Cell);
  const numbers = tierNumbers(named, engagementRows(engagements), offers.tiers);
  activities.checkEach(
    cells(row, to, rows),
    numbers.map((number) => [rules[number] ?? rules[0]!]),
  );
}

/** The tiers, and what is offered without one and with each of them: from the Lists tab, whose headers are ids. */
function offersOf(lists: OpenTab): { tiers: string[]; lists: Area[] } {
  const whole = { row: 1, column: 1, rows: lists.rowCount, columns: lists.columnCount };
  const [headers = [], ...lines] = lists.values(whole);
  const filled = (position: number) =>
    lines.map((line) => textOf(line[position] as Cell)).filter((text) => text !== '');
  const perTier = headers.flatMap((header, position) => {
    const found = /^deliverable(?:OfTier(\d+))?$/.exec(String(header));
    return found ? [{ place: Number(found[1] ?? 0), position }] : [];
  });
  perTier.sort((a, b) => a.place - b.place);
  return {
    tiers: filled(headers.indexOf('tier')),
    lists: perTier.map(({ position }) => cells(FIRST_ROW, position, Math.max(filled(position).length, 1))),
  };
}

function engagementRows(tab: OpenTab): Row[] {
  const rows = tab.rowCount - FIRST_ROW + 1;
  const column = (id: string) => {
    const position = tab.positionOf(id);
    return position < 0 ? [] : tab.values(cells(FIRST_ROW, position, rows)).map(([value]) => value as Cell);
  };
  const tiers = column('tier');
  return column('id').map((id, place) => ({ id, tier: tiers[place] }));
}

function cells(row: number, position: number, rows: number): Area {
  return { row, column: position + 1, rows, columns: 1 };
}
