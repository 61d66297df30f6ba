/** Installs Request Tracker 5 from Debian's packages, where we are root on Debian; run it as often as you like. */
import { canInstall, installDebianPackages } from '../support/debian.mjs';
import { findRequestTracker, REQUEST_TRACKER_PACKAGES } from './find-request-tracker.ts';

/** `null`: it is there. Otherwise why it is not. */
export async function prepareRequestTracker(): Promise<string | null> {
  if (canInstall()) {
    const wrong = await installDebianPackages('Request Tracker 5', REQUEST_TRACKER_PACKAGES);
    if (wrong) return wrong;
  }
  const found = findRequestTracker();
  return typeof found === 'string' ? found : null;
}

if (import.meta.filename === process.argv[1]) {
  const wrong = await prepareRequestTracker();
  process.stdout.write(`${wrong ?? 'Request Tracker 5 is ready.'}\n`);
  process.exitCode = wrong ? 1 : 0;
}
