/**
 * What every entry does first, with nothing but Node: checks Node's version and installs the packages.
 * Then the TypeScript script proper takes over, in a process of its own.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './packages.mjs';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const WANTED = { major: 20, minor: 19 };

/** @param {string} version "20.19.0" */
export function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > WANTED.major || (major === WANTED.major && minor >= WANTED.minor);
}

/**
 * Prepares, then runs a TypeScript file with the arguments of this process and ends with its exit code.
 * @param {string} script path below the repository's root
 */
export async function prepareAndRun(script) {
  try {
    if (!nodeIsNewEnough(process.versions.node)) {
      throw new Error(
        `Dueline needs Node ${WANTED.major}.${WANTED.minor} or newer; this is ${process.versions.node}. Get it from nodejs.org.`,
      );
    }
    // Without a home of its own, neither npm nor a browser knows where to keep its files.
    if (process.platform !== 'win32' && !process.env.HOME) {
      process.env.HOME = mkdtempSync(join(tmpdir(), 'dueline-home-'));
    }
    await installPackages(ROOT);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    return;
  }
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`${script} could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('close', (code) => {
    process.exitCode = code ?? 1;
  });
}
