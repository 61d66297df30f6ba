/** Where Debian's packages of Request Tracker put what the live tests run; and what is missing of it. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Two of them can be installed side by side. */
export type Version = 4 | 5;

/**
 * `dbconfig-no-thanks` keeps the packages from setting up a database of their own, `msmtp-mta` is a mail program
 * without a service, `faketime` lets Request Tracker's clock stand where the test wants it.
 */
export const packagesOf = (version: Version): string[] => [
  `request-tracker${version}`,
  `rt${version}-standalone`,
  `rt${version}-db-sqlite`,
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
function programsNow(version: Version): RequestTrackerPrograms {
  return {
    server: `/usr/share/request-tracker${version}/libexec/rt-server`,
    setup: `/usr/sbin/rt-setup-database-${version}`,
    mailGate: `/usr/bin/rt-mailgate-${version}`,
    clockLibrary: clockLibrary(),
  };
}

/** The programs, or a sentence that says what is missing. */
export function findRequestTracker(version: Version = 5): RequestTrackerPrograms | string {
  const programs = programsNow(version);
  const missing = Object.values(programs).filter((path) => !existsSync(path));
  return missing.length === 0
    ? programs
    : `Request Tracker ${version} is not installed (no ${missing.join(', ')}); on Debian 12, as root: apt-get install ${packagesOf(version).join(' ')}`;
}
