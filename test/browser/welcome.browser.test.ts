/** The first five minutes in real Chromium: doors, demo data, a sample ticket, and all of it gone again. */
import { expect } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const dueline = useExtension();

chromiumTest('installed, it opens its first page by itself, once', async () => {
  const page = await dueline.openOwn('popup');
  const welcomes = () =>
    page
      .context()
      .pages()
      .filter((one) => one.url().endsWith('/welcome.html')).length;
  await expect.poll(welcomes, { timeout: 15_000 }).toBe(1);
});

chromiumTest('the demo shows a due answer on a sample ticket, and leaves nothing behind', async () => {
  const welcome = await dueline.openOwn('welcome');
  await welcome.getByRole('button', { name: 'Use the demo data' }).click();
  await welcome.getByRole('link', { name: 'Open the sample ticket' }).click();
  await welcome.locator('.sample').waitFor();
  const overlay = await unfoldOverlay(welcome);
  expect(overlay).toMatchObject({ customer: 'Larch Freight', tier: 'premium', match: 'matched' });
  expect(overlay.due).not.toBeNull();
  expect(await axeFindings(welcome)).toEqual([]);
  await welcome.getByRole('link', { name: 'Back to the start' }).click();
  await welcome.getByRole('button', { name: 'Remove the demo data' }).click();
  await welcome.getByRole('button', { name: 'Use the demo data' }).waitFor();
  const options = await dueline.openOwn('options');
  await options.getByText('There is no directory yet').waitFor();
  expect(welcome.said).toEqual([]);
});

chromiumTest('removed, the demo gives back the directory whose place it took', async () => {
  await dueline.importDirectory(plainDirectory());
  const welcome = await dueline.openOwn('welcome');
  await welcome.getByRole('button', { name: 'Use the demo data' }).click();
  await welcome.getByRole('button', { name: 'Remove the demo data' }).click();
  await welcome.getByRole('button', { name: 'Use the demo data' }).waitFor();
  const options = await dueline.openOwn('options');
  expect(await options.locator('[data-part=directory] table').innerText()).toContain('Binford');
});

chromiumTest('without the demo the sample ticket tells nothing of other customers', async () => {
  const sample = await dueline.openOwn('sample');
  expect((await waitForOverlay(sample)).match).toBe('unknown');
});

chromiumTest.each([
  ['light', 'en', 1200],
  ['dark', 'de', 320],
  ['light', 'ko', 320],
] as const)(
  'behind every door axe finds nothing, and nothing is cut off: %s, %s, %i px',
  async (colorScheme, language, width) => {
    const options = await dueline.openOwn('options');
    await options.selectOption('#language', language);
    await options.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
    const welcome = await dueline.openOwn('welcome');
    await welcome.emulateMedia({ colorScheme });
    await welcome.setViewportSize({ width, height: 800 });
    for (const door of [0, 1, 2]) {
      // By keyboard alone: the doors are one group of choices.
      if (door === 0) await welcome.locator('.door input').first().press('Space');
      else await welcome.keyboard.press('ArrowDown');
      await welcome.locator('.door').nth(door).locator('input:checked').waitFor();
      expect(await axeFindings(welcome)).toEqual([]);
      expect(await welcome.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await options.selectOption('#language', '');
  },
);
