/** The options page in real Chromium: preview of changes, search, and whether everybody can use it. */
import { expect } from 'vitest';
import { LANGUAGES, translator } from '#core/language/index.ts';
import { axeFindings } from '../support/axe.ts';
import { fileOf, type ListenedPage } from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const dueline = useExtension([], { directory: plainDirectory() });

const NARROW = { width: 320, height: 700 };

/** Tier, name and contacts of what is in use, with one customer more, one engagement less and one tier changed. */
function otherDirectory() {
  const other = plainDirectory('standard');
  other.engagements.pop();
  other.customers.push({ id: 'cyber', name: 'Cyber <i>Ltd</i>' });
  return other;
}

async function chooseOther(options: ListenedPage): Promise<void> {
  await options.setInputFiles(
    '[data-part=directory] input[type=file]',
    fileOf('other.json', JSON.stringify(otherDirectory())),
  );
  await options.waitForSelector('[data-part=changes]');
}

chromiumTest('an import says entry by entry what it would change, before anything is replaced', async () => {
  const options = await dueline.openOwn('options');
  await chooseOther(options);
  const changes = options.locator('[data-part=changes]');
  expect(await changes.locator('.change.added').innerText()).toContain('Cyber <i>Ltd</i>');
  expect(await changes.locator('.change.removed').innerText()).toContain('E-2');
  const changed = changes.locator('.change.changed');
  expect(await changed.locator('del').innerText()).toBe('Premium');
  expect(await changed.locator('ins').innerText()).toBe('Standard');
  expect(await changed.locator('dt').allInnerTexts()).toEqual(['Tier']);
  await options.getByRole('button', { name: 'Cancel' }).click();
  expect(await options.locator('[data-part=directory] table').innerText()).toContain('E-2');
});

chromiumTest('a directory that is removed comes back by undo', async () => {
  const options = await dueline.openOwn('options');
  await options.getByRole('button', { name: 'Remove', exact: true }).click();
  await options.getByText('There is no directory yet').waitFor();
  await options.getByRole('button', { name: 'Undo the last change' }).click();
  await options.locator('[data-part=directory] table').waitFor();
  expect(await options.locator('[data-part=directory] table').innerText()).toContain('Binford');
});

chromiumTest('search leaves the sections that say it, says so, and Escape brings all back', async () => {
  const options = await dueline.openOwn('options');
  const field = options.getByRole('searchbox');
  await field.fill('BINFORD');
  const shown = () =>
    options.locator('main > section:visible').evaluateAll((sections) => sections.map(({ id }) => id));
  // The customer stands in the directory, and among those of whom a card can be made.
  await expect.poll(shown).toEqual(['directory', 'cards']);
  expect(await options.getByRole('search').getByRole('status').innerText()).toBe('2 sections found');
  await field.fill('no such thing');
  await options.getByText('Nothing here speaks of “no such thing”.').waitFor();
  await field.press('Escape');
  await expect.poll(() => options.locator('main > section[hidden]').count()).toBe(0);
});

chromiumTest('the list of contents leads to each section once', async () => {
  const options = await dueline.openOwn('options');
  await options.locator('#cards').waitFor();
  const targets = await options
    .locator('.contents a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1)));
  const sections = await options.locator('main > section').evaluateAll((all) => all.map(({ id }) => id));
  expect(targets).toEqual(sections);
});

chromiumTest.each([
  ['light', 'en'],
  ['dark', 'de'],
  ['light', 'zh-CN'],
] as const)('axe finds nothing, and nothing is cut off at 320 px: %s, %s', async (colorScheme, language) => {
  const options = await dueline.openOwn('options');
  await options.emulateMedia({ colorScheme });
  await options.selectOption('#language', language);
  await options.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
  await chooseOther(options);
  expect(await axeFindings(options)).toEqual([]);
  await options.setViewportSize(NARROW);
  expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width);
  expect(await axeFindings(options)).toEqual([]);
  await options.selectOption('#language', '');
});

chromiumTest('each reading of scope shows what it makes of an example, and is kept', async () => {
  const options = await dueline.openOwn('options');
  const section = options.locator('#rulebook');
  const choice = (label: string) => section.locator('label', { hasText: label });
  const sustained = choice('How many weeks over the limit are a sustained overrun');
  // 9 + 3 × 12 hours in 4 weeks: 11.25.
  await sustained.getByText('Complete weeks of 9, 12, 12, and 12 hours, 11.25 on average').waitFor();
  await sustained.locator('select').selectOption('4 of the last 4 complete weeks');
  await sustained.getByText('Complete weeks of 12, 12, 12, and 12 hours, 12 on average').waitFor();
  // The office never closes: a fifth of the week is 33.6 hours, so Tuesday at 9:36; 3 hours in a fifth are 15.
  const forecast = choice('The hours of a week are forecast');
  expect(await forecast.locator('.example').innerText()).toMatch(/Tue.*9:36.*; 3 hours by then come to 15 /);
  const missed = choice('Missed deliverables and calls');
  await missed.locator('select').selectOption('the last complete period');
  await expect
    .poll(() => missed.locator('.example').innerText())
    .toMatch(/^Weekly ones back to .*, monthly ones to .*1, .*, quarterly ones to .*1, /);
  const ending = choice('A term is said to end soon');
  await ending.locator('select').selectOption('14 days');
  await ending.getByText(/A term until .*Dec.* 31.*: from .*Dec.* 17.* on\./).waitFor();
  await options.reload();
  await expect
    .poll(() => choice('A term is said to end soon').locator('select option:checked').innerText())
    .toBe('14 days');
  expect(await sustained.locator('select option:checked').innerText()).toBe('4 of the last 4 complete weeks');
  await options.getByRole('button', { name: 'Undo the last change' }).click();
});

/** Holds the page's first answer to a type of question back until it is released. */
const held = (type: string) => `{
  const { runtime } = chrome;
  const send = runtime.sendMessage.bind(runtime);
  let isFirst = true;
  runtime.sendMessage = async (message) => {
    const answer = await send(message);
    if (message.type === '${type}' && isFirst) {
      isFirst = false;
      await new Promise((resolve) => { globalThis.release = resolve; });
    }
    return answer;
  };
}`;

chromiumTest('a section that comes after the search is searched too', async () => {
  const other = await dueline.openOwn('popup');
  const page = await other.context().newPage();
  await page.addInitScript(held('trackers'));
  await page.goto(other.url().replace('popup', 'options'));
  await page.getByRole('searchbox').fill('BINFORD');
  const found = page.getByRole('search').getByRole('status');
  await expect.poll(() => found.innerText()).toBe('2 sections found');
  await page.evaluate('release()');
  await page.locator('#trackers').waitFor({ state: 'attached' });
  expect(await page.locator('#trackers').isVisible()).toBe(false);
  await page.close();
});

chromiumTest('a section in which somebody works stays while a search is on', async () => {
  const options = await dueline.openOwn('options');
  await options.getByRole('searchbox').fill('E-2');
  await options.getByRole('button', { name: 'Remove', exact: true }).focus();
  await options.keyboard.press('Enter');
  const undo = options.getByRole('button', { name: 'Undo the last change' });
  await undo.waitFor();
  await undo.click();
  await options.locator('[data-part=directory] table').waitFor();
});

chromiumTest('what is changed while the page is being drawn is on it once it is', async () => {
  const other = await dueline.openOwn('popup');
  const page = await other.context().newPage();
  await page.addInitScript(held('options'));
  await page.goto(other.url().replace('popup', 'options'));
  await expect.poll(() => page.evaluate('typeof release'), { timeout: 20_000 }).toBe('function');
  const speak = (language: string | null) =>
    other.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ type: 'set-language', language })})`);
  await speak('de');
  await page.evaluate('release()');
  await page.getByRole('heading', { name: translator('de')('options.sites'), exact: true }).waitFor();
  await page.close();
  await speak(null);
});

chromiumTest.each(LANGUAGES)(
  'no word of the directory’s table is broken at 420 pixels: %s',
  async (language) => {
    const page = await dueline.openOwn('options');
    await page.evaluate(`chrome.runtime.sendMessage({ type: 'set-language', language: '${language}' })`);
    await page.reload();
    await page.setViewportSize({ width: 420, height: 900 });
    await page.locator('.summary tbody tr').first().waitFor();
    // A word that stands on two lines has more than one box.
    const broken =
      await page.evaluate(`[...document.querySelectorAll('.summary th, .summary td:not(:first-child)')].flatMap((cell) =>
    [...cell.textContent.matchAll(/[\\p{L}\\p{N}-]+/gu)].flatMap(({ 0: word, index }) => {
      const range = document.createRange();
      range.setStart(cell.firstChild, index);
      range.setEnd(cell.firstChild, index + word.length);
      return range.getClientRects().length > 1 ? [word] : [];
    }))`);
    expect(broken).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(420);
    await page.evaluate("chrome.runtime.sendMessage({ type: 'set-language', language: null })");
  },
);
