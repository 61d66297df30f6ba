/** A name that turns the direction of writing turns itself at most: what stands beside it reads as ever. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Directory } from '#core/engagement/directory-schema.ts';
import { serviceManagement } from '#core/index.ts';
import { describeTracker, wordsOf } from '#core/tracker/index.ts';
import { setUpWith } from '../sheets-addon/support/fill.ts';
import { fixtureT } from '../sheets-addon/support/fixture-t.ts';
import { clickOverlay, LIST_HOST, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { chromiumProgram, type ExtensionBrowser, startExtension } from '../support/extension-browser.ts';
import { waitForList } from '../support/list-badges.ts';
import { inOverlay, openAllOf } from '../support/overlay-audit.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { DAY, HOUR, nowMs } from '../support/plain-tickets.ts';
import { type SidebarPages, sidebarPages } from '../support/sidebar-page.ts';
import { storedTracker } from '../support/stored-tracker.ts';
import { TURNED, turning } from '../support/turned.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
const dateOf = (atMs: number) => new Date(atMs).toISOString().slice(0, 10);

function turningDirectory(): Directory {
  const plain = plainDirectory();
  const today = dateOf(nowMs);
  return {
    ...plain,
    name: turning('Directory'),
    calendars: plain.calendars!.map((calendar) => ({
      ...calendar,
      name: turning('Calendar'),
      holidays: [{ date: dateOf(nowMs + 40 * DAY), name: turning('Holiday') }],
    })),
    managers: plain.managers!.map(({ name, ...manager }) => ({ ...manager, name: turning(name) })),
    customers: plain.customers!.map(({ name, ...customer }) => ({ ...customer, name: turning(name) })),
    engagements: [
      ...plain.engagements!.map((engagement) => ({
        ...engagement,
        name: turning('Engagement'),
        contacts: [{ name: turning('Contact'), email: 'ana@acme.example', from: today }],
      })),
      { id: 'E-3', customer: 'binford', tier: 'premium', manager: 'M-2', calendar: 'always' },
    ],
    cases: [{ id: turning('Case'), engagement: 'E-1', status: 'open', subject: turning('Subject') }],
    timeOff: [{ manager: 'M-2', from: today, until: dateOf(nowMs + 3 * DAY) }],
  };
}

const ticket = (id: string, author: string, hours: number) => ({
  id,
  subject: turning('Subject'),
  requester: `${turning('Writer')} <${author}>`,
  organisation: turning('Organisation'),
  messages: [
    { from: 'customer' as const, author: `${turning('Writer')} <${author}>`, atMs: nowMs - hours * HOUR },
  ],
});
const TICKETS = [ticket('1', 'ana@acme.example', 1), ticket('2', 'bea@acme.example', 60)];
let dueline: ExtensionBrowser;
let sidebar: SidebarPages;

beforeAll(async () => {
  if (!chromiumProgram) return;
  sidebar = await sidebarPages();
  dueline = await startExtension(TICKETS);
  await dueline.importDirectory(turningDirectory());
  for (const { id } of TICKETS) await waitForOverlay(await dueline.openTicket(id));
}, 5 * 60_000);
afterEach(() => dueline?.closePages());
afterAll(async () => {
  await dueline?.close();
  await sidebar?.close();
});

const turnedOn = async (page: Page): Promise<string[]> => {
  for (const fold of await page.locator('summary:visible').all()) await fold.click();
  return (await page.evaluate(`(() => { const root = document.body; ${TURNED} })()`)) as string[];
};
const turnedIn = (page: Page, element?: string) =>
  inOverlay<string[]>(page, dueline.worker(), TURNED, element);

chromiumTest('the look at letters sees a name that turns its line, and one that does not', async () => {
  const page = await dueline.openOwn('welcome');
  const looked = (markup: string) =>
    page.evaluate(`(() => { const root = document.createElement('p'); document.body.append(root);
      root.innerHTML = ${JSON.stringify(markup)}; ${TURNED} })()`);
  const name = turning('Name');
  expect(await looked(`<span>${name}</span> <span>beside</span>`)).toHaveLength(1);
  expect(await looked(`${name} beside`)).toHaveLength(1);
  expect(await looked(`<bdi>${name}</bdi> <span>beside</span>`)).toEqual([]);
  expect(await looked('nothing turns here')).toEqual(['no turning name is shown']);
});

chromiumTest.each(TICKETS.map(({ id }) => id))('the overlay: %s', async (id) => {
  const page = await dueline.openTicket(id);
  await unfoldOverlay(page);
  await openAllOf(page, dueline.worker());
  expect(await turnedIn(page)).toEqual([]);
  await clickOverlay(page, ({ attributes }) => attributes['aria-expanded'] === 'true');
  await waitForOverlay(page, ({ folded }) => folded);
});

chromiumTest('the list’s dock', async () => {
  const page = await dueline.openTicket('queue');
  await waitForList(page);
  await clickOverlay(page, ({ attributes }) => attributes['aria-expanded'] === 'false', LIST_HOST);
  await waitForList(page, (list) => list.due.length > 0);
  expect(await turnedIn(page, LIST_HOST)).toEqual([]);
});

chromiumTest('the popup, for staff and as a customer sees it', async () => {
  const page = await dueline.openOwn('popup');
  await page.locator('[data-part=desk]').waitFor();
  expect(await turnedOn(page)).toEqual([]);
  await page.getByRole('tab').last().click();
  await page.locator('[data-part=customer]').waitFor();
  expect(await turnedOn(page)).toEqual([]);
});

chromiumTest('the options, with a tracker', async () => {
  const tracker = storedTracker({ name: turning('Tracker'), version: '1', readMs: nowMs });
  const stored = { trackers: { sheet: tracker }, trackers$: { v: 4 } };
  await dueline.worker().evaluate(`chrome.storage.local.set(${JSON.stringify(stored)})`);
  const page = await dueline.openOwn('options');
  await page.locator('[data-part=year]').first().waitFor();
  await page.locator('[data-part=tracker]').waitFor();
  expect(await turnedOn(page)).toEqual([]);
  await dueline.worker().evaluate("chrome.storage.local.remove(['trackers', 'trackers$'])");
});

chromiumTest('a customer card, opened', async () => {
  const options = await dueline.openOwn('options');
  const maker = options.locator('[data-part=cards]');
  await maker.getByLabel('Engagement').selectOption('E-1');
  await maker.locator('[name=contacts]').setChecked(true);
  await maker.getByRole('button', { name: 'Make the card' }).click();
  const download = options.waitForEvent('download');
  await maker.getByRole('button', { name: 'Save as a file' }).click();
  const page = await dueline.openOwn('card');
  await page.getByLabel('Link or text of the card').fill(readFileSync(await (await download).path(), 'utf8'));
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('button', { name: 'Keep this card' }).waitFor();
  expect(await turnedOn(page)).toEqual([]);
});

chromiumTest('the add-on’s sidebar: findings and the weekly call', async () => {
  const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
  const plain = fixtureT(wordsOf('en'));
  const named = <R extends { name?: unknown }>(rows: readonly R[] = []) =>
    rows.map((row) => ({ ...row, name: turning(String(row.name)) }));
  const rows = { ...plain, customers: named(plain.customers), managers: named(plain.managers) };
  const page = await sidebar.open(setUpWith(sidebar.script, workbook, rows));
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Violation' }).first().waitFor();
  expect(await turnedOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Weekly call' }).click();
  await page.getByRole('button', { name: 'Print' }).waitFor();
  expect(await turnedOn(page)).toEqual([]);
});
