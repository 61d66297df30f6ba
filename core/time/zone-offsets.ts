/**
 * The offsets of a zone over a stretch of time, read once and then looked up: wall time → instant without any
 * zone arithmetic per question.
 */

import { DAY_MS } from './units.ts';
import type { Zone } from './zone.ts';

/**
 * Two changes that undo each other within this time would be missed. The shortest such pair in the tz database
 * since 1900 is 3.98 days apart (Africa/Freetown, September 1939).
 */
const PROBE_MS = 3.5 * DAY_MS;

/** The offsets of one zone over the stretch that was read. */
export class ZoneOffsets {
  /** Segment i runs from `startMs[i]` (inclusive) to `startMs[i + 1]`, with `offsetMs[i]`. */
  private constructor(
    private readonly startMs: readonly number[],
    private readonly offsetMs: readonly number[],
  ) {}

  /** Reads every change of offset in `[fromMs, untilMs)`. */
  static read(zone: Zone, fromMs: number, untilMs: number): ZoneOffsets {
    let before = fromMs;
    let offset = zone.offsetMs(before);
    const starts = [before];
    const offsets = [offset];
    while (before < untilMs) {
      const probe = before + PROBE_MS;
      const next = zone.offsetMs(probe);
      if (next !== offset) {
        starts.push(changeBetween(zone, before, probe, offset));
        offsets.push(next);
        offset = next;
      }
      before = probe;
    }
    return new ZoneOffsets(starts, offsets);
  }

  /** Wall time (as if it were UTC) of an instant. */
  wallOf(atMs: number): number {
    return atMs + this.offsetMs[this.segmentAt(atMs)]!;
  }

  /**
   * Instant of a wall time: in a gap moved forward by the gap, in an overlap the first of the two
   * (Temporal's "compatible").
   */
  instantOf(wallMs: number): number {
    // The first segment whose end, in its own wall time, lies after the wall time asked for.
    let low = 0;
    let high = this.startMs.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.startMs[middle + 1]! + this.offsetMs[middle]! > wallMs) high = middle;
      else low = middle + 1;
    }
    const instant = wallMs - this.offsetMs[low]!;
    // Before the segment begins: the wall time fell into the gap at its start, so the offset before counts.
    return low > 0 && instant < this.startMs[low]! ? wallMs - this.offsetMs[low - 1]! : instant;
  }

  private segmentAt(atMs: number): number {
    let low = 0;
    let high = this.startMs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startMs[middle]! <= atMs) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The first instant after `beforeMs` with another offset, to the second, between two probes that differ. */
function changeBetween(zone: Zone, beforeMs: number, afterMs: number, offset: number): number {
  let low = Math.floor(beforeMs / 1000);
  let high = Math.ceil(afterMs / 1000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zone.offsetMs(middle * 1000) === offset) low = middle;
    else high = middle;
  }
  return high * 1000;
}
