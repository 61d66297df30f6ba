/** The hours of a calendar as minutes since midnight, read and checked once. */
import { type Path, type Problem, problem } from '../problem.ts';
import { type Calendar, type DayOff, type Override, type Span, WEEKDAYS } from './calendar.ts';
import { type DayNumber, parseLocalDate } from './local-date.ts';
import { HOUR_MS, MINUTE_MS } from './units.ts';

/** Milliseconds of wall time since the midnight that begins the date; over 24 h where a span runs overnight. */
export interface DaySpan {
  fromMs: number;
  toMs: number;
}

/** A calendar's hours, by weekday (Monday 0) and by date. */
export interface Hours {
  week: readonly (readonly DaySpan[])[];
  overrides: ReadonlyMap<DayNumber, { spans: readonly DaySpan[]; override: Override }>;
  daysOff: ReadonlyMap<DayNumber, readonly DayOff[]>;
  nominalDayMs: number;
}

const WALL_TIME = /^([01]\d|2[0-4]):([0-5]\d)$/;
const FULL_DAY_MS = 24 * HOUR_MS;

/**
 * Reads a calendar's hours; every date and span that cannot be read is a problem under `path`.
 * A span ending at or before its start runs into the next day; one that ends where it starts says nothing.
 */
export function readHours(calendar: Calendar, path: Path): { hours: Hours; problems: Problem[] } {
  const problems: Problem[] = [];
  const readSpans = (spans: readonly Span[], at: Path) =>
    spans.flatMap((span, index) => {
      const read = readSpan(span);
      if (!read) problems.push(problem('span-invalid', [...at, index], { from: span.from, to: span.to }));
      return read ?? [];
    });
  const readDate = (date: string, at: Path) => {
    const day = parseLocalDate(date, [...at, 'date']);
    if (typeof day === 'number') return day;
    problems.push(day);
    return null;
  };

  const week = WEEKDAYS.map((weekday) => readSpans(calendar.week[weekday] ?? [], [...path, 'week', weekday]));
  const overrides = new Map<DayNumber, { spans: DaySpan[]; override: Override }>();
  for (const [index, override] of (calendar.overrides ?? []).entries()) {
    const at = [...path, 'overrides', index];
    const day = readDate(override.date, at);
    if (day === null) continue;
    if (overrides.has(day))
      problems.push(problem('duplicate-id', at, { kind: 'override', id: override.date }));
    overrides.set(day, { spans: readSpans(override.spans, [...at, 'spans']), override });
  }
  const daysOff = new Map<DayNumber, DayOff[]>();
  for (const [index, off] of (calendar.holidays ?? []).entries()) {
    const day = readDate(off.date, [...path, 'holidays', index]);
    if (day !== null) daysOff.set(day, [...(daysOff.get(day) ?? []), off]);
  }
  const nominalDayMs =
    calendar.nominalDayHours === undefined ? meanOpenMs(week) : calendar.nominalDayHours * HOUR_MS;
  return { hours: { week, overrides, daysOff, nominalDayMs }, problems };
}

function readSpan({ from, to }: Span): DaySpan | null {
  const fromMs = wallMs(from);
  const toMs = wallMs(to);
  if (fromMs === null || toMs === null || fromMs === FULL_DAY_MS || fromMs === toMs) return null;
  return { fromMs, toMs: toMs > fromMs ? toMs : toMs + FULL_DAY_MS };
}

function wallMs(text: string): number | null {
  const match = WALL_TIME.exec(text);
  if (!match) return null;
  const ms = Number(match[1]) * HOUR_MS + Number(match[2]) * MINUTE_MS;
  return ms <= FULL_DAY_MS ? ms : null;
}

/** Mean open wall time of the weekdays that have any, in whole milliseconds; 0 where none has. */
function meanOpenMs(week: readonly (readonly DaySpan[])[]): number {
  const totals = week.map(unionMs).filter((total) => total > 0);
  return totals.length === 0 ? 0 : Math.round(totals.reduce((sum, total) => sum + total, 0) / totals.length);
}

function unionMs(spans: readonly DaySpan[]): number {
  let total = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { fromMs, toMs } of [...spans].sort((a, b) => a.fromMs - b.fromMs)) {
    total += Math.max(0, toMs - Math.max(fromMs, reached));
    reached = Math.max(reached, toMs);
  }
  return total;
}
