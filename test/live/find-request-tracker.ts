/** Where Debian's packages of Request Tracker 5 put what the live test runs; and what is missing of it. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `dbconfig-no-thanks` keeps the packages from setting up a database of their own, `msmtp-mta` is a mail program
 * without a service, `faketime` lets Request Tracker's clock stand where the test wants it.
 */
export const REQUEST_TRACKER_PACKAGES = [
  'request-tracker5',
  'rt5-standalone',
  'rt5-db-sqlite',
  'dbconfig-no-thanks',
  'msmtp-mta',
  'faketime',
];

export interface RequestTrackerPrograms {
  server: string;
  setup: string;
  mailGate: string;
  clockLibrary: string;
}

function clockLibrary(): string {
  const root = '/usr/lib';
  const found = (existsSync(root) ? readdirSync(root) : [])
    .map((name) => join(root, name, 'faketime', 'libfaketimeMT.so.1'))
    .find((path) => existsSync(path));
  return found ?? join(root, 'faketime', 'libfaketimeMT.so.1');
}

/** Looked up anew each time: they may have been installed since. */
function programsNow(): RequestTrackerPrograms {
  return {
    server: '/usr/share/request-tracker5/libexec/rt-server',
    setup: '/usr/sbin/rt-setup-database-5',
    mailGate: '/usr/bin/rt-mailgate-5',
    clockLibrary: clockLibrary(),
  };
}

/** The programs, or a sentence that says what is missing. */
export function findRequestTracker(): RequestTrackerPrograms | string {
  const programs = programsNow();
  const missing = Object.values(programs).filter((path) => !existsSync(path));
  return missing.length === 0
    ? programs
    : `Request Tracker 5 is not installed (no ${missing.join(', ')}); on Debian 12, as root: apt-get install ${REQUEST_TRACKER_PACKAGES.join(' ')}`;
}
