/** Parsed times to instants, with what the whole page says about the order of day and month, and about the zone. */
import type { TimeFact, ZoneSource } from '#core/response/ticket-facts.ts';
import type { Parsed, WallParts } from './parse.ts';
import { instantOf, wallOf } from './zone.ts';

export type Order = 'day-first' | 'month-first';

export interface TimeContext {
  order: Order | null;
  zone: string;
  zoneSource: ZoneSource;
  nowMs: number;
}

const DAY_MS = 86_400_000;

const valid = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};
const weekday = (year: number, month: number, day: number): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** What one date says about the order, by a day over 12 or by its weekday. */
function vote(
  { year, month, day, swappable, weekday: named }: WallParts,
  separatorDate: boolean,
): Order | null {
  if (!separatorDate || year === null) return null;
  if (!swappable) return null;
  if (named === null) return null;
  const dayFirst = valid(year, month, day) && weekday(year, month, day) === named;
  const monthFirst = valid(year, day, month) && weekday(year, day, month) === named;
  return dayFirst === monthFirst ? null : dayFirst ? 'day-first' : 'month-first';
}

const SLASHED = /(?<![\d.])(\d{1,2})[/-]\s?(\d{1,2})[/-]\s?\d{4}/;

/**
 * Order of day and month for dates that leave it open: other dates of the page settle it (a day over 12, a
 * weekday), else the page's language with its region; "en" alone is both.
 */
export function orderOf(times: readonly Parsed[], language: string | null): Order | null {
  const votes = new Set<Order>();
  for (const time of times) {
    if (time.kind !== 'wall') continue;
    const slashed = SLASHED.exec(time.text);
    if (!slashed) continue;
    if (Number(slashed[1]) > 12) votes.add('day-first');
    else if (Number(slashed[2]) > 12) votes.add('month-first');
    const own = vote(time.wall, true);
    if (own) votes.add(own);
  }
  if (votes.size > 0) return votes.size === 1 ? [...votes][0]! : null;
  const tag = language?.toLowerCase() ?? '';
  if (/^en-(us|ph)/.test(tag)) return 'month-first';
  return /^(de|es|it|fr|pt|nl)\b|^en-(gb|ie|au|nz|in|za)/.test(tag) ? 'day-first' : null;
}

/** The instant or the range of instants that a parsed time stands for; `null` where that cannot be said. */
export function resolve(time: Parsed, context: TimeContext): TimeFact | null {
  const shown = time.text;
  if (time.kind === 'instant') return { fromMs: time.ms, untilMs: time.ms, zone: 'offset', shown };
  if (time.kind === 'ago') {
    // "3 hours ago" may be cut down or rounded: anything from 2½ to 4 hours.
    const { count, unitMs } = time;
    return {
      fromMs: context.nowMs - (count + 1) * unitMs,
      untilMs: context.nowMs - Math.max(0, count - 0.5) * unitMs,
      zone: 'offset',
      shown,
    };
  }
  const date = dateOf(time.wall, context);
  if (date === null) return null;
  const { clockMs, offsetMs } = time.wall;
  const at = (wallMs: number) => (offsetMs === null ? instantOf(context.zone, wallMs) : wallMs - offsetMs);
  const fromMs = at(date + (clockMs ?? 0));
  return {
    fromMs,
    untilMs: clockMs === null ? at(date + DAY_MS) - 1 : fromMs,
    zone: offsetMs === null ? context.zoneSource : 'offset',
    shown,
  };
}

/** Midnight of the date as if in UTC. */
function dateOf(parts: WallParts, { order, zone, nowMs }: TimeContext): number | null {
  const today = wallOf(zone, nowMs);
  if (parts.daysBack !== null) return Math.floor(today / DAY_MS) * DAY_MS - parts.daysBack * DAY_MS;
  let { month, day } = parts;
  if (parts.swappable) {
    const own = vote(parts, true) ?? order;
    if (own === null) return null;
    if (own === 'month-first') [month, day] = [day, month];
  }
  let { year } = parts;
  if (year === null) {
    year = new Date(today).getUTCFullYear();
    if (Date.UTC(year, month - 1, day) > today) year--;
    // A date without its year is believed only where its weekday bears the year out.
    if (parts.weekday === null) return null;
  }
  if (!valid(year, month, day)) return null;
  if (parts.weekday !== null && weekday(year, month, day) !== parts.weekday) return null;
  return Date.UTC(year, month - 1, day);
}
