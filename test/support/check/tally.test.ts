import { describe, expect, test } from 'vitest';
import { add, closingLine, NOTHING, report, tallyOf } from './tally.ts';

function file(status: string, ...results: [string, string][]) {
  return {
    name: '/anywhere/test/core/x.test.ts',
    status,
    assertionResults: results.map(([fullName, status]) => ({ fullName, status })),
  };
}

describe('the closing line', () => {
  test('adds up what passed, failed and was skipped', () => {
    const report = {
      testResults: [
        file('failed', ['a', 'passed'], ['b', 'failed'], ['c', 'pending']),
        file('passed', ['d', 'passed']),
      ],
    };
    expect(closingLine(tallyOf('core', report, 1))).toBe('2 passed, 1 failed, 1 skipped');
  });

  test('says nothing of skips where there are none', () => {
    expect(closingLine(tallyOf('core', { testResults: [file('passed', ['a', 'passed'])] }, 0))).toBe(
      '1 passed, 0 failed',
    );
  });

  test('a run that crashed before its report has failed', () => {
    expect(closingLine(tallyOf('core', undefined, 134))).toBe('0 passed, 1 failed');
  });

  test('a file that could not be loaded has failed, though none of its tests did', () => {
    expect(tallyOf('core', { testResults: [file('failed')] }, 1).failed).toEqual([
      'test/core/x.test.ts (could not run)',
    ]);
  });

  test('an error outside of the tests has failed, though all of them passed', () => {
    const report = { testResults: [file('passed', ['a', 'passed'])] };
    expect(closingLine(tallyOf('core', report, 1))).toBe('1 passed, 1 failed');
  });

  test('a run without a single test has failed', () => {
    expect(tallyOf('core', { testResults: [] }, 0).failed).toEqual(['core: no test was found']);
  });

  test('what was skipped is named, with the reason', () => {
    const skipped = [{ name: 'test/browser/x.browser.test.ts', reason: 'Chromium was not found.' }];
    expect(report(add(NOTHING, { ...NOTHING, skipped }))).toContain(
      '  - test/browser/x.browser.test.ts: Chromium was not found.',
    );
  });
});
