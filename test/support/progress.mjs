/** Progress on the terminal: one line for each step that takes more than a second. */

const SLOW_MS = 1_000;

/** @param {number} ms */
export function seconds(ms) {
  return `${(ms / 1_000).toFixed(1)} s`;
}

/**
 * Runs a step. After a second it says what is going on; at the end it says how long that took.
 * @template T
 * @param {string} what "building the extension"
 * @param {() => T | Promise<T>} run
 * @param {{ write?: (line: string) => void, nowMs?: () => number }} [io]
 * @returns {Promise<T>}
 */
export async function step(what, run, io = {}) {
  const write = io.write ?? ((line) => process.stdout.write(`${line}\n`));
  const nowMs = io.nowMs ?? (() => performance.now());
  const startMs = nowMs();
  const announce = setTimeout(() => write(`… ${what}`), SLOW_MS);
  try {
    const result = await run();
    if (nowMs() - startMs > SLOW_MS) write(`✓ ${what} (${seconds(nowMs() - startMs)})`);
    return result;
  } catch (error) {
    write(`✗ ${what} (${seconds(nowMs() - startMs)})`);
    throw error;
  } finally {
    clearTimeout(announce);
  }
}
