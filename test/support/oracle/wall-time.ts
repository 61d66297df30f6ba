/**
 * What the clock on the wall of a zone shows, asked of Intl alone, one instant at a time. Slow on purpose:
 * nothing here is shared with the engine, and every answer is found by trying, not by arithmetic on rules.
 *
 * "Wall milliseconds" are the wall's date and time written as if the zone were UTC.
 */
const SECOND = 1000;
const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

/** What a table holds under a key, made when it is first asked for. */
export function remembered<K, V>(
  table: { get(key: K): V | undefined; set(key: K, value: V): void },
  key: K,
  make: () => V,
): V {
  const known = table.get(key);
  if (known !== undefined) return known;
  const made = make();
  table.set(key, made);
  return made;
}

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string) =>
  remembered(
    formats,
    zone,
    () =>
      new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      }),
  );

/** Wall milliseconds of an instant. */
export function wallOf(zone: string, atMs: number): number {
  const wholeSecond = Math.floor(atMs / SECOND) * SECOND;
  const shown: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(wholeSecond)) shown[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (atMs - wholeSecond);
}

/** What a zone adds to UTC at an instant on the quarter-hour grid, remembered. */
const offsetsOnGrid = new Map<string, Map<number, number>>();
const GRID = 15 * MINUTE;

function offsetOnGrid(zone: string, gridMs: number): number {
  const known = remembered(offsetsOnGrid, zone, () => new Map<number, number>());
  return remembered(known, gridMs, () => wallOf(zone, gridMs) - gridMs);
}

/** Quarter hours around a wall time, wide enough for every offset that ever was (−15:56 to +15:13). */
function gridAround(wallMs: number): number[] {
  const first = Math.floor((wallMs - 17 * 4 * GRID) / GRID) * GRID;
  return Array.from({ length: 2 * 17 * 4 + 2 }, (_, i) => first + i * GRID);
}

const answers = new Map<string, number>();

/**
 * The instant at which a wall shows a time. Shown twice: the first. Never shown: the time is moved forward by
 * the length of the gap it falls into.
 */
export function instantOf(zone: string, wallMs: number): number {
  return remembered(answers, `${zone} ${wallMs}`, () => search(zone, wallMs));
}

function search(zone: string, wallMs: number): number {
  const grid = gridAround(wallMs);
  const offsets = new Set(grid.map((at) => offsetOnGrid(zone, at)));
  const shownAt = [...offsets].map((offset) => wallMs - offset).filter((at) => wallOf(zone, at) === wallMs);
  if (shownAt.length > 0) return Math.min(...shownAt);

  for (const at of grid) {
    const before = offsetOnGrid(zone, at);
    const after = offsetOnGrid(zone, at + GRID);
    if (after <= before) continue;
    let change = at;
    while (wallOf(zone, change) - change === before) change += SECOND;
    if (change + before <= wallMs && wallMs < change + after) {
      const gap = after - before;
      return wallMs + gap - after;
    }
  }
  throw new Error(`oracle: ${zone} neither shows nor skips ${new Date(wallMs).toISOString()}`);
}

/** Whether a local date ever was, in a zone: some quarter of an hour shows it. `day` counts from 1970-01-01. */
export function dateHappened(zone: string, day: number): boolean {
  return gridAround(day * DAY + DAY / 2).some(
    (at) => Math.floor((at + offsetOnGrid(zone, at)) / DAY) === day,
  );
}
