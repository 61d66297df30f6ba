/** A ticket in a real browser on a machine whose clock a test sets. */
import type { CDPSession } from 'playwright-core';
import { expect } from 'vitest';
import { readOverlay, waitForOverlay } from './closed-shadow.ts';
import type { ExtensionBrowser, ListenedPage } from './extension-browser.ts';

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
export async function minutesLeft(page: ListenedPage): Promise<number> {
  const { remaining } = (await readOverlay(page)) ?? {};
  const [, sign = '', hours = '0', minutes = '0'] =
    /^(-?)PT(?:(\d+)H)?(?:(\d+)M)?/.exec(remaining ?? '') ?? [];
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}

/** As the browser does when a page comes back; every tick does the same, a minute later at the most. */
export const LOOK_AT_THE_CLOCK = 'window.dispatchEvent(new Event("pageshow"))';

const letItJump = (jumpMs: number) => `{
  const real = globalThis.realNow ??= Date.now;
  globalThis.jumpMs = ${jumpMs};
  Date.now = () => real() + jumpMs;
}`;

/** A ticket on a machine whose clock can be set: the page's and the background's are the same one. */
export async function openOnSettableClock(dueline: ExtensionBrowser, id: string, jumpedMs = 0) {
  const page = await dueline.openTicket('none');
  const session = await page.context().newCDPSession(page);
  // Before anything is drawn, as the view takes its clock when it comes.
  await inOurWorld(session, letItJump(jumpedMs));
  await dueline.worker().evaluate(letItJump(jumpedMs));
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
