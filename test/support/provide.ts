/** Makes sure that what a part needs is on the machine: finds it, or installs it where we may. */
import { canInstall, installDebianPackages } from './debian.mjs';
import type { Requirement } from './tools.ts';

export type Provided = { ok: true } | { ok: false; reason: string; failed: boolean };

/** Finds or installs something. Where we may install and cannot, that has failed; elsewhere it is a skip. */
export async function provide(needed: Requirement): Promise<Provided> {
  if (canInstall()) {
    const packages = needed.isThere() ? needed.beside : needed.debianPackages;
    const wrong = await installDebianPackages(needed.name, packages);
    if (wrong) return { ok: false, failed: true, reason: wrong };
    const still = `${needed.name} is not there although ${packages.join(', ')} are installed.`;
    if (!needed.isThere()) return { ok: false, failed: true, reason: still };
  }
  if (needed.isThere()) return { ok: true };
  return { ok: false, failed: false, reason: `${needed.name} was not found. ${needed.wayOut}` };
}
