/** What the scripts of a mapping leave for each other in our own world of the page. */
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { Amend } from '../overlay/amend.ts';
import type { ReadOptions } from '../readers/reader.ts';

/** The last reading of the page, before and after the user's own mapping. */
export interface Reading {
  found: TicketFacts | null;
  amended: TicketFacts | null;
  options: ReadOptions;
}

const MAPPED = Symbol.for('dueline.mapped');
const LISTENERS = Symbol.for('dueline.readings');
const PICKER = Symbol.for('dueline.picker');
const READING = Symbol.for('dueline.reading');

interface World {
  [MAPPED]?: Amend;
  [LISTENERS]?: Set<() => void>;
  [PICKER]?: () => void;
  [READING]?: Reading;
}

export function mappedAmend(): Amend | undefined {
  return (globalThis as World)[MAPPED];
}

export function keepMapped(amend: Amend): void {
  (globalThis as World)[MAPPED] = amend;
}

export function lastReading(): Reading | undefined {
  return (globalThis as World)[READING];
}

export function keepReading(reading: Reading): void {
  const world = globalThis as World;
  world[READING] = reading;
  for (const listener of world[LISTENERS] ?? []) listener();
}

/** Closes the picker that is open, if there is one. */
export function closePicker(): void {
  (globalThis as World)[PICKER]?.();
}

export function keepPicker(close: () => void): void {
  (globalThis as World)[PICKER] = close;
}

/** Calls back after each reading, until the signal ends. */
export function watchReadings(listener: () => void, signal: AbortSignal): void {
  const world = globalThis as World;
  world[LISTENERS] ??= new Set();
  world[LISTENERS].add(listener);
  signal.addEventListener('abort', () => world[LISTENERS]?.delete(listener));
}
