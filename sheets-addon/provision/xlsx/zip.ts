/** Packs files as they are written, piece by piece: a tracker's worksheets are far larger than what becomes of them. */
import { Buffer } from 'node:buffer';
import { constants, crc32, deflateRawSync } from 'node:zlib';

export type PackedFile = [path: string, text: Iterable<string>];

/** Characters that are packed at a time. */
const PIECE = 1 << 19;
/** Rows of a worksheet are so alike that more effort gains little. */
const LEVEL = 1;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8_NAME = 1 << 11;
const DEFLATED = 8;
/** 1980-01-01, the first day that a zip file can hold: the same content always gives the same bytes. */
const FIRST_DAY = 0x21;

/**
 * A zip file. Each piece is deflated by itself and ends on a whole byte, so that the pieces joined are one stream.
 */
export function zipped(files: readonly PackedFile[]): Uint8Array {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [path, text] of files) {
    const { packed, checksum, length } = deflated(text);
    const name = Buffer.from(path, 'utf8');
    const size = packed.reduce((sum, piece) => sum + piece.length, 0);
    const facts = factsOf(checksum, size, length, name.length);
    entries.push(Buffer.concat([words([CENTRAL, 4], [VERSION, 2]), facts, entryEnd(at), name]));
    parts.push(Buffer.concat([words([LOCAL, 4]), facts, name]), ...packed);
    at += 4 + facts.length + name.length + size;
  }
  const directory = Buffer.concat(entries);
  const count = files.length;
  const end = words([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [directory.length, 4], [at, 4], [0, 2]);
  return Buffer.concat([...parts, directory, end]);
}

function deflated(text: Iterable<string>): { packed: Buffer[]; checksum: number; length: number } {
  const packed: Buffer[] = [];
  let [checksum, length, held] = [0, 0, ''];
  const pack = (isLast: boolean) => {
    const bytes = Buffer.from(held, 'utf8');
    held = '';
    length += bytes.length;
    checksum = crc32(bytes, checksum);
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    packed.push(deflateRawSync(bytes, { level: LEVEL, finishFlush }));
  };
  for (const piece of text) {
    held += piece;
    if (held.length >= PIECE) pack(false);
  }
  pack(true);
  return { packed, checksum, length };
}

/** What the local header and the directory say alike of a file. */
function factsOf(checksum: number, size: number, length: number, nameLength: number): Buffer {
  return words(
    [VERSION, 2],
    [UTF8_NAME, 2],
    [DEFLATED, 2],
    [0, 2],
    [FIRST_DAY, 2],
    [checksum, 4],
    [size, 4],
    [length, 4],
    [nameLength, 2],
    [0, 2],
  );
}

/** No comment, first disk, no attributes, and where the file stands. */
function entryEnd(at: number): Buffer {
  return words([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]);
}

/** Numbers, least byte first. */
function words(...numbers: [value: number, bytes: 2 | 4][]): Buffer {
  const all = Buffer.alloc(numbers.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of numbers) at = all.writeUIntLE(value, at, bytes);
  return all;
}
