/** A half-open stretch of time `[startMs, endMs)`, in epoch milliseconds. */
export interface Interval {
  startMs: number;
  endMs: number;
}
