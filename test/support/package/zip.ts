/** A zip of the same bytes whenever, wherever and however often it is made. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Zip, ZipPassThrough } from 'fflate';
import { deflateRaw } from 'pako';

/** The format knows wall times only, and none earlier: midnight of 1 January 1980, wherever it is. */
const MTIME = new Date(1980, 0, 1);
/** Small blocks pack what is shipped tightest: sentences of six languages beside code. */
const PACKED = { level: 9, memLevel: 6 } as const;

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

/** The zip's own number for what pako makes: zlib's algorithm, which packs tighter than fflate's and is the same everywhere. */
const DEFLATE = 8;

class Packed extends ZipPassThrough {
  override compression = DEFLATE;
  override mtime = MTIME;
  protected override process(bytes: Uint8Array, final: boolean): void {
    this.ondata(null, deflateRaw(bytes, PACKED), final);
  }
}

export function zipOf(entries: readonly Entry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const { path, bytes } of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const file = new Packed(path);
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(parts);
}
