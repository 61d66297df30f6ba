/** A customer card in each of its standings, on the page that opens it and in the popup, for everybody to read. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { chromiumProgram, type ExtensionBrowser, startExtension } from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
const DAY_MS = 86_400_000;
let dueline: ExtensionBrowser;
/** Cards of one engagement, in the order in which they were made. */
let cards: { old: string; former: string; signed: string; unsigned: string };

beforeAll(async () => {
  if (!chromiumProgram) return;
  dueline = await startExtension([]);
  await dueline.importDirectory(plainDirectory());
  await dueline
    .worker()
    .evaluate(`globalThis.realNow = Date.now; Date.now = () => realNow() - ${60 * DAY_MS}`);
  const old = await makeCard(true);
  await dueline.worker().evaluate('Date.now = realNow');
  const former = await makeCard(true);
  const options = await dueline.openOwn('options');
  await options.getByRole('button', { name: 'Make a new key' }).click();
  await options.getByText('New cards bear the new key').waitFor();
  cards = { old, former, signed: await makeCard(true), unsigned: await makeCard(false) };
  await options.locator('[data-part=directory]').getByRole('button', { name: 'Remove' }).click();
  await options.locator('[data-part=cards]').waitFor({ state: 'detached' });
  await dueline.closePages();
}, 5 * 60_000);
afterEach(async () => {
  if (!chromiumProgram) return;
  await dueline.worker().evaluate("chrome.storage.local.remove(['cards', 'card-keys', 'card-keys-former'])");
  await dueline.closePages();
});
afterAll(() => dueline?.close());

async function makeCard(isSigned: boolean): Promise<string> {
  const options = await dueline.openOwn('options');
  const maker = options.locator('[data-part=cards]');
  await maker.getByLabel('Engagement').selectOption('E-1');
  await maker.locator('[name=signed]').setChecked(isSigned);
  await maker.getByRole('button', { name: 'Make the card' }).click();
  const download = options.waitForEvent('download');
  await maker.getByRole('button', { name: 'Save as a file' }).click();
  return readFileSync(await (await download).path(), 'utf8').trim();
}

async function keep(text: string): Promise<void> {
  const page = await dueline.openOwn('card');
  await page.evaluate(
    `chrome.runtime.sendMessage(${JSON.stringify({ type: 'keep-card', text, trust: true })})`,
  );
  await page.close();
}

async function openCard(text: string): Promise<Page> {
  const page = await dueline.openOwn('card');
  await page.getByLabel('Link or text of the card').fill(text);
  await page.getByRole('button', { name: 'Open' }).click();
  return page;
}

const THEMES = [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const;

/** In each theme, wide and narrow. */
async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 640 });
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...theme });
      found.push(...(await axeFindings(page)).map((line) => `${width} ${JSON.stringify(theme)} ${line}`));
    }
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push('too wide');
  }
  return found;
}

chromiumTest('nothing opened yet, and a card that cannot be opened', async () => {
  const page = await dueline.openOwn('card');
  await page.getByLabel('Link or text of the card').waitFor();
  expect(await findings(page)).toEqual([]);
  const broken = await openCard('dueline-card-1.AAAA');
  await broken.locator('[data-part=card-problems]').waitFor();
  expect(await findings(broken)).toEqual([]);
});

chromiumTest.each([
  ['unsigned', [], 'nobody'],
  ['signed', [], 'unknown'],
  ['old', [], 'unknown'],
  ['signed', ['signed'], 'known'],
  ['old', ['old'], 'known'],
  ['former', ['former', 'signed'], 'former'],
  ['signed', ['former'], 'unknown'],
] as const)('the page that opens a card: %s, with %j kept before', async (card, kept, from) => {
  for (const before of kept) await keep(cards[before]);
  const page = await openCard(cards[card]);
  await page.locator(`[data-part=card-standing][data-from=${from}]`).waitFor();
  await page.locator('summary').last().click();
  expect(await findings(page)).toEqual([]);
});

chromiumTest.each([
  ['unsigned', 'nobody'],
  ['signed', 'known'],
  ['old', 'known'],
] as const)('the popup of a customer who keeps a card: %s', async (card, from) => {
  await keep(cards[card]);
  const popup = await dueline.openOwn('popup');
  await popup.locator(`[data-part=card-standing][data-from=${from}]`).waitFor();
  expect(await findings(popup)).toEqual([]);
  await popup.getByRole('button', { name: 'Forget this card' }).click();
  await popup.getByText('The card is forgotten.').waitFor();
  expect(await findings(popup)).toEqual([]);
});

chromiumTest('a card of 60 days ago shows of when it is, and says that it is old', async () => {
  await keep(cards.old);
  const popup = await dueline.openOwn('popup');
  await popup.getByText('This card is 60 days old. Ask your service manager for a new one.').waitFor();
  const standing = await popup.locator('[data-part=card]').innerText();
  expect(standing).toMatch(/As of \w{3} \d{1,2}, \d{4}/);
});

chromiumTest('forgotten and brought back by keyboard, the focus stays where its user works', async () => {
  await keep(cards.signed);
  const popup = await dueline.openOwn('popup');
  for (const [press, next] of [
    ['Forget this card', 'Bring it back'],
    ['Bring it back', 'Forget this card'],
  ] as const) {
    const button = popup.getByRole('button', { name: press });
    await button.focus();
    await button.press('Enter');
    await button.waitFor({ state: 'detached' });
    await popup.getByRole('button', { name: next }).waitFor();
    const part = () => popup.evaluate('document.activeElement.closest("[data-part]")?.dataset.part');
    await expect.poll(part, { timeout: 20_000 }).toBe('card');
  }
});
