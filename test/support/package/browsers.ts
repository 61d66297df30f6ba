/** The builds that stores take, one for each browser. */
import { join } from 'node:path';
import { run } from '../run.mjs';
import { ROOT } from '../walk.ts';

export const BROWSERS = ['chrome', 'edge', 'firefox'] as const;
export type Browser = (typeof BROWSERS)[number];

const BUILD_MS = 5 * 60_000;

/** Builds for a browser, and gives the folder. Throws with the builder's own words. */
export async function buildFor(browser: Browser): Promise<string> {
  const args = ['node_modules/wxt/bin/wxt.mjs', 'build', 'extension', '--browser', browser];
  const { code, output } = await run(process.execPath, args, { cwd: ROOT, timeoutMs: BUILD_MS });
  if (code !== 0) throw new Error(`Building for ${browser} failed (exit code ${code}):\n${output.trim()}`);
  return join(ROOT, 'extension', '.output', `${browser}-mv3`);
}
