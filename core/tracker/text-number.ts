/**
 * A number for a text, so that texts can be looked up in an ordered column of numbers: spreadsheets put numbers in
 * order alike, and texts each in its own way. Nearly always another number for another text; never two for one.
 */
import { call, cell, type Expr, iff, isEmpty, joined, op, orElse } from './formula.ts';

/** Characters from the front and from the end that count: a text that is no longer counts as a whole. */
export interface Sampled {
  front: number;
  end: number;
}
/** What ids are told apart by. */
export const ID_SAMPLE: Sampled = { front: 8, end: 16 };

/** Below it lies every number of a text; times the rows of a tab it stays within the digits that are exact. */
const NUMBERS = 8_999_999_999;
/** Powers of the one, left over by the other: small enough that the sum of all characters stays exact as well. */
const BASE = 7_919_381;
const MODULUS = 299_999_977;

/** The characters that count, in small letters, always as many. */
export function sampleOf(text: Expr, { front, end }: Sampled): Expr {
  const small = call('LOWER', text);
  const first = call('LEFT', joined(small, ' '.repeat(front)), front);
  const last = call('RIGHT', joined(' '.repeat(end), small), end);
  return orElse(iff(isEmpty(text), '', joined(first, last)), '');
}

/** The number of a sample in a cell; 0 where a character has none. */
export function numberOf(sample: string, { front, end }: Sampled): Expr {
  const terms: Expr[] = [];
  let weight = 1;
  for (let place = 1; place <= front + end; place++) {
    weight = (weight * BASE) % MODULUS;
    terms.push(op(call('UNICODE', call('MID', cell(sample), place, 1)), '*', weight));
  }
  const sum = terms.reduce((left, right) => op(left, '+', right));
  return orElse(call('MOD', sum, NUMBERS), 0);
}
