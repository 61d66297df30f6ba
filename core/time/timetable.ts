/**
 * The open intervals of a calendar over some years, computed once: every question is then a look-up.
 * Two views of the same hours: merged intervals with a running total, for time; and pieces that remember the
 * local date on which their span began, for business days.
 */
import { type DayNumber, dayNumber, weekdayOf } from './local-date.ts';
import { DAY_MS } from './units.ts';
import type { Hours } from './week-hours.ts';
import type { Zone } from './zone.ts';
import { ZoneOffsets } from './zone-offsets.ts';

/** Questions may be asked this far inside the compiled years, so that no interval is seen cut at their edge. */
const MARGIN_MS = 3 * DAY_MS;

/** What is left of one span, belonging to the business day `day` on which it began. */
interface Piece {
  startMs: number;
  endMs: number;
  day: DayNumber;
}

export interface Timetable {
  readonly firstYear: number;
  readonly lastYear: number;
  /** Questions about instants in `[fromMs, untilMs)` are answered right. */
  readonly fromMs: number;
  readonly untilMs: number;
  readonly offsets: ZoneOffsets;
  /** Merged open intervals; a sentinel at `Infinity` closes each list. */
  readonly openMs: Float64Array;
  readonly closeMs: Float64Array;
  /** Open milliseconds before interval i. */
  readonly beforeMs: Float64Array;
  /** For each UTC day from `fromMs` on: the first interval that closes after its start. */
  readonly firstOfDay: Int32Array;
  /** Pieces in order of business day, then start. */
  readonly pieceStartMs: Float64Array;
  readonly pieceEndMs: Float64Array;
  /** Business days, ascending, and the index of each one's first piece (one more entry closes the list). */
  readonly days: Int32Array;
  readonly firstPiece: Int32Array;
  /** The date at the beginning of `firstOnOrAfter`, which gives for each date the first business day from it on. */
  readonly firstDay: DayNumber;
  readonly firstOnOrAfter: Int32Array;
}

/** Compiles the local years `firstYear` to `lastYear`, both included. */
export function compileTimetable(zone: Zone, hours: Hours, firstYear: number, lastYear: number): Timetable {
  const firstDay = dayNumber(firstYear, 1, 1) - 1;
  const lastDay = dayNumber(lastYear + 1, 1, 1);
  const offsets = ZoneOffsets.read(zone, (firstDay - 2) * DAY_MS, (lastDay + 3) * DAY_MS);
  const pieces: Piece[] = [];
  for (let day = firstDay; day <= lastDay; day++) addPieces(pieces, day, hours, offsets);

  const fromMs = offsets.instantOf((firstDay + 1) * DAY_MS) + MARGIN_MS;
  const untilMs = offsets.instantOf(lastDay * DAY_MS) - MARGIN_MS;
  const merged = mergePieces(pieces);
  const byDay = groupByDay(pieces);
  return {
    firstYear,
    lastYear,
    fromMs,
    untilMs,
    offsets,
    ...merged,
    firstOfDay: indexByDay(merged.closeMs, fromMs, untilMs),
    ...byDay,
    firstDay,
    firstOnOrAfter: indexDays(byDay.days, firstDay, lastDay),
  };
}

/** Adds what holidays leave of the spans that begin on a date. */
function addPieces(pieces: Piece[], day: DayNumber, hours: Hours, offsets: ZoneOffsets): void {
  const override = hours.overrides.get(day);
  const spans = override?.spans ?? hours.week[weekdayOf(day)]!;
  if (spans.length === 0) return;
  const midnightMs = day * DAY_MS;
  const nextMidnight = offsets.instantOf(midnightMs + DAY_MS);
  // A date that the zone skipped (Apia 2011-12-30) begins where the next one begins.
  if (offsets.instantOf(midnightMs) >= nextMidnight) return;
  // An override beats the holiday on its own date, though not the one on the next.
  const cutOwn = override === undefined && hours.daysOff.has(day);
  // One that never happened takes nothing from its neighbour.
  const cutNext = hours.daysOff.has(day + 1) && offsets.instantOf(midnightMs + 2 * DAY_MS) > nextMidnight;
  const first = pieces.length;
  for (const { fromMs, toMs } of spans) {
    let startMs = offsets.instantOf(midnightMs + fromMs);
    let endMs = offsets.instantOf(midnightMs + toMs);
    if (cutOwn) startMs = Math.max(startMs, nextMidnight);
    if (cutNext) endMs = Math.min(endMs, nextMidnight);
    if (startMs < endMs) pieces.push({ startMs, endMs, day });
  }
  if (pieces.length - first > 1) {
    const own = pieces.splice(first).sort((a, b) => a.startMs - b.startMs);
    pieces.push(...own);
  }
}

function mergePieces(pieces: readonly Piece[]): Pick<Timetable, 'openMs' | 'closeMs' | 'beforeMs'> {
  const opens: number[] = [];
  const closes: number[] = [];
  for (const piece of isSorted(pieces) ? pieces : [...pieces].sort((a, b) => a.startMs - b.startMs)) {
    const last = closes.length - 1;
    if (last >= 0 && piece.startMs <= closes[last]!) closes[last] = Math.max(closes[last]!, piece.endMs);
    else {
      opens.push(piece.startMs);
      closes.push(piece.endMs);
    }
  }
  const before = new Float64Array(opens.length + 1);
  for (let i = 0; i < opens.length; i++) before[i + 1] = before[i]! + (closes[i]! - opens[i]!);
  return {
    openMs: withSentinel(opens),
    closeMs: withSentinel(closes),
    beforeMs: before,
  };
}

function isSorted(pieces: readonly Piece[]): boolean {
  for (let i = 1; i < pieces.length; i++) if (pieces[i - 1]!.startMs > pieces[i]!.startMs) return false;
  return true;
}

function withSentinel(values: readonly number[]): Float64Array {
  const array = new Float64Array(values.length + 1);
  array.set(values);
  array[values.length] = Number.POSITIVE_INFINITY;
  return array;
}

function indexByDay(closeMs: Float64Array, fromMs: number, untilMs: number): Int32Array {
  const index = new Int32Array(Math.max(1, Math.ceil((untilMs - fromMs) / DAY_MS)));
  let interval = 0;
  for (let i = 0; i < index.length; i++) {
    while (closeMs[interval]! <= fromMs + i * DAY_MS) interval++;
    index[i] = interval;
  }
  return index;
}

function groupByDay(
  pieces: readonly Piece[],
): Pick<Timetable, 'pieceStartMs' | 'pieceEndMs' | 'days' | 'firstPiece'> {
  const days: number[] = [];
  const first: number[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (days[days.length - 1] === piece.day) continue;
    days.push(piece.day);
    first.push(index);
  }
  return {
    pieceStartMs: Float64Array.from(pieces, (piece) => piece.startMs),
    pieceEndMs: Float64Array.from(pieces, (piece) => piece.endMs),
    days: Int32Array.from(days),
    firstPiece: Int32Array.from([...first, pieces.length]),
  };
}

function indexDays(days: Int32Array, firstDay: DayNumber, lastDay: DayNumber): Int32Array {
  const index = new Int32Array(lastDay - firstDay + 1);
  let next = 0;
  for (let i = 0; i < index.length; i++) {
    while (next < days.length && days[next]! < firstDay + i) next++;
    index[i] = next;
  }
  return index;
}
