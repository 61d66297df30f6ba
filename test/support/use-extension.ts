/** The built extension in a browser of a test file's own: started once, its pages closed after each test. */
import { afterAll, afterEach, beforeAll, test } from 'vitest';
import { chromiumProgram, type ExtensionBrowser, startExtension } from './extension-browser.ts';
import { type FirefoxWithDueline, firefoxProgram, startFirefox } from './firefox.ts';
import type { PlainTicket } from './plain-desk.ts';

/** Where the machine has none, what needs it is told as skipped. */
export const chromiumTest = test.skipIf(!chromiumProgram);
export const firefoxTest = test.skipIf(!firefoxProgram);

/** Building it may be a part of it. */
const STARTS_MS = 6 * 60_000;

interface Wanted {
  /** Taken in once, before the first test. */
  directory?: unknown;
  permissions?: readonly string[];
}

export function useExtension(
  tickets: readonly PlainTicket[] = [],
  { directory, permissions }: Wanted = {},
): ExtensionBrowser {
  return useBrowser(chromiumProgram, async () => {
    const dueline = await startExtension(tickets, permissions);
    if (directory) await dueline.importDirectory(directory);
    return dueline;
  });
}

/** With the plain directory, and the desk switched on. */
export function useFirefox(tickets: readonly PlainTicket[]): FirefoxWithDueline {
  return useBrowser(firefoxProgram, () => startFirefox(tickets));
}

function useBrowser<Browser extends { closePages(): Promise<void>; close(): Promise<void> }>(
  program: string | undefined,
  start: () => Promise<Browser>,
): Browser {
  let started: Browser | undefined;
  beforeAll(async () => {
    if (program) started = await start();
  }, STARTS_MS);
  afterEach(() => started?.closePages());
  afterAll(() => started?.close());
  // What a test asks of it is asked of the one that has been started by then.
  return new Proxy({} as Browser, { get: (_, name) => Reflect.get(started!, name) });
}
