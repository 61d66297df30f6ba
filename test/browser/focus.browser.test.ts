/** Who works by keyboard stays where they are: what comes in the place of a pressed button has the focus next. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, expect } from 'vitest';
import { type MessageKey, translator } from '#core/language/index.ts';
import { clickOverlay, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { chromiumProgram, fileOf } from '../support/extension-browser.ts';
import { focusedIn } from '../support/overlay-audit.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { TICKETS } from '../support/plain-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const PATIENCE = { timeout: 20_000 };
const say = translator('en');

const dueline = useExtension(TICKETS);
beforeEach(() => chromiumProgram && dueline.importDirectory(plainDirectory()));

/** Each press with what has the focus after it; a field has no words of its own. */
const OVERLAY: [what: string, steps: [press: MessageKey, ...focused: (MessageKey | '')[]][]][] = [
  [
    'the form for time, left and sent',
    [
      ['overlay.log-time', ''],
      ['overlay.cancel', 'overlay.start-timer'],
    ],
  ],
  [
    'a timer, its entry, and the way back',
    [
      ['overlay.start-timer', 'overlay.stop-timer'],
      // Whichever comes first: the entry, or the way to the next.
      ['overlay.stop-timer', 'overlay.edit', 'overlay.start-timer'],
      ['overlay.edit', ''],
      ['overlay.cancel', 'overlay.edit'],
      ['overlay.remove', 'overlay.undo'],
      ['overlay.undo', 'overlay.edit', 'overlay.start-timer'],
    ],
  ],
  [
    'a case, and the way back',
    [
      ['overlay.add-case', 'overlay.undo'],
      ['overlay.undo', 'overlay.add-case'],
    ],
  ],
  [
    'no answer needed, and the way back',
    [
      ['overlay.no-answer', ''],
      ['overlay.cancel', 'overlay.no-answer'],
    ],
  ],
];

chromiumTest.each(OVERLAY)('the overlay: %s', async (_, steps) => {
  const page = await dueline.openTicket('1');
  await unfoldOverlay(page);
  for (const [press, ...focused] of steps) {
    await waitForOverlay(page, ({ text }) => text.includes(say(press)));
    await clickOverlay(page, ({ name, text }) => name === 'button' && text === say(press));
    await expect
      .poll(() => focusedIn(page, dueline.worker()), PATIENCE)
      .toBeOneOf(focused.map((key) => (key === '' ? '' : say(key))));
  }
});

// The key itself is pressed in Firefox: what Chromium's protocol types reaches the page alone.
chromiumTest(
  'Chromium gives the shortcut its key, and what the key asks for opens and folds the overlay',
  async () => {
    const page = await dueline.openTicket('1');
    await waitForOverlay(page);
    const keys = await dueline.worker().evaluate('chrome.commands.getAll()');
    expect(keys).toContainEqual({
      name: 'toggle-overlay',
      description: 'Open or fold the overlay',
      shortcut: 'Alt+Shift+D',
    });
    const press = () =>
      dueline.worker().evaluate(`(async () => {
      const tabs = await chrome.tabs.query({ url: 'http://127.0.0.1/*' });
      chrome.commands.onCommand.dispatch('toggle-overlay', tabs.find(({ url }) => url === ${JSON.stringify(page.url())}));
    })()`);
    const { folded } = await waitForOverlay(page);
    await press();
    await waitForOverlay(page, (shown) => shown.folded !== folded);
    await press();
    await waitForOverlay(page, (shown) => shown.folded === folded);
  },
);

chromiumTest('the overlay leaves the focus to a page whose user has gone on', async () => {
  const page = await dueline.openTicket('1');
  await unfoldOverlay(page);
  await page.evaluate('document.body.append(Object.assign(document.createElement("input"), { id: "mine" }))');
  await clickOverlay(page, ({ name, text }) => name === 'button' && text === say('overlay.no-answer'));
  await expect.poll(() => focusedIn(page, dueline.worker()), PATIENCE).toBe('');
  await page.focus('#mine');
  await clickOverlay(page, ({ name, text }) => name === 'button' && text === say('overlay.cancel'));
  await page.focus('#mine');
  await waitForOverlay(page, ({ text }) => !text.includes(say('overlay.your-name')));
  expect(await page.evaluate('document.activeElement.id')).toBe('mine');
});

const focused = (page: Page) =>
  page.evaluate(
    'document.activeElement === document.body ? null : document.activeElement.textContent.trim()',
  );

chromiumTest('the options: a directory is taken over and taken back', async () => {
  const page = await dueline.openOwn('options');
  const directory = { ...plainDirectory(), name: 'Another' };
  await page.setInputFiles('input[type=file]', fileOf('another.json', JSON.stringify(directory)));
  const use = page.locator('[data-part=preview] .primary');
  await use.focus();
  await use.press('Enter');
  const near = () => page.evaluate('document.activeElement.closest("section")?.id');
  await page.locator('.done').waitFor();
  expect(await near()).toBe('directory');
  const undo = page.getByRole('button', { name: say('options.undo') });
  await undo.focus();
  await undo.press('Enter');
  await page.getByText(say('options.undone')).waitFor();
  expect(await near()).toBe('directory');
});

chromiumTest('the page of a card: it is kept', async () => {
  const options = await dueline.openOwn('options');
  const maker = options.locator('[data-part=cards]');
  await maker.getByRole('button', { name: 'Make the card' }).click();
  const download = options.waitForEvent('download');
  await maker.getByRole('button', { name: 'Save as a file' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  const card = await dueline.openOwn('card');
  await card.setInputFiles('input[type=file]', fileOf('card.txt', text));
  const keep = card.getByRole('button', { name: 'Keep this card' });
  await keep.focus();
  await keep.press('Enter');
  await keep.waitFor({ state: 'detached' });
  expect(await focused(card)).not.toBeNull();
});
