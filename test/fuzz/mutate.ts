/** Hostile versions of sound inputs, from a seed alone: the same seed gives the same input on every machine. */

export interface Dice {
  below: (limit: number) => number;
  pick: <T>(from: readonly T[]) => T;
  chance: (share: number) => boolean;
}

/** mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, pick: (from) => from[below(from.length)]!, chance: (share) => next() < share };
}

const VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0.1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  '\u0000',
  '\u202e',
  '__proto__',
  'constructor',
  'toString',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '=cmd|/C calc!A0',
  '2026-02-30',
  '0000-00-00',
  '99999-01-01',
  'Europe/Nowhere',
  '24:00',
  '25:61',
  'x'.repeat(5000),
  [],
  {},
  [[[[[[]]]]]],
  { length: -1 },
  { __proto__: null, toString: 1 },
];

/** A copy in which some values, keys and lists are replaced, doubled, swapped or taken away. */
export function mutated(value: unknown, dice: Dice): unknown {
  let copy = structuredClone(value);
  for (let change = dice.below(4); change >= 0; change--) copy = changedOnce(copy, dice);
  return copy;
}

function changedOnce(root: unknown, dice: Dice): unknown {
  const places: { holder: Record<string, unknown> | unknown[]; key: string | number }[] = [];
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push({ holder: node as Record<string, unknown>, key });
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(root);
  if (places.length === 0) return dice.pick(VALUES);
  const { holder, key } = dice.pick(places);
  const at = holder as Record<string | number, unknown>;
  const what = dice.below(5);
  if (what === 0) at[key] = structuredClone(dice.pick(VALUES));
  else if (what === 1) delete at[key];
  else if (what === 2) {
    const other = dice.pick(places);
    at[key] = structuredClone((other.holder as Record<string | number, unknown>)[other.key]);
  } else if (what === 3) {
    Object.defineProperty(at, dice.pick(['__proto__', 'constructor', 'id', 'type', 'x']), {
      value: structuredClone(dice.pick(VALUES)),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
  else at[key] = [at[key]];
  return root;
}

const PIECES = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\u0000',
  '\ufeff',
  '\r\n',
  '.',
  '-',
  '_',
  'A',
  '9',
  'é',
];

/** A text with letters changed, pieces put in, doubled or cut out. */
export function mutatedText(text: string, dice: Dice): string {
  let copy = text;
  for (let change = dice.below(5); change >= 0; change--) {
    const at = dice.below(copy.length + 1);
    const length = dice.below(dice.chance(0.1) ? copy.length : 8);
    const what = dice.below(4);
    if (what === 0) copy = copy.slice(0, at) + dice.pick(PIECES) + copy.slice(at + 1);
    else if (what === 1) copy = copy.slice(0, at) + copy.slice(at + length);
    else if (what === 2) copy = copy.slice(0, at) + copy.slice(at, at + length) + copy.slice(at);
    else copy = copy.slice(0, at) + dice.pick(PIECES).repeat(1 + dice.below(20)) + copy.slice(at);
  }
  return copy;
}
