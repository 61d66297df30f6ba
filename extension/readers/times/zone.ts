/** Wall time to instant by `Intl` alone: the content script carries no time library. */
const FORMATS = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  let format = FORMATS.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    } catch {
      // `Intl` says in no other way that it does not know a zone.
      format = null;
    }
    FORMATS.set(zone, format);
  }
  return format;
}

export function isZone(zone: string): boolean {
  return formatOf(zone) !== null;
}

/** The wall time of an instant, as the milliseconds that the same wall time would have in UTC. */
export function wallOf(zone: string, ms: number): number {
  // "GMT" alone is no offset at all; seconds are of the nineteenth century.
  const [, sign, ...parts] = /([+-])(\d+):(\d+)(?::(\d+))?$/.exec(formatOf(zone)!.format(ms)) ?? [];
  const [hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return ms + ((hours * 60 + minutes) * 60 + seconds) * (sign === '-' ? -1000 : 1000);
}

const DAY_MS = 86_400_000;
/** Offsets at the midnights of UTC that were asked for: a list has a thousand times of a few days. */
const OFFSETS = new Map<string, number>();
const MOST_OFFSETS = 5_000;

function offsetAt(zone: string, midnightMs: number): number {
  const key = `${zone} ${midnightMs}`;
  let offset = OFFSETS.get(key);
  if (offset === undefined) {
    if (OFFSETS.size >= MOST_OFFSETS) OFFSETS.clear();
    offset = wallOf(zone, midnightMs) - midnightMs;
    OFFSETS.set(key, offset);
  }
  return offset;
}

/**
 * The first and the last instant at which the clocks of a zone show a wall time: two where they went back. A time in a
 * gap is moved forward by the gap (Temporal's "compatible").
 */
export function instantsOf(zone: string, wallMs: number): [number, number] {
  // No zone is more than a day from UTC: what lies between these midnights holds the instant.
  const midnightMs = Math.floor(wallMs / DAY_MS) * DAY_MS;
  const before = offsetAt(zone, midnightMs - DAY_MS);
  const after = offsetAt(zone, midnightMs + 2 * DAY_MS);
  if (before === after) return [wallMs - before, wallMs - before];
  const found = [Math.max(before, after), Math.min(before, after)]
    .map((offset) => wallMs - offset)
    .filter((ms) => wallOf(zone, ms) === wallMs);
  const [first = wallMs - before, last = first] = found;
  return [first, last];
}
