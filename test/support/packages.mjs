/** Are the packages in node_modules those of the lock file? Installs them where not. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { npm } from './run.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[] }} Entry
 * @typedef {{ packages?: Record<string, Entry> }} Lock
 */

/** @param {string} path @returns {Lock | undefined} */
function readLock(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Why the packages have to be installed, or undefined. npm writes down what it has installed last of all, so an
 * interrupted installation counts as none.
 * @param {Lock} wanted the lock file
 * @param {Lock | undefined} installed node_modules/.package-lock.json
 * @param {string} platform
 */
export function reasonToInstall(wanted, installed, platform = process.platform) {
  if (!installed?.packages) return 'no packages are installed';
  for (const [path, entry] of Object.entries(wanted.packages ?? {})) {
    if (path === '' || entry.optional) continue;
    const version = installed.packages[path]?.version;
    if (version !== entry.version) return `${path} is ${version ?? 'missing'}, wanted ${entry.version}`;
  }
  const foreign = Object.entries(installed.packages).find(([, { os }]) => os && !os.includes(platform));
  if (foreign) return `${foreign[0]} is for another system`;
  return undefined;
}

/** @param {string} root */
export async function installPackages(root) {
  const wanted = readLock(join(root, 'package-lock.json'));
  if (!wanted) throw new Error('package-lock.json is missing or damaged: git checkout package-lock.json');
  const reason = reasonToInstall(wanted, readLock(join(root, 'node_modules', '.package-lock.json')));
  if (!reason) return;
  const { code, output } = await step(`installing packages with npm ci, as ${reason}`, () =>
    npm(['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'], {
      cwd: root,
      timeoutMs: 15 * 60_000,
    }),
  );
  if (code !== 0) {
    throw new Error(
      `npm ci failed (exit code ${code}):\n${output.trim()}\n\nIs the npm registry within reach?`,
    );
  }
}
