/** The add-on's script as Google begins each of its runs: compiled and evaluated where nothing of it is known. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtAddOn } from '../../sheets-addon/support/add-on.ts';

const ROUNDS = 15;
const EVALUATE = fileURLToPath(new URL('./evaluate.mjs', import.meta.url));

export async function coldStart(): Promise<string> {
  const { script } = await builtAddOn();
  const folder = mkdtempSync(join(tmpdir(), 'dueline-cold-'));
  try {
    const path = join(folder, 'Code.js');
    writeFileSync(path, script);
    const times = Array.from({ length: ROUNDS }, () => evaluatedMs(path)).sort((a, b) => a - b);
    const size = `${Math.ceil(script.length / 1000)} kB`;
    return `the add-on's script, ${size}: compiled and evaluated in ${times[ROUNDS >> 1]!.toFixed(1)} ms, at most 30`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In a process of its own, which has compiled nothing like it before. */
function evaluatedMs(path: string): number {
  return Number(execFileSync(process.execPath, [EVALUATE, path], { encoding: 'utf8' }));
}
