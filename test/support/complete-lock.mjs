/**
 * `npm run lock`: a lock file that fits every platform and names no registry.
 *
 * npm leaves an optional platform package out of the lock where the registry at hand does not carry it, and
 * `npm ci` then refuses that lock file. This resolves the lock without looking at node_modules, and adds what
 * is missing by the exact version that its owner asks for; npm fetches it only on the platform that needs it.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const OS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const CPU = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];
const EXACT_VERSION = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/**
 * @typedef {{ version?: string, resolved?: string, dev?: boolean, optional?: boolean,
 *   optionalDependencies?: Record<string, string> }} Entry
 * @typedef {{ packages: Record<string, Entry> }} Lock
 */

/** What `@rollup/rollup-linux-arm64-musl` says about itself: the platform that it is for. @param {string} name */
function platformOf(name) {
  const words = name.slice(name.indexOf('/') + 1).split(/[-_]/);
  const os = words.filter((word) => OS.includes(word));
  const cpu = words.filter((word) => CPU.includes(word));
  const libc = words.includes('musl')
    ? ['musl']
    : words.includes('gnu') && os[0] === 'linux'
      ? ['glibc']
      : [];
  return { ...(cpu.length ? { cpu } : {}), ...(os.length ? { os } : {}), ...(libc.length ? { libc } : {}) };
}

/**
 * Where node would find `name` from the package at `from`, or undefined.
 * @param {Lock['packages']} packages
 * @param {string} from
 * @param {string} name
 */
export function entryOf(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const path = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (packages[path]) return path;
    if (!at) return undefined;
  }
}

/**
 * Every optional dependency that the lock names and does not hold: [owner's path, name, version].
 * @param {Lock} lock
 * @returns {[string, string, string][]}
 */
export function missingFrom(lock) {
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !entryOf(lock.packages, path, name))
      .map(([name, version]) => /** @type {[string, string, string]} */ ([path, name, version])),
  );
}

/** @param {Lock} lock @returns {Lock} */
export function complete(lock) {
  const packages = { ...lock.packages };
  for (const [owner, name, version] of missingFrom(lock)) {
    if (!EXACT_VERSION.test(version)) continue;
    const path = packages[`node_modules/${name}`] ? `${owner}/node_modules/${name}` : `node_modules/${name}`;
    packages[path] = { version, dev: true, optional: true, ...platformOf(name) };
  }
  for (const entry of Object.values(packages)) delete entry.resolved;
  const sorted = Object.fromEntries(
    Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
  return { ...lock, packages: sorted };
}

function main() {
  const root = join(import.meta.dirname, '..', '..');
  const work = mkdtempSync(join(tmpdir(), 'dueline-lock-'));
  try {
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(root, file), join(work, file));
    execFileSync('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], {
      cwd: work,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    const lock = complete(JSON.parse(readFileSync(join(work, 'package-lock.json'), 'utf8')));
    writeFileSync(join(root, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
    console.log(`package-lock.json: ${Object.keys(lock.packages).length - 1} packages`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
