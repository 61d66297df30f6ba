/** Starts Chromium or Chrome with the demo build of the extension, in a profile of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type BrowserContext, chromium } from 'playwright-core';
import { run } from '../run.mjs';

export interface Started {
  context: BrowserContext;
  /** The extension's id, as in chrome-extension://<id>/. */
  extensionId: string;
  close: () => Promise<void>;
}

const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const WORKER_MS = 15_000;
const VERSION_MS = 10_000;
const MOST_LINES = 3;

/** Branded Chrome no longer takes an extension from the command line; Chromium and Chrome for Testing do. */
const REFUSES_FROM = 137;

/** Does this program refuse `--load-extension`? Known by how it introduces itself. */
export function refusesExtensions(introduction: string): boolean {
  const branded = /^Google Chrome(?! for Testing)\D*(\d+)\./.exec(introduction.trim());
  return branded !== null && Number(branded[1]) >= REFUSES_FROM;
}

async function introductionOf(program: string): Promise<string> {
  // On Windows --version opens a window instead of answering.
  if (process.platform === 'win32') return '';
  return (await run(program, ['--version'], { timeoutMs: VERSION_MS })).output;
}

function workerId(context: BrowserContext): string | undefined {
  const worker = context.serviceWorkers().find((one) => one.url().startsWith('chrome-extension://'));
  return worker && new URL(worker.url()).host;
}

async function extensionIdOf(context: BrowserContext): Promise<string | undefined> {
  const present = workerId(context);
  if (present) return present;
  const worker = await context.waitForEvent('serviceworker', { timeout: WORKER_MS }).catch(() => undefined);
  return worker && new URL(worker.url()).host;
}

export function loadByHand(build: string): string {
  return [
    'By hand, in Chrome, Chromium or Edge:',
    '  1. open chrome://extensions and switch on "Developer mode"',
    `  2. "Load unpacked" and choose ${build}`,
  ].join('\n');
}

/** Of playwright's long account of a failed start: the first line, and what the browser itself had to say. */
function whyNot(error: unknown): string {
  const message = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  const lines = message.split('\n');
  const said = lines.filter((line) => line.includes('[err]') && /ERROR|FATAL|sandbox/i.test(line));
  return [lines[0] ?? '', ...said.slice(0, MOST_LINES)].map((line) => line.trim()).join('\n');
}

interface Start {
  program: string;
  build: string;
  profile: string;
  headless: boolean;
  sandbox: boolean;
  flags: readonly string[];
}

function open({ program, build, profile, headless, sandbox, flags }: Start): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: program,
    // Playwright's own headless mode takes no extension; the flag below does.
    headless: false,
    chromiumSandbox: sandbox,
    // Who starts it closes it, at a signal too, and takes the profile away.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    viewport: headless ? { width: 1280, height: 860 } : null,
    args: [
      ...QUIET,
      ...flags,
      ...(headless ? ['--headless=new', '--disable-gpu', '--hide-scrollbars'] : []),
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
    ],
  });
}

/** Starts the browser; throws with the way out where it does not take the extension. */
export async function launch(
  program: string,
  build: string,
  headless: boolean,
  flags: readonly string[] = [],
): Promise<Started> {
  const introduction = await introductionOf(program);
  if (refusesExtensions(introduction)) {
    throw new Error(
      `${introduction.trim()} takes no extension from a script (since version ${REFUSES_FROM}).\n` +
        'Install Chromium or Chrome for Testing and set CHROME_PATH to it, or load it by hand.\n' +
        loadByHand(build),
    );
  }
  const profile = mkdtempSync(join(tmpdir(), 'dueline-profile-'));
  const removeProfile = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  const isRoot = process.getuid?.() === 0;
  const start = { program, build, profile, headless, flags };
  // Chromium's sandbox refuses root, and some systems refuse the sandbox; this browser sees loopback only.
  const context = await open({ ...start, sandbox: !isRoot })
    .catch((error: unknown) => {
      if (isRoot || !/sandbox/i.test(String(error))) throw error;
      return open({ ...start, sandbox: false });
    })
    .catch((error: unknown) => {
      removeProfile();
      throw new Error(`${program} did not start: ${whyNot(error)}`);
    });
  const close = async () => {
    await context.close().catch(() => undefined);
    removeProfile();
  };
  const extensionId = await extensionIdOf(context);
  if (extensionId) return { context, extensionId, close };
  await close();
  throw new Error(
    `${introduction.trim() || program} started without the extension. ` +
      `Set CHROME_PATH to a Chromium or a Chrome for Testing, or load it by hand.\n${loadByHand(build)}`,
  );
}
