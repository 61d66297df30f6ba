/**
 * By keyboard alone in real Firefox: the shortcut's own key opens the overlay and folds it, and what comes in the place
 * of a pressed button has the focus next.
 */
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { type MessageKey, translator } from '#core/language/index.ts';
import { inBrowser, nodesIn } from '../support/firefox.ts';
import { TICKETS } from '../support/plain-tickets.ts';
import { firefoxTest, useFirefox } from '../support/use-extension.ts';

const WAIT = { timeout: 30_000 };
const say = translator('en');
const dueline = useFirefox(TICKETS);

interface Opened {
  page: Page;
  /** Runs the body of a function in our own world of the page; `root` is the overlay's. */
  inOverlay: <T>(body: string) => Promise<T>;
}

async function openTicket(id: string): Promise<Opened> {
  const own = await dueline.openOwn('options');
  const page = await dueline.newPage();
  await page.goto(`${dueline.desk.base}/tickets/${id}`);
  await page.waitForSelector('dueline-overlay');
  await page.bringToFront();
  const inOverlay = <T>(body: string) =>
    own.evaluate(`(async () => {
      const tabs = await browser.tabs.query({ url: 'http://127.0.0.1/*' });
      const tab = tabs.find(({ url }) => url === ${JSON.stringify(page.url())});
      const [{ error, result }] = await browser.scripting.executeScript({ target: { tabId: tab.id }, func: () => {
        const root = document.querySelector('dueline-overlay').openOrClosedShadowRoot;
        ${body}
      } });
      if (error) throw error;
      return result;
    })()`) as Promise<T>;
  return { page, inOverlay };
}

const says = async (page: Page) => (await nodesIn(page))[0]?.text ?? '';

/** What has the focus in the overlay, by its words; a field has none; `null`: nothing has. */
const focusedIn = ({ inOverlay }: Opened) =>
  inOverlay<string | null>('return root.activeElement && root.activeElement.textContent;');

/** Presses a button of the overlay as its user does: it has the focus, and Enter comes from the keyboard. */
async function press(opened: Opened, words: string): Promise<void> {
  await expect
    .poll(
      () =>
        opened.inOverlay<boolean>(`
          const button = [...root.querySelectorAll('button')].find((each) => each.textContent === ${JSON.stringify(words)});
          button?.focus();
          return button !== undefined && root.activeElement === button;`),
      WAIT,
    )
    .toBe(true);
  await opened.page.keyboard.press('Enter');
}

/** Alt+Shift+D, from the keyboard of the browser's own window: what a page gets sent no command hears of. */
const pressShortcut = (page: Page) =>
  inBrowser(
    page,
    `const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    keyboard.beginInputTransactionForTests(window);
    const keys = [['Alt', 'AltLeft', 18], ['Shift', 'ShiftLeft', 16], ['D', 'KeyD', 68]].map(
      ([key, code, keyCode]) => new KeyboardEvent('', { key, code, keyCode }),
    );
    for (const key of keys) keyboard.keydown(key);
    for (const key of keys.reverse()) keyboard.keyup(key);`,
  );

firefoxTest('the shortcut’s own key opens the overlay from anywhere on the page, and folds it', async () => {
  const { page } = await openTicket('1');
  await expect.poll(() => says(page), WAIT).toContain('Premium');
  const isOpen = async () => (await says(page)).includes(say('overlay.log-time'));
  expect(await isOpen()).toBe(false);
  await pressShortcut(page);
  await expect.poll(isOpen, WAIT).toBe(true);
  await pressShortcut(page);
  await expect.poll(isOpen, WAIT).toBe(false);
});

firefoxTest(
  'on a page of a site that is not switched on, the shortcut is the click that gives one look',
  async () => {
    const page = await dueline.newPage();
    // Another name of the same machine: the browser knows it as another site.
    await page.goto(`${dueline.desk.base.replace('127.0.0.1', 'localhost')}/tickets/1`);
    await page.bringToFront();
    expect(await page.$('dueline-overlay')).toBeNull();
    await pressShortcut(page);
    await page.waitForSelector('dueline-overlay');
    await expect.poll(() => says(page), WAIT).toContain('Premium');
  },
);

/** Each press with what has the focus after it; a field has no words of its own. */
const OVERLAY: [press: MessageKey, ...focused: (MessageKey | '')[]][] = [
  ['overlay.log-time', ''],
  ['overlay.cancel', 'overlay.start-timer'],
  ['overlay.start-timer', 'overlay.stop-timer'],
  // Whichever comes first: the entry, or the way to the next.
  ['overlay.stop-timer', 'overlay.edit', 'overlay.start-timer'],
  ['overlay.remove', 'overlay.undo'],
  ['overlay.undo', 'overlay.edit', 'overlay.start-timer'],
  ['overlay.no-answer', ''],
  ['overlay.cancel', 'overlay.no-answer'],
];

firefoxTest('in the overlay the focus goes on to what came in the place of a pressed button', async () => {
  const opened = await openTicket('1');
  await expect.poll(() => says(opened.page), WAIT).toContain('Premium');
  await opened.inOverlay("root.querySelector('[aria-expanded=false]')?.click();");
  // What was opened by hand takes the focus, once it has come.
  await expect.poll(() => focusedIn(opened), WAIT).not.toBeNull();
  for (const [key, ...focused] of OVERLAY) {
    await press(opened, say(key));
    await expect
      .poll(() => focusedIn(opened), { ...WAIT, message: key })
      .toBeOneOf(focused.map((each) => (each === '' ? '' : say(each))));
  }
});

firefoxTest(
  'in the popup a forgotten card’s undo has the focus, and gives it back with the card',
  async () => {
    const options = await dueline.openOwn('options');
    await options.evaluate(`(async () => {
    const order = { type: 'make-card', engagement: 'E-1', shared: { contacts: false, hours: false }, signed: false, page: null };
    const { text } = await browser.runtime.sendMessage(order);
    await browser.runtime.sendMessage({ type: 'keep-card', text, trust: false });
    await browser.runtime.sendMessage({ type: 'remove-directory' });
  })()`);
    const popup = await dueline.openOwn('popup');
    await popup.bringToFront();
    const focused = () => popup.evaluate('document.activeElement.textContent.trim()');
    const forget = (await popup.waitForSelector('[data-part=card] .ways button:last-child')) as ElementHandle;
    await forget.focus();
    expect(await focused()).toBe(say('card.forget'));
    await popup.keyboard.press('Enter');
    await expect.poll(focused, WAIT).toBe(say('card.undo'));
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('[data-part=card] .ways');
    await expect
      .poll(() => popup.evaluate('document.activeElement.closest("[data-part]")?.dataset.part'), WAIT)
      .toBe('card');
    await options.evaluate("browser.runtime.sendMessage({ type: 'undo-directory' })");
  },
);
