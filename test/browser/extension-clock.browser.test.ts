/** Clocks that do not do what clocks do, under an open overlay: jumps forward and back, and another zone. */
import type { CDPSession } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { overlayText, readOverlay, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import {
  chromiumProgram,
  type ExtensionBrowser,
  type ListenedPage,
  startExtension,
} from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { HOUR, nowMs, TICKETS } from '../support/plain-tickets.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
const MINUTE_MS = 60_000;
const PATIENT = { timeout: 15_000 };
let dueline: ExtensionBrowser;

beforeAll(async () => {
  if (chromiumProgram) dueline = await startExtension(TICKETS);
  await dueline?.importDirectory(plainDirectory());
}, 5 * MINUTE_MS);
afterEach(async () => {
  await dueline?.worker().evaluate('globalThis.jumpMs = 0');
  await dueline?.closePages();
});
afterAll(() => dueline?.close());

/** Runs an expression in the extension's own world of a page. */
async function inOurWorld(session: CDPSession, expression: string): Promise<void> {
  const worlds: number[] = [];
  const note = ({ context }: { context: { id: number; origin: string } }) => {
    if (context.origin.startsWith('chrome-extension:')) worlds.push(context.id);
  };
  session.on('Runtime.executionContextCreated', note);
  await session.send('Runtime.enable');
  await expect.poll(() => worlds.length).toBeGreaterThan(0);
  await session.send('Runtime.evaluate', { contextId: worlds.at(-1)!, expression });
  await session.send('Runtime.disable');
  session.off('Runtime.executionContextCreated', note);
}

/** Minutes that an overlay says are left; below zero where it is overdue. */
async function minutesLeft(page: ListenedPage): Promise<number> {
  const { remaining } = (await readOverlay(page)) ?? {};
  const [, sign = '', hours = '0', minutes = '0'] =
    /^(-?)PT(?:(\d+)H)?(?:(\d+)M)?/.exec(remaining ?? '') ?? [];
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}

/** As the browser does when a page comes back; every tick does the same, a minute later at the most. */
const LOOK_AT_THE_CLOCK = 'window.dispatchEvent(new Event("pageshow"))';

const LET_IT_JUMP = `{
  const real = globalThis.realNow ??= Date.now;
  globalThis.jumpMs = 0;
  Date.now = () => real() + jumpMs;
}`;

/** A ticket on a machine whose clock can be set: the page's and the background's are the same one. */
async function openOnSettableClock(id: string) {
  const page = await dueline.openTicket('none');
  const session = await page.context().newCDPSession(page);
  // Before anything is drawn, as the view takes its clock when it comes.
  await inOurWorld(session, LET_IT_JUMP);
  await dueline.worker().evaluate(LET_IT_JUMP);
  await page.evaluate(`go("${id}")`);
  await waitForOverlay(page, ({ remaining }) => remaining !== null);
  const jump = async (jumpMs: number) => {
    const set = `globalThis.jumpMs = ${jumpMs}`;
    await dueline.worker().evaluate(set);
    await inOurWorld(session, set);
    await page.evaluate(LOOK_AT_THE_CLOCK);
  };
  return { page, jump };
}

// Acme, within a day, since an hour ago.
const dueMs = nowMs + 23 * HOUR;
/** By how many minutes what is shown is not what the clock says. */
const minutesAway = async (page: ListenedPage, jumpMs: number) =>
  Math.abs((await minutesLeft(page)) - (dueMs - Date.now() - jumpMs) / MINUTE_MS);

chromiumTest(
  'a clock that jumps by a day and back while a countdown runs: what is left is what the clock says',
  async () => {
    const { page, jump } = await openOnSettableClock('1');
    for (const jumpMs of [24 * HOUR, 0, 9 * HOUR, 22.5 * HOUR, 0]) {
      await jump(jumpMs);
      await expect.poll(() => minutesAway(page, jumpMs), PATIENT).toBeLessThan(2);
    }
    expect(page.said).toEqual([]);
  },
);

chromiumTest(
  'a clock set back to before the message was written: nothing is counted and it says why; set right, all is as before',
  async () => {
    const { page, jump } = await openOnSettableClock('1');
    await unfoldOverlay(page);
    for (const jumpMs of [-24 * HOUR, -3 * HOUR]) {
      await jump(jumpMs);
      const { remaining, due, text } = await waitForOverlay(page, ({ state }) => state === 'unread');
      expect({ remaining, due }).toEqual({ remaining: null, due: null });
      expect(text).toContain('A message here is dated later than now');
      expect(text).not.toContain('Could not be read from this page: zone');
      await jump(0);
      await expect.poll(() => minutesAway(page, 0), PATIENT).toBeLessThan(2);
      expect(await overlayText(page)).not.toContain('dated later than now');
    }
    expect(page.said).toEqual([]);
  },
);

chromiumTest(
  'another zone while a countdown runs: the countdown goes on, and “mine” is the new zone',
  async () => {
    const page = await dueline.openTicket('1');
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Kolkata' });
    await page.evaluate(LOOK_AT_THE_CLOCK);
    const before = await unfoldOverlay(page);
    for (const [zone, city] of [
      ['America/Los_Angeles', 'Los Angeles'],
      ['Asia/Seoul', 'Seoul'],
    ] as const) {
      await session.send('Emulation.setTimezoneOverride', { timezoneId: zone });
      await page.evaluate(LOOK_AT_THE_CLOCK);
      const { due } = await waitForOverlay(page, ({ text }) => text.includes(city));
      expect(due).toBe(before.due);
      expect(Math.abs((await minutesLeft(page)) - (nowMs + 23 * HOUR - Date.now()) / MINUTE_MS)).toBeLessThan(
        2,
      );
    }
    expect(page.said).toEqual([]);
  },
);
