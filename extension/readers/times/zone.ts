/** Wall time to instant by `Intl` alone: the content script carries no time library. */
const FORMATS = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  let format = FORMATS.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
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
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone)!.formatToParts(ms)) parts[type] = Number(value);
  return Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!, parts.second!);
}

/** The first and the last instant at which the clocks of a zone show a wall time: two where they went back. */
export function instantsOf(zone: string, wallMs: number): [number, number] {
  const offsetAt = (ms: number) => wallOf(zone, ms) - Math.floor(ms / 1000) * 1000;
  const before = offsetAt(wallMs - 86_400_000);
  const after = offsetAt(wallMs + 86_400_000);
  const found = [Math.max(before, after), Math.min(before, after)]
    .map((offset) => wallMs - offset)
    .filter((ms) => wallOf(zone, ms) === wallMs);
  const [first = wallMs - before, last = first] = found;
  return [first, last];
}

/** Gap: moved forward by the gap; overlap: the first occurrence (Temporal's "compatible"). */
export const instantOf = (zone: string, wallMs: number): number => instantsOf(zone, wallMs)[0];
