/** Clocks that do not do what clocks do, under an open overlay: jumps forward and back, and another zone. */
import { afterEach, expect } from 'vitest';
import { overlayText, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { chromiumProgram, type ListenedPage } from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { HOUR, nowMs, TICKETS } from '../support/plain-tickets.ts';
import { LOOK_AT_THE_CLOCK, minutesLeft, openOnSettableClock } from '../support/settable-clock.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const MINUTE_MS = 60_000;
const PATIENT = { timeout: 15_000 };
const dueline = useExtension(TICKETS, { directory: plainDirectory() });
afterEach(() => chromiumProgram && dueline.worker().evaluate('globalThis.jumpMs = 0'));

// Acme, within a day, since an hour ago.
const dueMs = nowMs + 23 * HOUR;
/** By how many minutes what is shown is not what the clock says. */
const minutesAway = async (page: ListenedPage, jumpMs: number) =>
  Math.abs((await minutesLeft(page)) - (dueMs - Date.now() - jumpMs) / MINUTE_MS);

chromiumTest(
  'a clock that jumps by a day and back while a countdown runs: what is left is what the clock says',
  async () => {
    const { page, jump } = await openOnSettableClock(dueline, '1');
    for (const jumpMs of [24 * HOUR, 0, 9 * HOUR, 22.5 * HOUR, 0]) {
      await jump(jumpMs);
      await expect.poll(() => minutesAway(page, jumpMs), PATIENT).toBeLessThan(2);
    }
    expect(page.said).toEqual([]);
  },
);

chromiumTest('the figure runs on from one minute into the next, for eyes and for machines', async () => {
  const { page, jump } = await openOnSettableClock(dueline, '1');
  const leftMs = 8 * MINUTE_MS + 10_000;
  await jump(dueMs - leftMs - Date.now());
  const { remaining } = await waitForOverlay(page, ({ text }) => /\b8 min \d sec\b/.test(text));
  expect(remaining).toBe('PT0H8M');
  const next = await waitForOverlay(page, ({ text }) => /\b7 min 5\d sec\b/.test(text));
  expect(next.remaining).toBe('PT0H7M');
});

chromiumTest(
  'a clock set back to before the message was written: nothing is counted and it says why; set right, all is as before',
  async () => {
    const { page, jump } = await openOnSettableClock(dueline, '1');
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
