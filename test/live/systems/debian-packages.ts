/** Debian's packages for the ticket systems: installed where we may, named where not. */
import { existsSync } from 'node:fs';
import { canInstall, installDebianPackages } from '../../support/debian.mjs';
import type { Prepared } from './system.ts';

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
