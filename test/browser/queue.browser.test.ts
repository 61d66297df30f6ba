/** What waits for a tracker, in the built extension: seen where time is logged, changed, dropped, and decided on. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Bench, trackerBench } from '../extension/sync/google.ts';
import { TOKEN } from '../sheets-addon/provision/account.ts';
import { clickOverlay, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { chromiumProgram, type ExtensionBrowser, startExtension } from '../support/extension-browser.ts';
import { answerAsGoogle, consentAtOnce, watchWorkers } from '../support/google-in-browser.ts';
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
  await dueline.importDirectory(plainDirectory());
  const options = await dueline.openOwn('options');
  await answerAsGoogle(options.context(), bench.google, TOKEN);
  await consentAtOnce(dueline.worker(), bench.id);
  await tell({ do: 'set-client', id: 'client-1', secret: '' });
  await tell({ do: 'sign-in' });
  await options.close();
}, 5 * 60_000);
beforeEach(() => chromiumProgram && store({ queue: null, additions: null, amendments: null, logged: null }));
afterEach(() => dueline?.closePages());
afterAll(async () => {
  await dueline?.close();
  await bench?.close();
});

/** Puts stored items in their places, or takes them away. */
async function store(items: Record<string, unknown>): Promise<void> {
  await dueline.worker().evaluate(async (all) => {
    const { local } = (
      globalThis as unknown as {
        chrome: {
          storage: { local: { set(items: object): Promise<void>; remove(keys: string[]): Promise<void> } };
        };
      }
    ).chrome.storage;
    await local.remove(Object.keys(all).filter((key) => all[key] === null));
    await local.set(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)));
  }, items);
}

async function stored(key: string): Promise<{ entries: object[] }> {
  return dueline.worker().evaluate(async (name) => {
    const { local } = (
      globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<object> } } } }
    ).chrome.storage;
    return (Object.values(await local.get(name))[0] ?? { entries: [] }) as never;
  }, key);
}

async function tell(action: object): Promise<void> {
  const options = await dueline.openOwn('options');
  await options.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ type: 'trackers', action })})`);
  await options.close();
}

let laterMs = 0;

/** A minute later nothing of an entry can be changed, and it is sent. By the clock: what is stored is the background's. */
async function send(): Promise<void> {
  laterMs += 61_000;
  await dueline.worker().evaluate(`{
    const real = globalThis.realNow ??= Date.now;
    Date.now = () => real() + ${laterMs};
  }`);
  await tell({ do: 'read' });
}

const activity = (id: string, more = {}) => ({
  id,
  engagement: 'E-1',
  date: '2026-06-08',
  hours: 1.5,
  note: 'Call',
  ...more,
});

async function log(...activities: object[]): Promise<void> {
  await store({ additions: { activities, cases: [], decisions: [] } });
  await expect.poll(async () => (await stored('queue')).entries.length, PATIENCE).toBe(activities.length);
}

async function openQueue() {
  const options = await dueline.openOwn('options');
  const queue = options.locator('[data-part=queue]');
  await queue.waitFor();
  return queue;
}

async function inSheet(id: string) {
  const rows = await bench.sheet.rows(['activities']);
  if ('failed' in rows) throw new Error(String(rows.failed));
  return rows.activities!.filter((row) => row.id === id);
}

/** As somebody types a note over the one in the row, by hand. */
function typeNote(id: string, note: string): void {
  const sheet = bench.google.onlyBook.titled('Activities');
  const textOf = (cell: (typeof sheet.rows)[number][number]) => cell?.userEnteredValue?.stringValue;
  const row = sheet.rows.findIndex((cells) => cells?.some((cell) => textOf(cell) === id));
  const column = sheet.rows[0]!.findIndex((cell) => textOf(cell) === 'Note');
  sheet.cell(row, column).userEnteredValue = { stringValue: note };
  bench.google.files.touch(bench.id);
}

chromiumTest(
  'time that waits is counted where it is logged and in the popup, and gone once it is written',
  async () => {
    const page = await dueline.openTicket('1');
    await unfoldOverlay(page);
    await log(activity('log-counted'));
    const shown = await waitForOverlay(page, ({ text }) => text.includes('waits to be written'));
    expect(shown.text).toContain('1 entry waits to be written into the tracker.');
    const popup = await dueline.openOwn('popup');
    await popup.getByText('1 entry waits to be written into the tracker.').waitFor();
    await send();
    expect(await inSheet('log-counted')).toMatchObject([{ hours: 1.5, note: 'Call' }]);
    const after = await dueline.openOwn('popup');
    await after.getByRole('heading', { name: 'Dueline' }).waitFor();
    expect(await after.locator('[data-part=queue]').count()).toBe(0);
  },
);

chromiumTest('an open popup follows what waits, without its clock', async () => {
  const popup = await dueline.openOwn('popup');
  // Its minutes do not pass: what it shows anew was told to it.
  await popup.addInitScript(() => {
    const { setTimeout } = window;
    const shortly = (run: () => void, ms = 0) => (ms < 500 ? setTimeout(run, ms) : 0);
    Object.assign(window, { setTimeout: shortly });
  });
  await popup.reload();
  await popup.getByRole('heading', { name: 'Dueline' }).waitFor();
  expect(await popup.locator('[data-part=queue]').count()).toBe(0);
  await log(activity('log-followed'));
  await popup.getByText('1 entry waits to be written into the tracker.').waitFor();
  await send();
  await expect.poll(() => popup.locator('[data-part=queue]').count(), PATIENCE).toBe(0);
});

chromiumTest('“Show what waits” leads to the queue’s own heading, from overlay and popup', async () => {
  await log(activity('log-shown'));
  const page = await dueline.openTicket('1');
  await unfoldOverlay(page);
  await waitForOverlay(page, ({ text }) => text.includes('1 entry waits'));
  const showing = page.context().waitForEvent('page');
  await clickOverlay(page, ({ name, text }) => name === 'button' && text === 'Show what waits');
  await leadsToQueue(await showing);
  const popup = await dueline.openOwn('popup');
  const shown = popup.context().waitForEvent('page');
  await popup.getByRole('button', { name: 'Show what waits' }).click();
  await leadsToQueue(await shown);
});

async function leadsToQueue(options: Page): Promise<void> {
  const heading = options.getByRole('heading', { name: 'Waiting to be written' });
  await heading.waitFor();
  await expect.poll(() => heading.evaluate((h3) => h3 === document.activeElement), PATIENCE).toBe(true);
  const top = () => heading.evaluate((h3) => h3.getBoundingClientRect().top / innerHeight);
  await expect.poll(top, PATIENCE).toBeLessThan(1);
  expect(await top()).toBeGreaterThanOrEqual(0);
  await options.close();
}

chromiumTest(
  'an entry that waits is changed in the options, and goes into the sheet as changed',
  async () => {
    await log(activity('log-edited'));
    const queue = await openQueue();
    await queue.getByRole('button', { name: 'Edit: E-1: 1.5 h on Jun 8, 2026' }).click();
    await queue.getByLabel('Hours').fill('2.25');
    await queue.getByLabel('Note').fill('Call, longer');
    await queue.getByRole('button', { name: 'Save' }).click();
    await queue.getByText('E-1: 2.25 h on Jun 8, 2026').waitFor();
    await send();
    expect(await inSheet('log-edited')).toMatchObject([{ hours: 2.25, note: 'Call, longer' }]);
  },
);

chromiumTest('an entry that waits is dropped, and brought back', async () => {
  await log(activity('log-dropped'));
  const queue = await openQueue();
  await queue.getByRole('button', { name: 'Drop: E-1' }).click();
  await queue.getByText('Nothing waits: everything is in the sheet.').waitFor();
  await queue.getByRole('button', { name: 'Undo' }).click();
  await queue.getByText('E-1: 1.5 h on Jun 8, 2026').waitFor();
  await send();
  expect(await inSheet('log-dropped')).toHaveLength(1);
});

chromiumTest(
  'a row that was changed by hand since: both words are shown, and the user’s goes in as another row',
  async () => {
    await log(activity('log-both'));
    await send();
    typeNote('log-both', 'agreed by phone');
    const base = activity('log-both');
    await store({
      amendments: [{ key: 'change-1', base, next: { ...base, hours: 3, note: 'Workshop' } }],
    });
    // What the background reads first is the sheet’s word, and that is what counts.
    await tell({ do: 'read' });
    await expect.poll(async () => (await stored('queue')).entries.length, PATIENCE).toBe(1);
    await send();
    const queue = await openQueue();
    await queue.getByText('In the sheet: 2026-06-08 · E-1 · 1.5 · agreed by phone').waitFor();
    expect(await queue.innerText()).toContain('Yours: 2026-06-08 · E-1 · 3 · Workshop');
    expect(await inSheet('log-both')).toMatchObject([{ hours: 1.5, note: 'agreed by phone' }]);
    await queue.getByRole('button', { name: /^Send mine as another row: / }).click();
    await queue.getByText('E-1: 3 h on Jun 8, 2026').waitFor();
    await send();
    expect(await inSheet('log-both')).toMatchObject([{ hours: 1.5, note: 'agreed by phone' }]);
    const rows = await bench.sheet.rows(['activities']);
    expect(JSON.stringify(rows)).toContain('Workshop');
  },
);

chromiumTest(
  'time that is in the tracker is changed and taken out on its ticket, in its own row',
  async () => {
    const url = `${dueline.base}/tickets/1`;
    await log(activity('log-later', { ticket: url }));
    await store({ logged: [['log-later', url]] });
    await send();
    await expect.poll(() => inSheet('log-later'), PATIENCE).toHaveLength(1);
    const page = await dueline.openTicket('1');
    await unfoldOverlay(page);
    await waitForOverlay(page, ({ text }) => text.includes('1.50 h'));
    await clickOverlay(page, ({ name, text }) => name === 'button' && text === 'Remove');
    await waitForOverlay(page, ({ text }) => text.includes('1 entry waits'));
    await clickOverlay(page, ({ name, text }) => name === 'button' && text === 'Undo');
    await waitForOverlay(page, ({ text }) => text.includes('1.50 h') && !text.includes('waits'));
    await clickOverlay(page, ({ name, text }) => name === 'button' && text === 'Remove');
    await waitForOverlay(page, ({ text }) => text.includes('1 entry waits'));
    await send();
    await expect.poll(() => inSheet('log-later'), PATIENCE).toEqual([]);
  },
);
