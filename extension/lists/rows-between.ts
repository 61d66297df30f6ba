/** Which of many rows stand at a height of the window, with few of them measured. */

/** Rows measured to tell whether each stands below the one before. */
const SAMPLES = 16;

/**
 * Places of the first and the last row between two heights; `null` where that takes looking at each: there are few
 * rows, or they do not stand one below the other.
 */
export function rowsBetween(
  rows: readonly Element[],
  topPx: number,
  bottomPx: number,
): [first: number, last: number] | null {
  if (rows.length < SAMPLES * 2) return null;
  const box = (place: number) => rows[place]!.getBoundingClientRect();
  const tops = Array.from({ length: SAMPLES }, (_, sample) =>
    box(Math.floor((sample * (rows.length - 1)) / (SAMPLES - 1))),
  ).map(({ top }) => top);
  if (tops.some((top, sample) => sample > 0 && top <= tops[sample - 1]!)) return null;
  const first = firstPlace(rows.length, (place) => box(place).bottom > topPx);
  const after = firstPlace(rows.length, (place) => box(place).top >= bottomPx);
  return first < after ? [first, after - 1] : null;
}

/** The first place from which on something holds, if it holds of all after it. */
function firstPlace(length: number, holds: (place: number) => boolean): number {
  let [from, until] = [0, length];
  while (from < until) {
    const middle = (from + until) >> 1;
    if (holds(middle)) until = middle;
    else from = middle + 1;
  }
  return from;
}
