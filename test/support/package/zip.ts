/** A zip of the same bytes whenever, wherever and however often it is made. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateAsync } from '@gfx/zopfli';
import { Zip, ZipPassThrough } from 'fflate';

/** The format knows wall times only, and none earlier: midnight of 1 January 1980, wherever it is. */
const MTIME = new Date(1980, 0, 1);
/** More win nothing. */
const PACKED = { numiterations: 15 };

export interface Entry {
  /** With slashes, whatever the system. */
  path: string;
  bytes: Uint8Array;
}

/** Every file below a folder. */
export function entriesBelow(folder: string): Entry[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => ({ path: path.replaceAll('\\', '/'), bytes: readFileSync(join(folder, path)) }));
}

/** The zip's own number for what zopfli makes: a twentieth smaller than zlib's best, and the same everywhere. */
const DEFLATE = 8;

/** The browsers' packages have most of their files in common, and packing is slow. */
const packedBefore = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

function pack(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const sum = createHash('sha256').update(bytes).digest('hex');
  const packed = packedBefore.get(sum) ?? deflateAsync(bytes, PACKED).then((done) => new Uint8Array(done));
  packedBefore.set(sum, packed);
  return packed;
}

class Packed extends ZipPassThrough {
  override compression = DEFLATE;
  override mtime = MTIME;

  constructor(
    path: string,
    private readonly packed: Uint8Array<ArrayBuffer>,
  ) {
    super(path);
  }

  protected override process(_: Uint8Array, final: boolean): void {
    this.ondata(null, this.packed, final);
  }
}

export async function zipOf(entries: readonly Entry[]): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const { path, bytes } of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const file = new Packed(path, await pack(bytes));
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(parts);
}
