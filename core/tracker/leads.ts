/**
 * How far the walls of the engagements' own zones are ahead of the spreadsheet's, which no formula can ask: a table on
 * the Lists tab, from the beginning of the year for as long as nobody may set the tracker up again.
 */
import { isProblem } from '../problem.ts';
import { DAY_MS, MINUTE_MS } from '../time/units.ts';
import { zoneOf } from '../time/zone.ts';
import { lastUpTo } from './cell-formulas.ts';
import { call, cell, column, type Expr, iff, named, op, orElse } from './formula.ts';
import { FIRST_SERIAL, type Row, serialOf } from './rows.ts';
import { tabOf, type Workbook } from './workbook.ts';

/** Room for every minute below one calendar's place. */
const PER_CALENDAR = 100_000_000_000;
const MINUTES_PER_DAY = DAY_MS / MINUTE_MS;
const YEARS = 4;

type OffsetOf = (atMs: number) => number;

/** The workbook with the table for the calendars that it offers and that are called by their zone's name. */
export function withLeads<T extends Pick<Workbook, 'tabs'>>(
  workbook: T,
  { offsetMs, nowMs }: { offsetMs: OffsetOf; nowMs: number },
): T {
  const lists = tabOf(workbook, 'lists');
  const leads = lists.rows.flatMap(({ calendar }, place) => {
    const zone = typeof calendar === 'string' ? zoneOf(calendar) : null;
    return zone === null || isProblem(zone)
      ? []
      : leadsOf((atMs) => zone.offsetMs(atMs), offsetMs, nowMs).map(([minute, ahead]) => ({
          leadOrder: (place + 1) * PER_CALENDAR + minute,
          leadMinutes: ahead,
        }));
  });
  const count = Math.max(lists.rows.length, leads.length);
  const rows = Array.from(
    { length: count },
    (_, place): Row => ({
      ...lists.rows[place],
      leadOrder: null,
      leadMinutes: null,
      ...leads[place],
    }),
  );
  return {
    ...workbook,
    tabs: workbook.tabs.map((tab) => (tab === lists ? { ...tab, rows, capacity: count } : tab)),
  };
}

/** From which minute of the spreadsheet's wall, counted like its days, a zone is ahead by how many minutes. */
function leadsOf(own: OffsetOf, sheet: OffsetOf, nowMs: number): [minute: number, ahead: number][] {
  const year = new Date(nowMs).getUTCFullYear();
  const aheadAt = (atMs: number) => Math.round((own(atMs) - sheet(atMs)) / MINUTE_MS);
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + YEARS, 0, 1)];
  const found: [number, number][] = [[FIRST_SERIAL * MINUTES_PER_DAY, aheadAt(start)]];
  for (let before = start; before < end; before += DAY_MS) {
    const ahead = aheadAt(before + DAY_MS);
    if (ahead === aheadAt(before)) continue;
    const atMs = changeBetween(before, before + DAY_MS, aheadAt);
    found.push([minuteOf(atMs + sheet(atMs)), ahead]);
  }
  return found;
}

/** The first minute that is like the end and unlike the start. */
function changeBetween(startMs: number, endMs: number, aheadAt: OffsetOf): number {
  let [low, high] = [startMs, endMs];
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / MINUTE_MS / 2) * MINUTE_MS;
    if (aheadAt(middle) === aheadAt(endMs)) high = middle;
    else low = middle;
  }
  return high;
}

function minuteOf(wallMs: number): number {
  return serialOf('1970-01-01') * MINUTES_PER_DAY + Math.floor(wallMs / MINUTE_MS);
}

/** Minutes by which the calendar of that place is ahead now; 0 where its zone is not known. */
export function leadNow(calendarNo: string): Expr {
  const minute = call('INT', op(named('asOf'), '*', MINUTES_PER_DAY));
  const wanted = op(op(cell(calendarNo), '*', PER_CALENDAR), '+', minute);
  const at = lastUpTo('lists.leadOrder', wanted);
  const whose = call('INT', op(call('INDEX', column('lists.leadOrder'), at), '/', PER_CALENDAR));
  return orElse(iff(op(whose, '=', cell(calendarNo)), call('INDEX', column('lists.leadMinutes'), at), 0), 0);
}

/** The day by a wall that is ahead; a day that somebody typed is that day everywhere. */
export function dayAhead(lead: string): Expr {
  const now = named('asOf');
  return call(
    'INT',
    iff(op(call('INT', now), '=', now), now, op(now, '+', op(cell(lead), '/', MINUTES_PER_DAY))),
  );
}
