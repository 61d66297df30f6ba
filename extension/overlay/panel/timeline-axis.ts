/** Where things stand on the timeline: instants to pixels, and labels that do not run into each other. */

/** With names below the track, and without. */
export const HEIGHT = { named: 50, bare: 37 };
export const TRACK = { above: 10, top: 17, height: 16, middle: 25, below: 46 };

/** Room for a marker at either end. */
const EDGE = 6;
/** An answer long overdue would leave no room for the way to its due time: the axis ends before now. */
const MOST_AFTER_DUE = 1;
/** Room after the later of due and now. */
const AFTER_SHARE = 0.06;
/** About the width of a letter of 11 pixels. */
const LETTER = 6.2;
const GAP = 6;

export interface Axis {
  /** Of the picture, in pixels as they are on screen: its names are as large at every width. */
  width: number;
  fromMs: number;
  untilMs: number;
  /** Instants outside of it stand at its ends. */
  x: (atMs: number) => number;
}

export function axisOf(receivedMs: number, dueMs: number, nowMs: number, width: number): Axis {
  const span = Math.max(1, dueMs - receivedMs);
  const lastMs = Math.min(Math.max(dueMs, nowMs), dueMs + span * MOST_AFTER_DUE);
  const fromMs = Math.min(receivedMs, nowMs);
  const untilMs = lastMs + (lastMs - fromMs) * AFTER_SHARE;
  const scale = (width - 2 * EDGE) / (untilMs - fromMs);
  return {
    width,
    fromMs,
    untilMs,
    x: (atMs) => EDGE + (Math.max(fromMs, Math.min(atMs, untilMs)) - fromMs) * scale,
  };
}

export interface Label {
  text: string;
  x: number;
}

/** Names under or over the track; one that is too wide, or would run into a name listed before it, is left out. */
export function labelsOf(axis: Axis, names: readonly { atMs: number; text: string }[]): Label[] {
  const kept: (Label & { left: number; right: number })[] = [];
  for (const { atMs, text } of names) {
    const half = widthOf(text) / 2;
    const x = Math.max(half, Math.min(axis.x(atMs), axis.width - half));
    const [left, right] = [x - half - GAP / 2, x + half + GAP / 2];
    if (2 * half <= axis.width && kept.every((other) => right <= other.left || other.right <= left)) {
      kept.push({ text, x, left, right });
    }
  }
  return kept.map(({ text, x }) => ({ text, x }));
}

/** Ideographs and Hangul are about twice as wide as letters. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! >= 0x1100 ? 2 : 1) * LETTER, 0);
}
