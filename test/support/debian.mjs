/** What a bare Debian machine lacks, installed through apt: only as root, only there. */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { step } from './progress.mjs';
import { run } from './run.mjs';

const ATTEMPTS = 5;
const WAIT_MS = 5_000;
const LOCKED = /could not get lock|unable to acquire|unable to lock|is held by process/i;
const APT_ENV = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };

/** May we use apt here? Root on Debian itself: elsewhere the packages have other names or are stubs. */
export function canInstall() {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    !process.env.DUELINE_NO_APT &&
    existsSync('/usr/bin/apt-get') &&
    existsSync('/etc/os-release') &&
    /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

/** @param {readonly string[]} args @returns {ReturnType<typeof run>} */
async function apt(args) {
  for (let attempt = 1; ; attempt++) {
    const outcome = await run(
      'apt-get',
      [
        '-qq',
        '-y',
        '-o',
        'DPkg::Lock::Timeout=300',
        '-o',
        'Acquire::Retries=3',
        '-o',
        'Dpkg::Use-Pty=0',
        ...args,
      ],
      { env: APT_ENV, timeoutMs: 20 * 60_000 },
    );
    if (outcome.code === 0 || attempt === ATTEMPTS || !LOCKED.test(outcome.output)) return outcome;
    await wait(WAIT_MS);
  }
}

/** The packages among these that are not installed. @param {readonly string[]} packages */
export async function missingPackages(packages) {
  const { output } = await run('dpkg-query', ['-W', `-f=\${Package} \${db:Status-Status}\n`, ...packages]);
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return packages.filter((name) => !installed.has(name));
}

let updated = false;

/**
 * Installs the packages that are missing. Gives undefined, or what went wrong.
 * @param {string} what for whom: "Chromium"
 * @param {readonly string[]} packages
 * @returns {Promise<string | undefined>}
 */
export async function installDebianPackages(what, packages) {
  const missing = await missingPackages(packages);
  if (missing.length === 0) return undefined;
  return step(`installing ${what} with apt-get (${missing.join(' ')})`, async () => {
    if (!updated) {
      const { code, output } = await apt(['update']);
      if (code !== 0) return `apt-get update failed: ${output.trim().slice(-600)}`;
      updated = true;
    }
    const { code, output } = await apt(['install', '--no-install-recommends', ...missing]);
    return code === 0
      ? undefined
      : `apt-get install ${missing.join(' ')} failed: ${output.trim().slice(-600)}`;
  });
}
