/** The picker as a user has it before them: opened, waited for, pressed and pointed with. */
import type { Locator, Page } from 'playwright-core';
import { clickOverlay, overlayTree, PICKER_HOST } from './closed-shadow.ts';
import type { ExtensionBrowser } from './extension-browser.ts';

/** What a click on "Show what is what" does, in the tab of the page. */
export async function openPicker(dueline: ExtensionBrowser, page: Page): Promise<void> {
  await page.bringToFront();
  await dueline.worker().evaluate(`(async () => {
    const [{ id }] = await chrome.tabs.query({ active: true, currentWindow: true });
    await chrome.scripting.executeScript({ target: { tabId: id }, files: ['/drawing.js', '/reading.js', '/picker.js'] });
  })()`);
  await waitForPicker(page, (text) => text.includes('What is what on this page'));
}

export async function waitForPicker(page: Page, fits: (text: string) => boolean): Promise<string> {
  const until = Date.now() + 10_000;
  let text = '';
  while (Date.now() < until) {
    text = (await overlayTree(page, PICKER_HOST))?.text ?? '';
    if (fits(text)) return text;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  throw new Error(`The picker did not come to say what was expected. It says: ${text || 'nothing'}`);
}

export const pressInPicker = (page: Page, label: string) =>
  clickOverlay(
    page,
    ({ name, attributes, text }) => name === 'button' && (attributes['aria-label'] ?? text) === label,
    PICKER_HOST,
  );

export async function pointWithMouse(page: Page, fact: string, place: Locator): Promise<void> {
  await pressInPicker(page, `Point at it: ${fact}`);
  await waitForPicker(page, (text) => text.includes('Click on the page'));
  const box = (await place.boundingBox())!;
  await page.mouse.move(box.x + 5, box.y + box.height / 2);
  await page.mouse.click(box.x + 5, box.y + box.height / 2);
}
