/** A page of 5,000 elements that never rests, and is navigated without a reload: nothing of it breaks or slows. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type BenchDesk, serveBenchDesk } from '../bench/pages/desk.ts';
import { overlayCount, waitForOverlay } from '../support/closed-shadow.ts';
import { chromiumProgram, type ExtensionBrowser, startExtension } from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
/** On a machine with much else to do any task may last long; one that is long by itself is so each time. */
const ROUNDS = 6;
let dueline: ExtensionBrowser;
let desk: BenchDesk;

beforeAll(async () => {
  desk = await serveBenchDesk();
  if (chromiumProgram) dueline = await startExtension([]);
  await dueline?.importDirectory(plainDirectory());
}, 5 * 60_000);
afterEach(() => dueline?.closePages());
afterAll(async () => {
  await dueline?.close();
  await desk.close();
});

async function openBusy(path: string) {
  const page = await dueline.openTicket('none');
  await page.goto(`http://127.0.0.1:${desk.port}${path}`);
  return page;
}

/** Does something again and again, until no task was long meanwhile; the counts of all rounds. */
async function longTasks(rounds: (round: number) => Promise<number>): Promise<number[]> {
  const counts: number[] = [];
  while (counts.length < ROUNDS && counts.at(-1) !== 0) counts.push(await rounds(counts.length));
  return counts;
}

chromiumTest('ten changes a second beside a ticket: no long task, nothing moves', async () => {
  const page = await openBusy('/tickets/1');
  await waitForOverlay(page, ({ due }) => due !== null, 20_000);
  const counts = await longTasks(async () => {
    await page.evaluate('longTasks.length = 0; shifts = 0; busyFor(10)');
    return page.evaluate<number>('longTasks.length');
  });
  expect(counts.at(-1), `long tasks by round: ${counts.join(', ')}`).toBe(0);
  expect(await page.evaluate('shifts')).toBe(0);
});

chromiumTest('from ticket to ticket without a reload: one overlay, no long task, nothing moves', async () => {
  const page = await openBusy('/tickets/none');
  // The first brings the scripts along.
  await page.evaluate("timed('1', 'dueline-overlay')");
  await page.evaluate('longTasks.length = 0; shifts = 0');
  const counts = await longTasks(async (round) => {
    await page.evaluate('longTasks.length = 0');
    await page.evaluate(`timed('${round + 2}', 'dueline-overlay')`);
    expect(await overlayCount(page)).toBe(1);
    return page.evaluate<number>('longTasks.length');
  });
  expect(counts.at(-1), `long tasks by round: ${counts.join(', ')}`).toBe(0);
  expect(await page.evaluate('shifts')).toBe(0);
});
