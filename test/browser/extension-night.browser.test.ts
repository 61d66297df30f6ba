/** A night on which clocks change, under an open overlay, on a machine that sleeps through a part of it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unfoldOverlay } from '../support/closed-shadow.ts';
import { chromiumProgram, type ExtensionBrowser, startExtension } from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { minutesLeft, openOnSettableClock } from '../support/settable-clock.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
const MINUTE_MS = 60_000;
const PATIENT = { timeout: 15_000 };

/** Written on a Saturday at noon in Berlin; within one business day of an office that never closes: Sunday at noon. */
const NIGHTS = [
  { id: '1', season: 'spring', written: '2026-03-28T12:00+01:00', due: '2026-03-29T12:00+02:00', hours: 23 },
  { id: '2', season: 'autumn', written: '2026-10-24T12:00+02:00', due: '2026-10-25T12:00+01:00', hours: 25 },
];
let dueline: ExtensionBrowser;

beforeAll(async () => {
  if (!chromiumProgram) return;
  dueline = await startExtension(
    NIGHTS.map(({ id, written }) => ({
      id,
      subject: 'The night',
      requester: 'Ana <ana@acme.example>',
      organisation: 'Acme',
      messages: [{ from: 'customer', author: 'Ana <ana@acme.example>', atMs: Date.parse(written) }],
    })),
  );
  const directory = plainDirectory();
  const calendars = directory.calendars.map((calendar) => ({ ...calendar, zone: 'Europe/Berlin' }));
  await dueline.importDirectory({ ...directory, calendars });
}, 5 * MINUTE_MS);
afterAll(() => dueline?.close());

for (const { id, season, written, due, hours } of NIGHTS) {
  chromiumTest(
    `the night in ${season}: what is left is what is left, ${hours} hours from noon to noon`,
    async () => {
      const [writtenMs, dueMs] = [Date.parse(written), Date.parse(due)];
      expect(dueMs - writtenMs).toBe(hours * 60 * MINUTE_MS);
      const realMs = Date.now();
      const { page, jump } = await openOnSettableClock(dueline, id, writtenMs - realMs);
      const shown = await unfoldOverlay(page);
      expect(Date.parse(shown.due ?? '')).toBe(dueMs);
      // To the evening; past 01:00 UTC, when they change, minute by minute; and, slept through, to an hour before noon.
      for (const beforeMinutes of [13 * 60, 9 * 60 + 2, 9 * 60 + 1, 9 * 60, 9 * 60 - 1, 60, 1]) {
        const nowMs = dueMs - beforeMinutes * MINUTE_MS;
        await jump(nowMs - realMs);
        const away = async () => Math.abs((await minutesLeft(page)) - beforeMinutes);
        // The minutes that the test itself takes are its only play.
        await expect.poll(away, PATIENT).toBeLessThan(2);
      }
      await page.close();
      expect(page.said).toEqual([]);
    },
  );
}
