/** Bytes as text that a link's fragment carries unchanged. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]));

/**
 * The bytes in the URL-safe alphabet, without padding.
 * @example
 * toBase64Url(new Uint8Array([255, 254])) // '__4'
 */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const letters = [
      first >> 2,
      ((first & 3) << 4) | (second >> 4),
      ((second & 15) << 2) | (third >> 6),
      third & 63,
    ];
    text += letters
      .slice(0, Math.min(bytes.length - at, 3) + 1)
      .map((value) => ALPHABET[value])
      .join('');
  }
  return text;
}

/**
 * The bytes of such a text; `null` where it is none. Each text stands for one sequence of bytes, and no two for the same.
 * @example
 * fromBase64Url('__4') // new Uint8Array([255, 254])
 * fromBase64Url('a') // null
 */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  const left = text.length % 4;
  if (left === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let count = 0;
  let at = 0;
  for (const letter of text) {
    const value = VALUES.get(letter);
    if (value === undefined) return null;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[at++] = (bits >> count) & 255;
    }
  }
  // Bits left over must be nothing: else two texts would mean the same card.
  return (bits & ((1 << count) - 1)) === 0 ? bytes : null;
}
