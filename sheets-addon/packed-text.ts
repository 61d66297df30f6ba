/**
 * Reads what the build has packed: a text, deflated (RFC 1951), in letters that hold thirteen bits a pair. All of it is of
 * our own build, which reads back what it has written; so nothing is looked for here that it does not write, and a
 * library, three times as long, stays behind.
 */

/** Letters that need no escape in a string of a script in a page. */
export const DIGITS = String.fromCharCode(...Array.from({ length: 94 }, (_, place) => 33 + place)).replace(
  /['\\<]/g,
  '',
);
/** In two letters. */
export const BITS = 13;

/** In this order a block says how long the codes are in which it says how long its codes are. */
const LENGTHS_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const REPEATED = 16;
const END_OF_BLOCK = 256;
const LONGEST = 285;

type ReadBits = (count: number) => number;
type ReadSymbol = () => number;

export function unpackText(packed: string): string {
  const bits = bitsOf(packed);
  const bytes: number[] = [];
  let isLast = 0;
  do {
    isLast = bits(1);
    const [symbols, distances] = KINDS[bits(2)]!(bits);
    readBlock(bits, bytes, symbolsOf(symbols, bits), symbolsOf(distances, bits));
  } while (isLast === 0);
  return textOf(bytes);
}

function bitsOf(packed: string): ReadBits {
  let [at, held, count] = [0, 0, 0];
  const digit = () => DIGITS.indexOf(packed[at++]!);
  return (wanted) => {
    for (; count < wanted; count += BITS) held += (digit() * DIGITS.length + digit()) << count;
    const value = held & ((1 << wanted) - 1);
    held >>= wanted;
    count -= wanted;
    return value;
  };
}

/** How long the codes of symbols and of distances are, by the kind of block; nothing is worth being left unpacked. */
const KINDS: readonly ((bits: ReadBits) => [number[], number[]])[] = [
  () => {
    throw new Error('Not packed by our build.');
  },
  () => [[...same(144, 8), ...same(112, 9), ...same(24, 7), ...same(8, 8)], same(30, 5)],
  (bits) => {
    const [symbols, distances] = [bits(5) + 257, bits(5) + 1];
    const lengths = readLengths(bits, symbols + distances);
    return [lengths.slice(0, symbols), lengths.slice(symbols)];
  },
];

function same(count: number, length: number): number[] {
  return Array(count).fill(length);
}

function readBlock(bits: ReadBits, bytes: number[], symbol: ReadSymbol, distance: ReadSymbol): void {
  for (let read = symbol(); read !== END_OF_BLOCK; read = symbol()) {
    if (read < END_OF_BLOCK) {
      bytes.push(read);
      continue;
    }
    const count = read === LONGEST ? 258 : ranged(read - END_OF_BLOCK - 1, 2, bits) + 3;
    const back = ranged(distance(), 1, bits) + 1;
    for (let copied = 0; copied < count; copied++) bytes.push(bytes[bytes.length - back]!);
  }
}

function readLengths(bits: ReadBits, count: number): number[] {
  const own = LENGTHS_ORDER.map(() => 0);
  for (const place of LENGTHS_ORDER.slice(0, bits(4) + 4)) own[place] = bits(3);
  const symbol = symbolsOf(own, bits);
  const lengths: number[] = [];
  while (lengths.length < count) {
    const read = symbol();
    if (read < REPEATED) lengths.push(read);
    else if (read === REPEATED) lengths.push(...same(bits(2) + 3, lengths[lengths.length - 1]!));
    else lengths.push(...same(read > REPEATED + 1 ? bits(7) + 11 : bits(3) + 3, 0));
  }
  return lengths;
}

/** Codes of one length follow each other as their symbols do, and the longer ones those that are shorter. */
function symbolsOf(lengths: readonly number[], bits: ReadBits): ReadSymbol {
  const symbols = [...lengths.keys()]
    .filter((symbol) => lengths[symbol])
    .sort((a, b) => lengths[a]! - lengths[b]! || a - b);
  const counts = LENGTHS_ORDER.map((_, length) => lengths.filter((own) => own === length).length);
  return () => {
    let [code, first, before] = [0, 0, 0];
    for (let length = 1; ; length++) {
      code += bits(1);
      if (code < first + counts[length]!) return symbols[before + code - first]!;
      before += counts[length]!;
      first = (first + counts[length]!) * 2;
      code *= 2;
    }
  };
}

/** A number whose symbol gives its size and the `leading` bits after its first; the others follow. */
function ranged(symbol: number, leading: number, bits: ReadBits): number {
  const others = Math.max((symbol >> leading) - 1, 0);
  return ((symbol - (others << leading)) << others) + bits(others);
}

/** Of UTF-8, in which no character here takes more than three bytes. */
function textOf(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++]!;
    const more = first < 128 ? 0 : first < 224 ? 1 : 2;
    let code = more === 0 ? first : first & (63 >> more);
    for (let read = 0; read < more; read++) code = code * 64 + (bytes[at++]! & 63);
    text += String.fromCharCode(code);
  }
  return text;
}
