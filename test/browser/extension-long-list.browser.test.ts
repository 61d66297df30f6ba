/** A list of 1,000 rows in real Chromium: the page stays its user's while it is read. */
import { expect } from 'vitest';
import { badgePlaces, readListBadges, waitForList } from '../support/list-badges.ts';
import type { PlainTicket } from '../support/plain-desk.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { HOUR, nowMs } from '../support/plain-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const ROWS = 1_000;
/** On a machine with much else to do any task may last long; one that is long by itself is so each time. */
const ROUNDS = 6;

const tickets = Array.from({ length: ROWS }, (_, index): PlainTicket => {
  const author = 'Ana <ana@acme.example>';
  return {
    id: String(index + 1),
    subject: `Printer ${index + 1}`,
    requester: author,
    organisation: 'Acme',
    messages: [{ from: 'customer', author, atMs: nowMs - HOUR }],
  };
});
const dueline = useExtension(tickets, { directory: plainDirectory() });

chromiumTest('no task of ours is long, and the badges come with one question for all rows', async () => {
  const page = await dueline.openTicket('none');
  await page.evaluate(() => {
    const observed = window as typeof window & { tasks: number[]; drawnMs: number };
    observed.tasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) observed.tasks.push(startTime);
    }).observe({ type: 'longtask' });
  });
  /** The long tasks between the page's own drawing of the list and the badges. */
  const round = async () => {
    await page.evaluate('go("none")');
    await expect.poll(() => readListBadges(page), { timeout: 30_000 }).toBeNull();
    await page.evaluate(`
      tasks.length = 0;
      drawnMs = Infinity;
      go('queue');
      requestAnimationFrame(() => setTimeout(() => { drawnMs = performance.now(); }));
    `);
    await waitForList(page, ({ badges }) => badges.length > 0);
    return page.evaluate<number>('tasks.filter((startMs) => startMs > drawnMs).length');
  };
  const counts: number[] = [];
  // The first brings the script along.
  await round();
  while (counts.length < ROUNDS && counts.at(-1) !== 0) counts.push(await round());
  expect(counts.at(-1), `long tasks by round: ${counts.join(', ')}`).toBe(0);
});

chromiumTest('a leap to anywhere in the list finds its badges there: not every row is watched', async () => {
  const page = await dueline.openTicket('none');
  await page.evaluate('go("queue")');
  await waitForList(page, ({ badges }) => badges.length > 0);
  for (const row of [ROWS, ROWS / 2, 1]) {
    const line = page.locator('tr').nth(row);
    await line.scrollIntoViewIfNeeded();
    // Both from the top of the page.
    const beside = async () => {
      const { top, bottom } = await line.evaluate((element) => {
        const box = element.getBoundingClientRect();
        return { top: box.top + window.scrollY, bottom: box.bottom + window.scrollY };
      });
      const places = await badgePlaces(page);
      return places.some(({ y }) => y >= top && y < bottom);
    };
    await expect.poll(beside, { timeout: 20_000, message: `a badge beside row ${row}` }).toBe(true);
  }
});
