/** Reminders and the number on the button in real Firefox: switched on by a click, shown once, counted. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { alertsIn, clickAlert, keepAlerts } from '../support/firefox-alerts.ts';
import { REMINDERS, ticketOf } from '../support/reminder-tickets.ts';
import { firefoxTest, useFirefox } from '../support/use-extension.ts';

const WAIT = { timeout: 30_000 };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const dueline = useFirefox([]);

/** Asks the browser's own interface, from a page of ours. */
const ask = <T>(page: Page, expression: string): Promise<T> =>
  page.evaluate(`(async () => ${expression})()`) as Promise<T>;
/** What the background has shown: without a screen Firefox takes a notification away as soon as it came. */
const shown = (page: Page) =>
  ask<string[]>(page, "Object.keys((await browser.storage.session.get('shown')).shown ?? {})");
const put = (page: Page, values: object) =>
  ask<void>(page, `browser.storage.local.set(${JSON.stringify(values)})`);

firefoxTest(
  'a click switches reminders on, with the right that Firefox asks for, and only then',
  async () => {
    const options = await dueline.openOwn('options');
    const may = () =>
      ask<boolean>(options, "browser.permissions.contains({ permissions: ['notifications'] })");
    const first = '#notifications input[type=checkbox]';
    await options.waitForSelector(first);
    expect(await may()).toBe(false);
    await options.click(first);
    await expect.poll(may, WAIT).toBe(true);
    await expect
      .poll(() => ask(options, "(await browser.storage.local.get('reminders')).reminders?.on"), WAIT)
      .toBe(true);
    // What is due within the hour is told once, whatever makes the background look again.
    const id = '7';
    const ticket = { ...ticketOf(id, Date.now() - DAY + HOUR / 2), seenMs: Date.now() - 2 * HOUR };
    await put(options, { reminders: REMINDERS, tickets: { [`${ticket.facts.url} ${id}`]: ticket } });
    await expect.poll(async () => (await shown(options)).length, WAIT).toBe(1);
    const told = await ask<object>(options, "(await browser.storage.local.get('told')).told");
    expect(Object.keys(told)).toHaveLength(1);
    await put(options, { picks: {}, language: 'en' });
    await expect
      .poll(() => ask(options, 'browser.action.getTitle({})'), WAIT)
      .toBe('Dueline\n1 answer due soon');
    expect(await ask(options, "(await browser.storage.local.get('told')).told")).toEqual(told);
    expect(await shown(options)).toHaveLength(1);
    // The next look, at the moment at which it will be overdue, is the alarm's.
    expect(await ask(options, "(await browser.alarms.get('reminders')).name")).toBe('reminders');
  },
);

firefoxTest('the button counts what is due soon and overdue, and says it in words', async () => {
  const options = await dueline.openOwn('options');
  await put(options, {
    reminders: { ...REMINDERS, on: false },
    tickets: {
      one: ticketOf('1', Date.now() - DAY - HOUR),
      two: ticketOf('2', Date.now() - DAY + HOUR / 2),
      three: ticketOf('3', Date.now() - HOUR),
    },
  });
  const badge = () =>
    ask(
      options,
      '({ text: await browser.action.getBadgeText({}), title: await browser.action.getTitle({}) })',
    );
  await expect
    .poll(badge, WAIT)
    .toEqual({ text: '2', title: 'Dueline\n1 answer overdue\n1 answer due soon' });
});

firefoxTest('a click on a notification opens its ticket; on one about several, what is due', async () => {
  const options = await dueline.openOwn('options');
  await keepAlerts(options);
  const first = '#notifications input[type=checkbox]';
  await options.waitForSelector(first);
  const may = () => ask<boolean>(options, "browser.permissions.contains({ permissions: ['notifications'] })");
  if (!(await may())) await options.click(first);
  await expect.poll(may, WAIT).toBe(true);
  const addresses = () => ask<string[]>(options, '(await browser.tabs.query({})).map(({ url }) => url)');
  const { base } = dueline.desk;
  const tell = async (ids: readonly string[]) => {
    const tickets = ids.map((id) => [
      `${base}/tickets/${id} ${id}`,
      { ...ticketOf(id, Date.now() + HOUR / 2 - DAY, base), seenMs: Date.now() - 2 * HOUR },
    ]);
    const before = (await alertsIn(options)).length;
    await put(options, {
      language: 'en',
      reminders: REMINDERS,
      told: {},
      tickets: Object.fromEntries(tickets),
    });
    await expect.poll(async () => (await alertsIn(options)).length, WAIT).toBe(before + 1);
    return before;
  };
  const one = await tell(['71']);
  expect((await alertsIn(options))[one]![1]).toBe('71 · Subject <b>71</b>');
  await clickAlert(options, one);
  await expect.poll(addresses, WAIT).toContain(`${base}/tickets/71`);
  const several = await tell(['72', '73']);
  expect((await alertsIn(options))[several]![0]).toBe('2 answers are waited for');
  await clickAlert(options, several);
  await expect.poll(addresses, WAIT).toContainEqual(expect.stringMatching(/\/popup\.html$/));
});
