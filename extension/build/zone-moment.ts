/** As much of moment-timezone as the collection of holidays asks for, by the zones that the browser has itself. */

const MINUTE_MS = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Wall time of an instant, as milliseconds that would be its epoch time if the zone were UTC. */
function wallOf(atMs: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(atMs);
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** The instant of a wall time, by the offset around it. */
function instantOf(wallMs: number, zone: string): number {
  const first = wallMs - (wallOf(wallMs, zone) - wallMs);
  return wallMs - (wallOf(first, zone) - first);
}

/** A wall time, asked for its parts. */
function wall(wallMs: number, atMs: number) {
  const date = new Date(wallMs);
  return {
    year: () => date.getUTCFullYear(),
    month: () => date.getUTCMonth(),
    date: () => date.getUTCDate(),
    hours: () => date.getUTCHours(),
    minutes: () => date.getUTCMinutes(),
    seconds: () => date.getUTCSeconds(),
    format: () => new Date(atMs).toISOString(),
  };
}

export default function moment(iso: string) {
  const atMs = Date.parse(iso);
  return {
    tz: (zone: string) => wall(wallOf(atMs, zone), atMs),
    /** `+08:00` */
    utcOffset: (offset: string) => {
      const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
      const ms = (hours * 60 + minutes) * MINUTE_MS * (offset.startsWith('-') ? -1 : 1);
      return wall(atMs + ms, atMs);
    },
  };
}

/** An instant seen in a zone; a text is a wall time of that zone. */
moment.tz = (at: string | Date, zone: string) => {
  if (typeof at !== 'string') return wall(wallOf(at.getTime(), zone), at.getTime());
  const wallMs = Date.parse(`${at.replace(' ', 'T')}Z`);
  return wall(wallMs, instantOf(wallMs, zone));
};
