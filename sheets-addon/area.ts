/** A rectangle of cells: rows and columns counted from 1. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Whether any of an area is locked: within the locked one, and in none of the parts of it that are open. */
export function isLocked(area: Area, locked: Area, open: readonly Area[]): boolean {
  const both = common(area, locked);
  return both !== null && !isWithin(both, open);
}

/** Whether all of an area lies in others, taken together. */
function isWithin(area: Area, [first, ...rest]: readonly Area[]): boolean {
  if (!first) return false;
  const hole = common(area, first);
  return (hole ? around(area, hole) : [area]).every((part) => isWithin(part, rest));
}

function common(one: Area, other: Area): Area | null {
  const [row, column] = [Math.max(one.row, other.row), Math.max(one.column, other.column)];
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** What is left of an area around a hole in it. */
function around(area: Area, hole: Area): Area[] {
  const [below, right] = [hole.row + hole.rows, hole.column + hole.columns];
  return [
    { ...area, rows: hole.row - area.row },
    { ...area, row: below, rows: area.row + area.rows - below },
    { ...hole, columns: hole.column - area.column, column: area.column },
    { ...hole, columns: area.column + area.columns - right, column: right },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}
