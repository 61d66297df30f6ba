/** Debian's packages for the ticket systems: installed, or, from backports, only unpacked into a folder. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canInstall, installDebianPackages } from '../../support/debian.mjs';
import { ROOT } from '../../support/walk.ts';
import { APT_ENV, aptIn } from './apt-folder.ts';
import { runToEnd } from './processes.ts';
import type { Prepared } from './system.ts';

/** Where what Debian 12 itself does not have comes from: suite and component. */
export const BACKPORTS = 'bookworm-backports main';
export const BACKPORTS_NON_FREE = 'bookworm-backports non-free';
export const SID = 'sid main';

/** Installs packages, and says so where we may not and a file of theirs is missing. */
export async function prepareInstalled(
  name: string,
  packages: readonly string[],
  files: readonly string[],
): Promise<Prepared> {
  if (canInstall()) {
    const wrong = await installDebianPackages(name, packages);
    if (wrong) return { skipped: wrong };
  }
  const missing = files.filter((path) => !existsSync(path));
  if (missing.length === 0) return { ok: true };
  return {
    skipped: `${name} is not installed (no ${missing.join(', ')}); on Debian 12, as root: apt-get install ${packages.join(' ')}`,
  };
}

/** Where packages of backports are unpacked, once for all runs. */
export const unpackedFolder = (name: string): string => join(ROOT, 'dist', 'ticket-systems', name);

/**
 * Unpacks packages from Debian's backports, or from another suite of it, into a folder of ours. They are not
 * installed: apt's own lists and sources stay as they are, no script of theirs runs.
 */
export async function unpackPackages(
  name: string,
  packages: readonly string[],
  from: string,
): Promise<Prepared> {
  const folder = unpackedFolder(name);
  const done = join(folder, 'done');
  if (existsSync(done)) return { ok: true };
  if (!canInstall()) return { skipped: `${name} comes from Debian's ${from}, as root.` };
  await mkdir(join(folder, 'root'), { recursive: true });
  try {
    const options = await aptIn(join(folder, 'apt'), from);
    await runToEnd('apt-get', [...options, '-qq', 'update'], { env: APT_ENV });
    await runToEnd('apt-get', [...options, '-qq', 'download', ...packages], { env: APT_ENV, cwd: folder });
  } catch (error) {
    return { skipped: `${name}: ${error instanceof Error ? error.message : String(error)}` };
  }
  for (const file of (await readdir(folder)).filter((each) => each.endsWith('.deb')))
    await runToEnd('dpkg-deb', ['-x', join(folder, file), join(folder, 'root')], { env: APT_ENV });
  await writeFile(done, '');
  return { ok: true };
}
