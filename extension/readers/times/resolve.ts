/** Parsed times to instants, with what the whole page says about the order of day and month, and about the zone. */
import type { TimeFact, ZoneSource } from '#core/response/ticket-facts.ts';
import type { Parsed, WallParts } from './parse.ts';
import { instantsOf, isZone, wallOf } from './zone.ts';

export type Order = 'day-first' | 'month-first';

export interface TimeContext {
  order: Order | null;
  zone: string;
  zoneSource: ZoneSource;
  nowMs: number;
}

export const DAY_MS = 86_400_000;

/** Midnight as if in UTC; `null` for a date that does not exist, or not on the weekday that is said with it. */
export function midnight(year: number, month: number, day: number, weekday: number | null): number | null {
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && (weekday === null || date.getUTCDay() === weekday) ? ms : null;
}

/** Its weekday may say which number of a date is the day. */
function ownOrder({ year, month, day, swappable, weekday }: WallParts): Order | null {
  if (!swappable || weekday === null || year === null) return null;
  const dayFirst = midnight(year, month, day, weekday) !== null;
  const monthFirst = midnight(year, day, month, weekday) !== null;
  return dayFirst === monthFirst ? null : dayFirst ? 'day-first' : 'month-first';
}

const SLASHED = /(?<![\d.])(\d{1,2})[/-]\s?(\d{1,2})[/-]\s?\d{4}/;

/**
 * Order of day and month for dates that leave it open: other dates of the page settle it (a day over 12, a
 * weekday), else what the page says beside its date fields (`stated`), else the page's language with its region;
 * "en" alone is both. `labelled` looks for the order that goes with the language of its labels, where they have one; a page
 * that says one thing and is written in another is neither.
 */
export function orderOf(
  times: readonly Parsed[],
  language: string | null,
  labelled: () => Order | null,
  stated: Order | null = null,
): Order | null {
  const votes = new Set<Order>();
  for (const time of times) {
    const slashed = time.kind === 'wall' && SLASHED.exec(time.text);
    if (!slashed) continue;
    const vote =
      Number(slashed[1]) > 12 ? 'day-first' : Number(slashed[2]) > 12 ? 'month-first' : ownOrder(time.wall);
    if (vote) votes.add(vote);
  }
  if (votes.size > 0) return votes.size === 1 ? [...votes][0]! : null;
  if (stated) return stated;
  const tag = language?.toLowerCase() ?? '';
  if (/^en-(us|ph)/.test(tag)) return labelled() === 'day-first' ? null : 'month-first';
  return /^(de|es|it|fr|pt|nl)\b|^en-(gb|ie|au|nz|in|za)/.test(tag) ? 'day-first' : labelled();
}

/** The instant or the range of instants that a parsed time stands for; `null` where that cannot be said. */
export function resolve(time: Parsed, page: TimeContext): TimeFact | null {
  const { text: shown } = time;
  if (time.kind === 'instant') return { fromMs: time.ms, untilMs: time.ms, zone: 'offset', shown };
  if (time.kind === 'ago') {
    // "3 hours ago" may be cut down or rounded: anything from 2½ to 4 hours.
    const back = (count: number) => page.nowMs - Math.max(0, count) * time.unitMs;
    return { fromMs: back(time.count + 1), untilMs: back(time.count - 0.5), zone: 'offset', shown };
  }
  const { clockMs, offsetMs, zone } = time.wall;
  const context: TimeContext = zone && isZone(zone) ? { ...page, zone, zoneSource: 'page' } : page;
  const date = dateOf(time.wall, context);
  if (date === null) return null;
  const at = (wallMs: number) =>
    offsetMs === null ? instantsOf(context.zone, wallMs) : [wallMs - offsetMs, wallMs - offsetMs];
  // An hour that the clocks ran through twice is one of two: the page does not say which.
  const [fromMs, lastMs] = at(date + (clockMs ?? 0)) as [number, number];
  const untilMs = clockMs === null ? at(date + DAY_MS)[0]! - 1 : lastMs;
  return { fromMs, untilMs, zone: offsetMs === null ? context.zoneSource : 'offset', shown };
}

function dateOf(parts: WallParts, { order, zone, nowMs }: TimeContext): number | null {
  const { daysBack, weekday, swappable } = parts;
  let { month, day, year } = parts;
  // Asked of `Intl`, which is slow for the thousand times of a list, and only few of them need it.
  const today = () => wallOf(zone, nowMs);
  if (daysBack !== null) return (Math.floor(today() / DAY_MS) - daysBack) * DAY_MS;
  const settled = swappable ? (ownOrder(parts) ?? order) : 'day-first';
  if (settled === null) return null;
  // "26/04/09": what nothing settles but the language is not believed where its first number is the likelier year.
  const thisYear = () => new Date(today()).getUTCFullYear();
  if (swappable && day > 12 && Math.abs(2000 + day - thisYear()) < Math.abs(year! - thisYear())) return null;
  if (settled === 'month-first') [month, day] = [day, month];
  if (year === null) {
    // A date without its year is believed only where its weekday bears the year out.
    if (weekday === null) return null;
    year = thisYear();
    if (Date.UTC(year, month - 1, day) > today()) year--;
  }
  return midnight(year, month, day, weekday);
}
