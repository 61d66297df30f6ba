/** The repository once more, in another folder: for builds that must not depend on where, when or by whom they are made. */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../run.mjs';
import { ROOT } from '../walk.ts';
import type { Entry } from './zip.ts';

export interface Place {
  folder: string;
  /** Of the process that builds: its zone, its language, its home. */
  env: Record<string, string>;
  umask: string;
  /** Folders list their files as they were made: the last ones first. */
  backwards: boolean;
}

/** Copies what git knows or would take, and the packages; what was built here stays here. */
export function copyTo({ folder, backwards }: Place): void {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: ROOT }).toString().split('\0').filter(Boolean);
  for (const path of backwards ? listed.toReversed() : listed) {
    if (!existsSync(join(ROOT, path))) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(ROOT, path), join(folder, path));
  }
  linkPackages(folder, backwards);
  execFileSync('git', ['init', '-q'], { cwd: folder });
}

/** Writes the files of a package, and the packages of npm beside them. */
export function unpackTo(folder: string, entries: readonly Entry[]): void {
  for (const { path, bytes } of entries) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  linkPackages(folder, false);
}

function linkPackages(folder: string, backwards: boolean): void {
  linkTree(join(ROOT, 'node_modules'), join(folder, 'node_modules'), backwards);
}

/** Each file by a second name, which costs no room; where that is on another disk, a copy. */
function linkTree(from: string, to: string, backwards: boolean): void {
  mkdirSync(to, { recursive: true });
  const entries = readdirSync(from, { withFileTypes: true });
  for (const entry of backwards ? entries.reverse() : entries) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    // What tools keep for the next time is this folder's own.
    if (entry.name === '.cache' || entry.name === '.vite') continue;
    if (entry.isDirectory()) linkTree(source, target, backwards);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // Not every disk, and no two disks, know second names.
    cpSync(source, target);
  }
}

/** Runs Node there. Throws with its own words. */
export async function nodeIn(
  { folder, env, umask }: Place,
  args: readonly string[],
  timeoutMs: number,
): Promise<void> {
  const command =
    process.platform === 'win32'
      ? [process.execPath, ...args]
      : ['sh', '-c', `umask ${umask}; exec "$@"`, 'sh', process.execPath, ...args];
  const [program, ...rest] = command;
  const around = { ...process.env, ...env };
  const { code, output } = await run(program!, rest, { cwd: folder, env: around, timeoutMs });
  if (code !== 0) throw new Error(`Failed in ${folder} (exit code ${code}):\n${output.trim()}`);
}
