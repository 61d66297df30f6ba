/** Brings the demo directory into the extension the way its user would: as a file, on the options page. */
import type { Page } from 'playwright-core';

const LIMIT_MS = 15_000;

/** Imports a directory on the options page that `page` shows; throws with what the page says of it. */
export async function importDirectory(page: Page, directory: object): Promise<void> {
  await page.setInputFiles('input[type=file]', {
    name: 'demo-directory.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(directory)),
  });
  const preview = page.locator('[data-part=preview]');
  const problems = page.locator('[data-part=problems]');
  await preview.or(problems).first().waitFor({ timeout: LIMIT_MS });
  if (await problems.isVisible()) {
    throw new Error(`The options page refuses the demo directory:\n${await problems.textContent()}`);
  }
  await preview.locator('button.primary').click();
  await page.locator('[data-part=directory] .done').waitFor({ timeout: LIMIT_MS });
}
