/** Installs a Request Tracker from Debian's packages, where we are root on Debian; run it as often as you like. */
import { canInstall, installDebianPackages } from '../support/debian.mjs';
import { findRequestTracker, packagesOf, type Version } from './find-request-tracker.ts';

/** `null`: it is there. Otherwise why it is not. */
export async function prepareRequestTracker(version: Version = 5): Promise<string | null> {
  if (canInstall()) {
    const wrong = await installDebianPackages(`Request Tracker ${version}`, packagesOf(version));
    if (wrong) return wrong;
  }
  const found = findRequestTracker(version);
  return typeof found === 'string' ? found : null;
}

if (import.meta.filename === process.argv[1]) {
  const wrong = await prepareRequestTracker();
  process.stdout.write(`${wrong ?? 'Request Tracker 5 is ready.'}\n`);
  process.exitCode = wrong ? 1 : 0;
}
