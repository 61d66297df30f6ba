import { describe, expect, test } from 'vitest';
import { run } from '../run.mjs';
import { ROOT } from '../walk.ts';

/** npm test's own runner, on a machine without browsers where nothing may be installed. */
function checkWithoutBrowsers(...args: string[]) {
  const env = { ...process.env, DUELINE_NO_APT: '1', CHROME_PATH: '/nowhere/chromium' };
  return run(process.execPath, ['--import', 'tsx', 'test/support/check/main.ts', ...args], {
    cwd: ROOT,
    env,
  });
}

describe('npm test on a machine that lacks something', () => {
  test('names what it skips, says why and how to get it, and is no failure', async () => {
    const { code, output } = await checkWithoutBrowsers('live');
    expect(output).toContain(
      'test/live/request-tracker.live.test.ts: Chromium was not found. Install Chromium',
    );
    expect(output.trim().split('\n').at(-1)).toMatch(/^0 passed, 0 failed, [1-9]\d* skipped$/);
    expect(code).toBe(0);
  });

  test('a word that fits no test is a failure, not a pass', async () => {
    const { code, output } = await checkWithoutBrowsers('core', 'no-such-test');
    expect(output.trim().split('\n').at(-1)).toBe('0 passed, 1 failed');
    expect(code).toBe(1);
  });
});
