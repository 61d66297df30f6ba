/** A thread that no reader knows, shown by one of its messages: in real Chromium, by mouse and by keyboard. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { clickOverlay, overlayTree, PICKER_HOST, waitForOverlay } from '../support/closed-shadow.ts';
import { auditOverlay, focusedIn, overflowing } from '../support/overlay-audit.ts';
import { openPicker, pointWithMouse, pressInPicker, waitForPicker } from '../support/picker.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { DAY, HOUR, nowMs } from '../support/plain-tickets.ts';
import { openServed, wholePage } from '../support/served-pages.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const dueline = useExtension([], { directory: plainDirectory() });

const shown = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace('T', ' ').concat(' UTC');
const ANA = 'Ana (ana@acme.example)';

type Said = [side: string, who: string, ms: number];
const said = ([side, who, ms]: Said) =>
  `<div class="zeile ${side}"><p class="wort">Das Gerät klemmt, wie am 2020-02-01 08:00 UTC schon einmal.</p><span class="wer">${who}</span> · <span class="wann">${shown(ms)}</span></div>`;
/** No word and no mark that a reader knows, the time after the text, a date within it. */
const page = (thread: readonly Said[]) =>
  wholePage(`<h1>Vorgang</h1><div class="verlauf">${thread.map(said).join('')}</div>`);

const OLD: Said[] = [
  ['links', ANA, nowMs - 30 * HOUR],
  ['rechts', 'Mira Roth', nowMs - 29 * HOUR],
  ['links', ANA, nowMs - HOUR],
];
const ANSWERED: Said[] = [...OLD, ['rechts', 'Mira Roth', nowMs - HOUR / 2]];
const PAGES = { '/vorgang/17': page(OLD), '/vorgang/18': page(ANSWERED) };

/** Goes back by keyboard, and chooses in the select that it comes to. */
async function choose(at: Page, back: number, letters: string): Promise<void> {
  for (let presses = 0; presses < back; presses += 1) await at.keyboard.press('Shift+Tab');
  await at.keyboard.type(letters);
}

const roles = async (at: Page): Promise<(string | undefined)[]> => {
  const found: (string | undefined)[] = [];
  const walk = (node: Awaited<ReturnType<typeof overlayTree>>): void => {
    if (node?.attributes['data-role']) found.push(node.attributes['data-role']);
    for (const child of node?.children ?? []) walk(child);
  };
  walk(await overlayTree(at, PICKER_HOST));
  return found;
};

chromiumTest(
  'by mouse: one message shows all; roles are said, tested on the spot, kept for the next ticket, and taken back',
  async () => {
    const at = await openServed(dueline, '/vorgang/17', PAGES);
    await openPicker(dueline, at);
    const untouched = await at.evaluate(() => document.body.innerHTML);
    await pointWithMouse(at, 'Messages', at.locator('.wort').nth(1));
    await waitForPicker(at, (text) => text.includes('3 messages found on this page'));
    // The time beside the author, and not the one in the text.
    const preview = await waitForPicker(at, (text) => text.includes(shown(nowMs - HOUR)));
    expect(preview).toContain('Ana · ');
    expect(preview).toContain('Messages marked “links” are from');
    await choose(at, 1, 'staff');
    await choose(at, 1, 'the customer');
    await expect.poll(() => roles(at)).toEqual(['customer', 'staff', 'customer']);
    await pressInPicker(at, 'Keep it');
    await waitForPicker(at, (text) => text.includes('Kept for every page of this kind.'));
    const reading = await waitForOverlay(at, ({ state }) => state === 'running');
    expect(reading).toMatchObject({ customer: 'Acme <b>GmbH</b>' });
    expect(Date.parse(reading.due!)).toBe(nowMs - HOUR + DAY);
    expect(await at.evaluate(() => document.body.innerHTML)).toBe(untouched);

    // The next ticket is read by it; another message without a reload is, too.
    await at.goto(`${dueline.base}/vorgang/18`);
    await waitForOverlay(at, ({ state }) => state === 'answered-in-time');
    await at.evaluate(
      (html) => document.querySelector('.verlauf')!.insertAdjacentHTML('beforeend', html),
      said(['links', ANA, nowMs - HOUR / 4]),
    );
    await waitForOverlay(at, ({ state }) => state === 'running');

    // Forgotten, and back again.
    await openPicker(dueline, at);
    await waitForPicker(at, (text) => text.includes('5 messages read'));
    await pressInPicker(at, 'Forget: Messages');
    await waitForPicker(at, (text) => text.includes('Forgotten.') && !text.includes('5 messages read'));
    await clickOverlay(at, ({ name, text }) => name === 'button' && text === 'Undo', PICKER_HOST);
    await waitForPicker(at, (text) => text.includes('5 messages read'));
  },
);

chromiumTest('by keyboard alone: through the messages, one taken, its time chosen, kept', async () => {
  const at = await openServed(dueline, '/anderer/17', { '/anderer/17': page(OLD) });
  await openPicker(dueline, at);
  await pressInPicker(at, 'Point at it: Messages');
  await waitForPicker(at, (text) => text.includes('Click on the page'));
  await at.keyboard.press('Tab');
  await waitForPicker(at, (text) => text.includes('Read here'));
  await at.keyboard.press('ArrowDown');
  await at.keyboard.press('Enter');
  await waitForPicker(at, (text) => text.includes('3 messages found'));
  const worker = dueline.worker();
  await expect.poll(() => focusedIn(at, worker, PICKER_HOST)).toBe('Keep it');
  // Past two roles and the author.
  await choose(at, 4, 'none');
  await waitForPicker(at, (text) => text.includes('no time read') && !text.includes('Keep it'));
  await at.keyboard.press('ArrowUp');
  await waitForPicker(at, (text) => text.includes('Keep it'));
  await at.keyboard.press('Escape');
  await waitForPicker(at, (text) => text.includes('What is what on this page'));
});

chromiumTest.each(['light', 'dark'] as const)(
  'axe finds nothing, and 320 pixels are enough: %s',
  async (colorScheme) => {
    const at = await openServed(dueline, '/anderer/17', { '/anderer/17': page(OLD) });
    await at.emulateMedia({ colorScheme });
    await openPicker(dueline, at);
    await pressInPicker(at, 'Point at it: Messages');
    await at.keyboard.press('Tab');
    await waitForPicker(at, (text) => text.includes('Read here'));
    await at.keyboard.press('Enter');
    await waitForPicker(at, (text) => text.includes('3 messages found'));
    const worker = dueline.worker();
    expect(await auditOverlay(at, worker, PICKER_HOST)).toEqual([]);
    for (const width of [320, 1280]) {
      await at.setViewportSize({ width, height: 640 });
      expect(await overflowing(at, worker, PICKER_HOST), `${width}`).toEqual([]);
    }
  },
);
