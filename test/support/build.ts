/** Builds the extension and the add-on, each only when a source is newer than what was built from it. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { step } from './progress.mjs';
import { run } from './run.mjs';
import { ROOT } from './walk.ts';

interface Build {
  name: string;
  /** Folders and files that it is made from. */
  sources: readonly string[];
  /** Its presence says that the build is there. */
  output: string;
  args: readonly string[];
}

const SHARED = ['core', 'package.json', 'package-lock.json', 'tsconfig.json'];
const BUILT = new Set(['.output', '.wxt', 'dist', 'node_modules']);
const LOCK_MS = 5 * 60_000;
const POLL_MS = 200;

const EXTENSION_OUTPUT = join(ROOT, 'extension', '.output', 'chrome-mv3');

const EXTENSION: Build = {
  name: 'the extension',
  sources: ['extension', ...SHARED],
  output: join(EXTENSION_OUTPUT, 'manifest.json'),
  args: ['node_modules/wxt/bin/wxt.mjs', 'build', 'extension'],
};

const FIREFOX_OUTPUT = join(ROOT, 'extension', '.output', 'firefox-mv3');

const FOR_FIREFOX: Build = {
  name: 'the extension for Firefox',
  sources: EXTENSION.sources,
  output: join(FIREFOX_OUTPUT, 'manifest.json'),
  args: [...EXTENSION.args, '--browser', 'firefox'],
};

const ADD_ON: Build = {
  name: 'the add-on',
  sources: ['sheets-addon', ...SHARED],
  output: join(ROOT, 'dist', 'sheets-addon', 'appsscript.json'),
  args: ['--import', 'tsx', 'sheets-addon/build.ts'],
};

/** The newest change below a path; a folder's own time tells of files that were taken away. */
function newestMs(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const below = readdirSync(path).filter((name) => !BUILT.has(name));
  return Math.max(0, ...below.map((name) => newestMs(join(path, name))));
}

function isStale(build: Build): boolean {
  if (!existsSync(build.output)) return true;
  const builtMs = statSync(build.output).mtimeMs;
  return build.sources.some((source) => newestMs(join(ROOT, source)) > builtMs);
}

/** Two processes must not build into one folder: the second waits for the first. */
async function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  const path = join(ROOT, 'dist', `.building-${name.replaceAll(' ', '-')}`);
  mkdirSync(dirname(path), { recursive: true });
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      const ageMs = existsSync(path) ? Date.now() - statSync(path).mtimeMs : 0;
      if (ageMs > LOCK_MS) rmSync(path, { force: true });
      else await wait(POLL_MS);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

async function buildOne(build: Build): Promise<void> {
  if (!isStale(build)) return;
  await locked(build.name, async () => {
    if (!isStale(build)) return;
    const startedAt = new Date();
    const { code, output } = await step(`building ${build.name}`, () =>
      run(process.execPath, build.args, { cwd: ROOT, timeoutMs: LOCK_MS }),
    );
    if (code !== 0 || !existsSync(build.output)) {
      throw new Error(`Building ${build.name} failed (exit code ${code}):\n${output.trim()}`);
    }
    // A source that changes while we build is newer than the build.
    utimesSync(build.output, startedAt, startedAt);
  });
}

/** Builds the extension where it is stale, and gives its folder. Throws with the builder's own words. */
export async function buildExtension(): Promise<string> {
  await buildOne(EXTENSION);
  return EXTENSION_OUTPUT;
}

/** The extension as Firefox takes it. */
export async function buildForFirefox(): Promise<string> {
  await buildOne(FOR_FIREFOX);
  return FIREFOX_OUTPUT;
}

/** Builds the add-on where it is stale, and gives its folder. */
export async function buildAddOn(): Promise<string> {
  await buildOne(ADD_ON);
  return dirname(ADD_ON.output);
}

/** Builds both where they are stale, to the end even where one of them fails; gives the extension's folder. */
export async function buildAll(): Promise<string> {
  const [extension, addOn] = await Promise.allSettled([buildExtension(), buildAddOn()]);
  for (const outcome of [extension, addOn]) if (outcome.status === 'rejected') throw outcome.reason;
  return EXTENSION_OUTPUT;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildAll();
