/** Where something waits or is in trouble, everybody can read what it is and reach the way out. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Bench, trackerBench } from '../extension/sync/google.ts';
import { TOKEN } from '../sheets-addon/provision/account.ts';
import { axeFindings } from '../support/axe.ts';
import { unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { chromiumProgram, type ExtensionBrowser, startExtension } from '../support/extension-browser.ts';
import { answerAsGoogle, consentAtOnce, watchWorkers } from '../support/google-in-browser.ts';
import { auditOverlay, openAllOf, overflowing } from '../support/overlay-audit.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { TICKETS } from '../support/plain-tickets.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
const PATIENCE = { timeout: 20_000 };
let dueline: ExtensionBrowser;
let bench: Bench;

beforeAll(async () => {
  if (!chromiumProgram) return;
  watchWorkers();
  bench = await trackerBench();
  dueline = await startExtension(TICKETS);
  const options = await dueline.openOwn('options');
  await answerAsGoogle(options.context(), bench.google, TOKEN);
  await consentAtOnce(dueline.worker(), bench.id);
}, 5 * 60_000);
beforeEach(async () => {
  if (!chromiumProgram) return;
  await stored('local.clear()');
  await dueline.importDirectory(plainDirectory());
  await tell({ do: 'set-client', id: 'client-1', secret: '' });
  await tell({ do: 'sign-in' });
});
afterEach(() => dueline?.closePages());
afterAll(async () => {
  await dueline?.close();
  await bench?.close();
});

/** Acts on what the extension keeps. */
function stored<T>(expression: string): Promise<T> {
  return dueline
    .worker()
    .evaluate(`(async () => { const { local } = chrome.storage; return ${expression}; })()`);
}

async function tell(action: object): Promise<void> {
  const options = await dueline.openOwn('options');
  await options.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ type: 'trackers', action })})`);
  await options.close();
}

const count = async () =>
  (await stored<{ queue?: { entries: unknown[] } }>("local.get('queue')")).queue?.entries.length;

/** Two entries wait: work, and a decision. */
async function wait(): Promise<void> {
  const activities = ['log-1', 'log-2'].map((id) => ({
    id,
    engagement: 'E-1',
    date: '2026-06-08',
    hours: 1.5,
    note: 'Call about the upgrade',
  }));
  await stored(`local.set(${JSON.stringify({ additions: { activities, cases: [], decisions: [] } })})`);
  await expect.poll(count, PATIENCE).toBe(2);
}

/** One is held because its row says something else, the other because its sheet is gone. */
const HOLD = `local.get('queue').then(({ queue }) => local.set({ queue: { ...queue, entries: queue.entries.map(
  (entry, place) => ({ ...entry, status: 'held', attempts: 1, ...(place === 0
    ? { heldFor: 'different', theirs: { ...entry.cells, note: 'Another note' } }
    : { heldFor: 'not-picked' }) })) } }))`;

/** The tracker cannot be read since an hour ago, for a cell and for the sign-in. */
const TROUBLE = `local.get('trackers').then(({ trackers }) => local.set({ trackers: Object.fromEntries(
  Object.entries(trackers).map(([id, tracker]) => [id, { ...tracker, trouble: { sinceMs: Date.now() - 3_600_000, problems: [
    { code: 'sheet-signed-out', path: [], values: {} },
    { code: 'cell-date', path: [], values: { tab: 'engagements', row: 7, column: 'from', text: 'soon' } },
  ] } }])) }))`;

const THEMES = [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const;

/** In each theme, and on a narrow window. */
async function findings(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 640 });
  const found: string[] = [];
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...theme });
    found.push(...(await axeFindings(page)).map((line) => `${JSON.stringify(theme)} ${line}`));
  }
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push('too wide');
  return found;
}

async function openTrackers(): Promise<{ page: Page; section: Locator }> {
  const page = await dueline.openOwn('options');
  const section = page.locator('[data-part=trackers]');
  await section.waitFor();
  return { page, section };
}

chromiumTest('signing in, a tracker in use, and the forms of both', async () => {
  const { page, section } = await openTrackers();
  await section.locator('[data-part=tracker]').waitFor();
  for (const fold of await section.locator('summary').all()) await fold.click();
  expect(await findings(page)).toEqual([]);
  await tell({ do: 'sign-out' });
  await section.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await findings(page)).toEqual([]);
});

chromiumTest('what waits: listed, in its form, and dropped', async () => {
  await wait();
  const { page, section } = await openTrackers();
  await section.locator('[data-part=waiting]').first().waitFor();
  expect(await findings(page)).toEqual([]);
  await section.getByRole('button', { name: 'Edit' }).first().click();
  // The form is the overlay's own, and has its words.
  await section.getByLabel('Hours', { exact: true }).waitFor();
  expect(await findings(page)).toEqual([]);
  await section.getByRole('button', { name: 'Cancel' }).click();
  await section.getByRole('button', { name: 'Drop' }).first().click();
  await section.getByText('Dropped.').waitFor();
  expect(await findings(page)).toEqual([]);
});

chromiumTest('what is held: why, both words, the ways out; in popup and overlay too', async () => {
  await wait();
  await stored(HOLD);
  const { page, section } = await openTrackers();
  await section.getByText('Another note').waitFor();
  expect(await findings(page)).toEqual([]);
  const popup = await dueline.openOwn('popup');
  await popup.locator('[data-part=queue]').waitFor();
  expect(await findings(popup)).toEqual([]);
  const ticket = await dueline.openTicket('1');
  await unfoldOverlay(ticket);
  await waitForOverlay(ticket, ({ text }) => text.includes('2 of them need you'));
  await openAllOf(ticket, dueline.worker());
  expect(await auditOverlay(ticket, dueline.worker())).toEqual([]);
  expect(await overflowing(ticket, dueline.worker())).toEqual([]);
});

chromiumTest('a tracker in trouble: since when, why, and that the copy stays in use', async () => {
  await stored(TROUBLE);
  const { page, section } = await openTrackers();
  await section.getByText('“soon” is not a date').waitFor();
  expect(await section.innerText()).toContain('the copy above stays in use');
  expect(await findings(page)).toEqual([]);
});

const DAMAGED = '{ format: "dueline-directory", version: 1, half: true }';

chromiumTest('a damaged directory with an older copy in use, and without one', async () => {
  await tell({ do: 'sign-out' });
  await stored(`local.remove('trackers').then(() => local.set({ directory: ${DAMAGED} }))`);
  await dueline.killBackground();
  for (const copy of ['a copy', 'none']) {
    if (copy === 'none') {
      await stored(`local.set({ directory: ${DAMAGED}, 'directory-good': null })`);
      await dueline.killBackground();
    }
    const options = await dueline.openOwn('options');
    await options.locator('[data-part=directory] .problems').waitFor();
    expect(await findings(options), copy).toEqual([]);
    const popup = await dueline.openOwn('popup');
    await popup.getByRole('alert').waitFor();
    expect(await findings(popup), copy).toEqual([]);
    const ticket = await dueline.openTicket('1');
    await unfoldOverlay(ticket);
    expect(await auditOverlay(ticket, dueline.worker()), copy).toEqual([]);
    await dueline.closePages();
  }
});
