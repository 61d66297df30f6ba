import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nodeIsNewEnough } from './prepare.mjs';
import { step } from './progress.mjs';

describe('progress', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** The lines of a step that takes so long. */
  async function linesOf(ms: number, fails = false): Promise<string[]> {
    const lines: string[] = [];
    const slow = () =>
      new Promise<void>((resolve, reject) => {
        const end = () => (fails ? reject(new Error('broken')) : resolve());
        setTimeout(end, ms);
      });
    const done = step('building', slow, { write: (line) => lines.push(line) }).catch((error) =>
      lines.push(error.message),
    );
    await vi.advanceTimersByTimeAsync(ms);
    await done;
    return lines;
  }

  test('a step over a second says what it does and how long it took', async () => {
    expect(await linesOf(3_200)).toEqual(['… building', '✓ building (3.2 s)']);
  });

  test('a quick step says nothing', async () => {
    expect(await linesOf(200)).toEqual([]);
  });

  test('a step that fails says so and passes the reason on', async () => {
    expect(await linesOf(200, true)).toEqual(['✗ building (0.2 s)', 'broken']);
  });
});

describe('the Node that we need', () => {
  test.each([
    ['20.19.0', true],
    ['20.18.9', false],
    ['22.0.0', true],
    ['18.20.4', false],
  ])('%s: %s', (version, enough) => {
    expect(nodeIsNewEnough(version)).toBe(enough);
  });
});
