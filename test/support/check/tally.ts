/** What the checks and tests came to, and how that is said at the end. */

export interface Skip {
  name: string;
  reason: string;
}

export interface Tally {
  passed: number;
  failed: string[];
  skipped: Skip[];
}

/** The part of vitest's JSON report that we read. */
export interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

export const NOTHING: Tally = { passed: 0, failed: [], skipped: [] };

export function add(...tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.flatMap((tally) => tally.failed),
    skipped: tallies.flatMap((tally) => tally.skipped),
  };
}

function shortened(file: string): string {
  const at = file.replaceAll('\\', '/').lastIndexOf('/test/');
  return at < 0 ? file : file.slice(at + 1);
}

function ofFile({ name, status, assertionResults }: VitestReport['testResults'][number]): Tally {
  const file = shortened(name);
  const tally: Tally = { passed: 0, failed: [], skipped: [] };
  for (const result of assertionResults) {
    const title = `${file} › ${result.fullName}`;
    if (result.status === 'passed') tally.passed++;
    else if (result.status === 'failed') tally.failed.push(title);
    else tally.skipped.push({ name: title, reason: 'the test skips itself here' });
  }
  // A file that cannot be loaded, or whose set-up fails, has no failed test to show for it.
  if (status === 'failed' && tally.failed.length === 0) tally.failed.push(`${file} (could not run)`);
  return tally;
}

/**
 * What one vitest run came to. A run that crashed, that left no report or that ran nothing has failed, whatever
 * its report says.
 */
export function tallyOf(part: string, report: VitestReport | undefined, exitCode: number): Tally {
  if (!report)
    return { ...NOTHING, failed: [`${part}: vitest ended with code ${exitCode} and left no report`] };
  const tally = add(...report.testResults.map(ofFile));
  if (exitCode !== 0 && tally.failed.length === 0) {
    return {
      ...tally,
      failed: [`${part}: vitest ended with code ${exitCode} although no test failed (see above)`],
    };
  }
  if (tally.passed + tally.failed.length + tally.skipped.length === 0) {
    return { ...tally, failed: [`${part}: no test was found`] };
  }
  return tally;
}

/** The last line, for people and for CI. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  const line = `${passed} passed, ${failed.length} failed`;
  return skipped.length ? `${line}, ${skipped.length} skipped` : line;
}

/** Everything that people should know before the last line: what failed, what did not run and why. */
export function report({ failed, skipped }: Tally): string[] {
  const lines: string[] = [];
  if (skipped.length) {
    lines.push('', 'Skipped:');
    for (const { name, reason } of skipped) lines.push(`  - ${name}: ${reason}`);
  }
  if (failed.length) {
    lines.push('', 'Failed:');
    for (const name of failed) lines.push(`  ✗ ${name}`);
  }
  return lines;
}
