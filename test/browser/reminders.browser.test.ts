/** Reminders in real Chromium: through the background's sleep, once each, put off, and the number on the button. */
import { expect } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import type { ListenedPage } from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { REMINDERS, ticketOf } from '../support/reminder-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const dueline = useExtension([], { directory: plainDirectory(), permissions: ['notifications'] });

const SECOND = 1000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Chrome {
  chrome: {
    storage: {
      local: { set(values: object): Promise<void>; get(key: string): Promise<Record<string, object>> };
    };
    notifications: Record<
      'onButtonClicked' | 'onClicked',
      { dispatch(id: string, button?: number): void }
    > & {
      create(id: string, options: { title: string; message: string }): Promise<string>;
      getAll(): Promise<object>;
    };
    tabs: { query(of: object): Promise<{ active: boolean; url?: string }[]> };
    alarms: { get(name: string): Promise<object | undefined> };
    action: { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> };
  };
}

const put = (page: ListenedPage, values: object) =>
  page.evaluate((given) => (globalThis as unknown as Chrome).chrome.storage.local.set(given), values);
const stored = (page: ListenedPage, key: string) =>
  page.evaluate(
    async (name) => (await (globalThis as unknown as Chrome).chrome.storage.local.get(name))[name] ?? {},
    key,
  );
const notifications = (page: ListenedPage) =>
  page.evaluate(async () =>
    Object.keys(await (globalThis as unknown as Chrome).chrome.notifications.getAll()),
  );
const alarm = (page: ListenedPage) =>
  page.evaluate(async () => (await (globalThis as unknown as Chrome).chrome.alarms.get('reminders')) ?? null);
const badge = (page: ListenedPage) =>
  page.evaluate(async () => {
    const { action } = (globalThis as unknown as Chrome).chrome;
    return { text: await action.getBadgeText({}), title: await action.getTitle({}) };
  });

chromiumTest(
  'an hour before it is due the user is told, though the background slept, and once only',
  async () => {
    const options = await dueline.openOwn('options');
    // Acme's answer is due a day after it was asked; an hour before that is a few seconds from now.
    const ticket = ticketOf('7', Date.now() - 23 * HOUR + 4 * SECOND);
    await put(options, { reminders: REMINDERS, tickets: { 'https://desk.example/tickets/7 7': ticket } });
    await expect.poll(() => alarm(options)).not.toBe(null);
    const session = await options.context().newCDPSession(options);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await expect.poll(() => notifications(options), { timeout: 60_000, interval: 200 }).toHaveLength(1);
    const told = await stored(options, 'told');
    expect(Object.keys(told)).toHaveLength(1);
    // Everything that makes the background look once more leaves it at that.
    await put(options, { picks: {}, language: 'en' });
    await expect.poll(async () => (await badge(options)).text).toBe('1');
    expect(await stored(options, 'told')).toEqual(told);
    expect(await notifications(options)).toHaveLength(1);
  },
);

/** What the background shows from now on, in words: the browser tells of a notification no more than its id. */
const listenToShown = () =>
  dueline.worker().evaluate(() => {
    const { chrome, said } = Object.assign(globalThis as unknown as Chrome & { said: string[] }, {
      said: [] as string[],
    });
    const { create } = chrome.notifications;
    chrome.notifications.create = (id, options) => {
      said.push(options.title, ...options.message.split('\n'));
      return create.call(chrome.notifications, id, options);
    };
  });
const shownWords = () => dueline.worker().evaluate(() => (globalThis as unknown as { said: string[] }).said);
/** As the system's own notification would: headless, there is none to click. */
const click = (on: 'onButtonClicked' | 'onClicked', id: string) =>
  dueline.worker().evaluate(
    ([event, given]) => {
      (globalThis as unknown as Chrome).chrome.notifications[event].dispatch(given, 0);
    },
    [on, id] as const,
  );
const addresses = (page: ListenedPage) =>
  page.evaluate(async () =>
    (await (globalThis as unknown as Chrome).chrome.tabs.query({})).map(({ url }) => url),
  );

/** The background is ended, and started again by the browser for an event. */
async function sleepAndWake(options: ListenedPage): Promise<void> {
  await dueline.worker().evaluate(() => Object.assign(globalThis, { slept: false }));
  const session = await options.context().newCDPSession(options);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  const slept = async () => {
    await put(options, { picks: { woken: Date.now() } });
    return dueline.worker().evaluate(() => !('slept' in globalThis));
  };
  await expect.poll(() => slept().catch(() => false), { timeout: 20_000 }).toBe(true);
}

/** Shows what these tickets give rise to, anew, and gives the notifications' ids. */
async function tell(options: ListenedPage, ids: readonly string[]): Promise<string[]> {
  await put(options, { reminders: { ...REMINDERS, on: false }, told: {}, snoozed: {}, tickets: {} });
  await options.evaluate(async () => {
    const { notifications: all } = (globalThis as unknown as Chrome).chrome;
    const { clear } = all as unknown as { clear(id: string): Promise<void> };
    for (const id of Object.keys(await all.getAll())) await clear.call(all, id);
  });
  const tickets = ids.map((id) => [
    `${dueline.base}/tickets/${id} ${id}`,
    // Looked at two hours ago; the hour before it is due has begun since.
    { ...ticketOf(id, Date.now() - DAY + HOUR / 2, dueline.base), seenMs: Date.now() - 2 * HOUR },
  ]);
  await put(options, { reminders: REMINDERS, tickets: Object.fromEntries(tickets) });
  await expect.poll(() => notifications(options), { timeout: 20_000 }).toHaveLength(1);
  return notifications(options);
}

chromiumTest('what comes due together is told once, and the click on it leads to the list', async () => {
  const options = await dueline.openOwn('options');
  await listenToShown();
  const [id] = await tell(options, ['21', '22', '23']);
  // One customer's three: each with its ticket, and the day by its date, since it may lie there until tomorrow.
  const entry = (ticket: string) =>
    expect.stringMatching(
      new RegExp(
        `^${ticket} · Acme <b>GmbH</b>: answer due \\w{3}, \\w{3} \\d{1,2}(?:, \\d{4})?, \\d\\d:\\d\\d$`,
      ),
    );
  expect(await shownWords()).toEqual(['3 answers are waited for', entry('21'), entry('22'), entry('23')]);
  await click('onClicked', id!);
  await expect.poll(() => addresses(options)).toContainEqual(expect.stringMatching(/\/popup\.html$/));
  await expect.poll(() => notifications(options)).toEqual([]);
});

chromiumTest(
  'the click on one leads to its ticket, once, though the background slept meanwhile',
  async () => {
    const options = await dueline.openOwn('options');
    const [id] = await tell(options, ['31']);
    await sleepAndWake(options);
    await click('onClicked', id!);
    const ticket = `${dueline.base}/tickets/31`;
    await expect.poll(() => addresses(options)).toContain(ticket);
    await expect.poll(() => notifications(options)).toEqual([]);
    // Clicked where its tab is open already, the next one leads back to that tab.
    await options.bringToFront();
    const [again] = await tell(options, ['31']);
    await click('onClicked', again!);
    await expect.poll(() => notifications(options)).toEqual([]);
    expect((await addresses(options)).filter((url) => url === ticket)).toHaveLength(1);
  },
);

chromiumTest('put off, it is gone, and comes back in an hour', async () => {
  const options = await dueline.openOwn('options');
  const [id] = await tell(options, ['41']);
  const before = Date.now();
  await click('onButtonClicked', id!);
  await expect.poll(() => notifications(options)).toEqual([]);
  await expect.poll(() => alarm(options)).toMatchObject({ name: 'reminders' });
  const [until] = Object.values(await stored(options, 'snoozed')) as number[];
  expect(until! - before).toBeGreaterThanOrEqual(HOUR);
  expect(until! - Date.now()).toBeLessThanOrEqual(HOUR);
  // As if that hour had passed: what was put off is told again.
  const [key] = Object.keys(await stored(options, 'snoozed'));
  await put(options, { snoozed: { [key!]: Date.now() - SECOND } });
  await expect.poll(() => notifications(options), { timeout: 20_000 }).toHaveLength(1);
});

chromiumTest('the button counts what is due soon and overdue, and says it in words', async () => {
  const options = await dueline.openOwn('options');
  await put(options, {
    reminders: { ...REMINDERS, on: false },
    tickets: {
      'https://desk.example/tickets/1 1': ticketOf('1', Date.now() - DAY - HOUR),
      'https://desk.example/tickets/2 2': ticketOf('2', Date.now() - DAY + HOUR / 2),
      'https://desk.example/tickets/3 3': ticketOf('3', Date.now() - HOUR),
    },
  });
  await expect
    .poll(() => badge(options))
    .toEqual({ text: '2', title: 'Dueline\n1 answer overdue\n1 answer due soon' });
  await put(options, { reminders: { ...REMINDERS, on: false, badge: false } });
  await expect.poll(() => badge(options)).toEqual({ text: '', title: 'Dueline' });
});

chromiumTest('the settings are kept as they were set, and axe has nothing against them', async () => {
  const options = await dueline.openOwn('options');
  await put(options, { reminders: { ...REMINDERS, on: false } });
  await options.reload();
  const section = options.locator('#notifications');
  await section.getByLabel('Notify me of answers that are owed').click();
  await section.getByLabel('4 hr').click();
  await section.getByLabel('I am').selectOption('Noah Lind');
  await section.getByLabel('Quiet hours').click();
  await section.getByLabel('from').fill('19:30');
  await section.getByLabel('until').click();
  await expect
    .poll(() => stored(options, 'reminders'))
    .toEqual({
      ...REMINDERS,
      minutesBefore: [60, 240],
      person: 'M-2',
      quiet: { from: '19:30', until: '07:00' },
    });
  await section.getByRole('button', { name: 'Pause for an hour' }).click();
  await section.getByText('Paused until').waitFor();
  expect(await axeFindings(options)).toEqual([]);
  await section.getByRole('button', { name: 'Resume' }).click();
  await section.getByRole('button', { name: 'Pause until tomorrow' }).waitFor();
  expect(await axeFindings(options)).toEqual([]);
});
