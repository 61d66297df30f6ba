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

/** The last instant at which the clocks of a zone show a wall time: another than the first where they went back. */
export function lastInstantOf(zone: string, wallMs: number): number {
  const first = instantOf(zone, wallMs);
  const later = [30, 60].map((minutes) => first + minutes * 60_000);
  return later.find((ms) => wallOf(zone, ms) === wallMs) ?? first;
}

/** Gap: moved forward by the gap; overlap: the first occurrence (Temporal's "compatible"). */
export function instantOf(zone: string, wallMs: number): number {
  const offsetAt = (ms: number) => wallOf(zone, ms) - Math.floor(ms / 1000) * 1000;
  const before = offsetAt(wallMs - 86_400_000);
  const after = offsetAt(wallMs + 86_400_000);
  const early = wallMs - Math.max(before, after);
  const late = wallMs - Math.min(before, after);
  if (wallOf(zone, early) === wallMs) return early;
  if (wallOf(zone, late) === wallMs) return late;
  return wallMs - before;
}
