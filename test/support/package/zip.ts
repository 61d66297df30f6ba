/** A zip of the same bytes whenever, wherever and however often it is made. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** The format knows wall times only, and none earlier: midnight of 1 January 1980, wherever it is. */
const MTIME = new Date(1980, 0, 1);
const LEVEL = 9;

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

export function zipOf(entries: readonly Entry[]): Uint8Array {
  const files: Zippable = {};
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, bytes } of sorted) files[path] = [bytes, { level: LEVEL, mtime: MTIME }];
  return zipSync(files);
}
