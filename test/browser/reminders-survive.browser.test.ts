/** What ends a background, in real Chromium: its reminders go on, and none comes twice. */
import { expect } from 'vitest';
import type { ListenedPage } from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { REMINDERS, ticketOf } from '../support/reminder-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const SECOND = 1000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MINUTES = 60_000;

const dueline = useExtension([], { directory: plainDirectory(), permissions: ['notifications'] });

interface Chrome {
  chrome: {
    alarms: {
      get(name: string): Promise<{ scheduledTime: number } | undefined>;
      clear(name: string): Promise<boolean>;
    };
    notifications: { getAll(): Promise<object> };
    storage: {
      local: { get(key: string): Promise<Record<string, object>>; set(values: object): Promise<void> };
    };
  };
}

const put = (page: ListenedPage, values: object) =>
  page.evaluate((given) => (globalThis as unknown as Chrome).chrome.storage.local.set(given), values);
const told = (page: ListenedPage) =>
  page.evaluate(async () => {
    const { told } = await (globalThis as unknown as Chrome).chrome.storage.local.get('told');
    return Object.keys(told ?? {});
  });
const shown = (page: ListenedPage) =>
  page.evaluate(async () =>
    Object.keys(await (globalThis as unknown as Chrome).chrome.notifications.getAll()),
  );
const plannedMs = (page: ListenedPage) =>
  page.evaluate(
    async () =>
      (await (globalThis as unknown as Chrome).chrome.alarms.get('reminders'))?.scheduledTime ?? null,
  );
const forgetAlarm = (page: ListenedPage) =>
  page.evaluate(() => (globalThis as unknown as Chrome).chrome.alarms.clear('reminders'));

chromiumTest(
  'alarms-survive: a background that ended, an update and a lost alarm keep the next reminder, and tell none twice',
  { timeout: 5 * MINUTES },
  async () => {
    let options = await dueline.openOwn('options');
    // Looked at two hours ago; the hour before it is due has begun since.
    const soon = { ...ticketOf('51', Date.now() - DAY + HOUR / 2), seenMs: Date.now() - 2 * HOUR };
    await put(options, { reminders: REMINDERS, tickets: { 'https://desk.example/tickets/51 51': soon } });
    await expect.poll(() => shown(options), { timeout: MINUTES }).toHaveLength(1);
    const [first] = await shown(options);
    const once = await told(options);

    // Due in 22 hours; two hours before that the button counts it, an hour before it is told.
    const askedMs = Math.floor(Date.now() / SECOND) * SECOND - 2 * HOUR;
    const nextMs = askedMs + DAY - 2 * HOUR;
    const later = ticketOf('52', askedMs);
    await put(options, { tickets: { 'https://desk.example/tickets/52 52': later } });
    await expect.poll(() => plannedMs(options), { timeout: MINUTES }).toBe(nextMs);

    await dueline.killBackground();
    expect(await plannedMs(options)).toBe(nextMs);

    await dueline.update('0.9.1');
    options = await dueline.openOwn('options');
    await expect.poll(() => plannedMs(options), { timeout: MINUTES }).toBe(nextMs);

    // Browsers may forget alarms when they end: whoever starts looks for itself.
    await dueline.killBackground();
    expect(await forgetAlarm(options)).toBe(true);
    await options.reload();
    await expect.poll(() => plannedMs(options), { timeout: MINUTES }).toBe(nextMs);

    await put(options, { tickets: { 'https://desk.example/tickets/51 51': soon } });
    await expect.poll(() => plannedMs(options), { timeout: MINUTES }).not.toBe(nextMs);
    expect(await told(options)).toEqual(once);
    expect((await shown(options)).filter((id) => id !== first)).toEqual([]);
  },
);
