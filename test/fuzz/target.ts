/** What is fuzzed: a target throws where something is accepted that must not be, or where anything throws. */
import type { Dice } from './mutate.ts';

export interface Target {
  name: string;
  /** How many sound inputs the others are made from. */
  corpus: number;
  /** One input made and tried; `true` where it was accepted. */
  run: (dice: Dice) => Promise<boolean>;
}

export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}
