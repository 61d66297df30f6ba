/** The entries of a zip archive, each unpacked when it is asked for; `Unusual` where it is not quite as most are. */
import { inflateRawSync } from 'node:zlib';

/** A file that this reader leaves to a slower and more forgiving one. */
export class Unusual extends Error {}

const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** A longer part is no tracker's, or was made to fill the memory. */
const MOST_BYTES = 512 * 1024 * 1024;
/** Nothing can be packed closer. */
const MOST_TIMES = 1032;

interface Entry {
  method: number;
  packed: number;
  size: number;
  at: number;
}

export type ZipEntries = (path: string) => Buffer | null;

export function zipEntries(bytes: Buffer): ZipEntries {
  const entries = directoryOf(bytes);
  return (path) => {
    const entry = entries.get(path);
    return entry ? unpacked(bytes, entry) : null;
  };
}

/** How long all that is in an archive becomes, as its directory says. */
export function unpackedSize(bytes: Buffer): number {
  return [...directoryOf(bytes).values()].reduce((sum, { size }) => sum + size, 0);
}

function directoryOf(bytes: Buffer): Map<string, Entry> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries = new Map<string, Entry>();
  for (let place = 0; place < count; place++) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw new Unusual('directory');
    const [name, extra, comment] = [28, 30, 32].map((from) => bytes.readUInt16LE(at + from));
    // Encrypted ones say so in the first bit.
    if (bytes.readUInt16LE(at + 8) & 1) throw new Unusual('encrypted');
    entries.set(bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + name!), {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += ENTRY_BYTES + name! + extra! + comment!;
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  const least = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= least; at--) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw new Unusual('no end');
}

function unpacked(bytes: Buffer, { method, packed, size, at }: Entry): Buffer {
  if (size > MOST_BYTES || size > packed * MOST_TIMES) throw new Unusual('size');
  if (at + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw new Unusual('entry');
  const from = at + LOCAL_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const data = bytes.subarray(from, from + packed);
  if (data.length !== packed) throw new Unusual('cut off');
  if (method === STORED) return data;
  if (method !== DEFLATED) throw new Unusual('method');
  // In one piece, since how long it becomes is known: of many small ones half the time would go.
  const most = Math.max(size, 1);
  const whole = inflateRawSync(data, { maxOutputLength: most, chunkSize: Math.max(most, 64) });
  if (whole.length !== size) throw new Unusual('size');
  return whole;
}
