/** A long day at a busy desk: many tabs, a background that ends again and again, and hours of work on one page. */
import { expect } from 'vitest';
import { diceOf } from '../fuzz/mutate.ts';
import { overlayCount, readOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import type { ListenedPage } from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { TICKETS } from '../support/plain-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';
import { type Held, heldBy, takeTime } from '../support/virtual-time.ts';

const MINUTE_MS = 60_000;
const PATIENCE_MS = MINUTE_MS;
const dueline = useExtension(TICKETS, { directory: plainDirectory() });

const TABS = 50;

chromiumTest(
  '50 tabs, the background killed at random: each has one overlay, and a change of the directory reaches them all',
  { timeout: 10 * MINUTE_MS },
  async () => {
    const { below, chance } = diceOf(50);
    await dueline.importDirectory(plainDirectory());
    const tabs: { page: ListenedPage; customer: string }[] = [];
    let kills = 0;
    const mayKill = async () => {
      if (!chance(0.3)) return;
      kills++;
      await dueline.killBackground();
    };
    for (let tab = 0; tab < TABS; tab++) {
      const isAcme = below(2) === 0;
      const page = await dueline.openTicket(isAcme ? '1' : '2');
      tabs.push({ page, customer: isAcme ? 'Acme <b>GmbH</b>' : 'Binford' });
      await mayKill();
    }
    for (const { page, customer } of tabs) {
      await page.bringToFront();
      await waitForOverlay(page, (shown) => shown.customer === customer, PATIENCE_MS);
      await mayKill();
    }
    const directory = plainDirectory();
    const customers = directory.customers.map((one) => ({ ...one, name: `${one.name} & Sons` }));
    await dueline.importDirectory({ ...directory, customers });
    for (const { page, customer } of tabs) {
      await page.bringToFront();
      await waitForOverlay(page, (shown) => shown.customer === `${customer} & Sons`, PATIENCE_MS);
      expect(await overlayCount(page)).toBe(1);
      await mayKill();
    }
    expect(kills).toBeGreaterThan(TABS / 4);
    expect(tabs.flatMap(({ page }) => page.said)).toEqual([]);
  },
);

/** What is there at the end and was not at the beginning, beyond what a browser's own book-keeping comes to. */
function grown(early: Held, late: Held): string[] {
  const room: Held = { nodes: 60, listeners: 12, bytes: 1_000_000 };
  return (Object.keys(room) as (keyof Held)[]).filter((kind) => late[kind] > early[kind] + room[kind]);
}

const TICKET_MS = 2 * MINUTE_MS;
const HOUR_TICKETS = 30;
const HOURS = 8;

/** Works through so many tickets, two minutes each: the countdown ticks, the answer is asked for again. */
async function work(page: ListenedPage, tickets: number, eachTime = async () => {}): Promise<void> {
  const time = await takeTime(page);
  for (let ticket = 0; ticket < tickets; ticket++) {
    const [id, customer] = ticket % 2 === 0 ? ['2', 'Binford'] : ['1', 'Acme <b>GmbH</b>'];
    await page.evaluate(`go("${id}")`);
    // Reading waits for a timer: time has to pass for it.
    const shown = async () => {
      await time.pass(100);
      return (await readOverlay(page))?.customer;
    };
    await expect.poll(shown, { timeout: PATIENCE_MS, interval: 10 }).toBe(customer);
    await time.pass(TICKET_MS);
    await eachTime();
  }
  await time.end();
}

chromiumTest(
  'eight hours of going from ticket to ticket leave no nodes, no listeners and no memory behind',
  { timeout: 10 * MINUTE_MS },
  async () => {
    await dueline.importDirectory(plainDirectory());
    const page = await dueline.openTicket('1');
    await waitForOverlay(page);
    const { chance } = diceOf(8);
    const mayKill = async () => {
      if (chance(0.05)) await dueline.killBackground();
    };
    await work(page, HOUR_TICKETS, mayKill);
    const early = await heldBy(page);
    const startedMs = await page.evaluate<number>('Date.now()');
    await work(page, (HOURS - 1) * HOUR_TICKETS, mayKill);
    const late = await heldBy(page);
    expect((await page.evaluate<number>('Date.now()')) - startedMs).toBeGreaterThan(
      (HOURS - 1.1) * 60 * MINUTE_MS,
    );
    expect(grown(early, late), JSON.stringify({ early, late })).toEqual([]);
    expect(page.said).toEqual([]);
  },
);

chromiumTest('a leak of one small element and one listener for each ticket would be seen', async () => {
  const page = await dueline.openTicket('none');
  // Pages of one site share a heap: what the last one left goes first.
  await heldBy(page);
  const early = await heldBy(page);
  await page.evaluate(`(() => {
    const kept = [];
    window.kept = kept;
    for (let ticket = 0; ticket < ${(HOURS - 1) * HOUR_TICKETS}; ticket++) {
      const element = document.createElement('div');
      element.addEventListener('click', () => kept);
      kept.push(element, 'x'.repeat(5000) + ticket, new Array(4000).fill(ticket));
    }
  })()`);
  expect(grown(early, await heldBy(page))).toEqual(['nodes', 'listeners', 'bytes']);
});
