/** The checks that read the sources: types, format and lint, unused code. */

import { step } from '../progress.mjs';
import { run } from '../run.mjs';
import { ROOT } from '../walk.ts';
import type { Tally } from './tally.ts';

const LIMIT_MS = 5 * 60_000;

export const STATIC_CHECKS: Record<string, readonly string[]> = {
  types: ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false', '-p', '.'],
  lint: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off', '.'],
  unused: [
    'node_modules/knip/bin/knip.js',
    '--no-progress',
    '--no-config-hints',
    '--config',
    'test/support/knip.json',
  ],
};

/** Runs one check; what it found is printed as it said it. */
export async function runStaticCheck(name: string): Promise<Tally> {
  const args = STATIC_CHECKS[name] ?? [];
  const { code, output, timedOut } = await step(`checking ${name}`, () =>
    run(process.execPath, args, { cwd: ROOT, timeoutMs: LIMIT_MS }),
  );
  if (code === 0) return { passed: 1, failed: [], skipped: [] };
  process.stdout.write(`\n── ${name} ──\n${output.trim()}\n\n`);
  return { passed: 0, failed: [timedOut ? `${name} (took too long)` : name], skipped: [] };
}
