/** Pictures for the stores' listings, in their size: the sample ticket, the popup, the options, the first page. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { LANGUAGES, type Language } from '#core/language/index.ts';
import { DEMO_DIRECTORY } from '../../../extension/welcome/demo-directory.ts';
import { unfoldOverlay } from '../closed-shadow.ts';
import { launch } from '../demo/launch.ts';

/** What every store takes. */
const SIZE = { width: 1280, height: 800 };

/** Of the popup, as large as its browser makes it. */
const POPUP = { width: 380, height: 600 };

/** Takes the pictures of a build, and gives their names. */
export async function takeStorePictures(program: string, build: string, folder: string): Promise<string[]> {
  const { context, extensionId, close } = await launch(program, build, true);
  const taken: string[] = [];
  try {
    const page = await context.newPage();
    await page.setViewportSize(SIZE);
    const open = (name: string) => page.goto(`chrome-extension://${extensionId}/${name}.html`);
    await open('options');
    await useDemo(page);
    for (const language of LANGUAGES) {
      mkdirSync(join(folder, language), { recursive: true });
      const shoot = async (name: string) => {
        await page.screenshot({ path: join(folder, language, `${name}.png`) });
        taken.push(`${language}/${name}.png`);
      };
      await open('options');
      await speak(page, language);
      await page.locator('[data-part=year]').waitFor();
      await page.locator('.contents a[href="#calendars"]').click();
      await shoot('3-options');
      await open('sample');
      await unfoldOverlay(page);
      await shoot('1-ticket');
      await open('popup');
      const popups = await popupPictures(page);
      await page.goto('about:blank');
      await page.setContent(sideBySide(popups, language));
      await shoot('2-popup');
      await open('welcome');
      await page.locator('.doors').waitFor();
      await shoot('4-welcome');
    }
  } finally {
    await close();
  }
  return taken;
}

/** Its two views, as the browser would show them. */
async function popupPictures(page: Page): Promise<string[]> {
  await page.setViewportSize(POPUP);
  const pictures: string[] = [];
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    pictures.push((await page.screenshot()).toString('base64'));
  }
  await page.setViewportSize(SIZE);
  return pictures;
}

/** A popup alone would leave a store's picture white. */
function sideBySide(pictures: readonly string[], language: Language): string {
  const shown = pictures.map((picture) => `<img src="data:image/png;base64,${picture}" alt="">`);
  return `<!doctype html><html lang="${language}"><style>
    body { display: grid; grid-template-columns: repeat(2, auto); gap: 48px; place-content: center; height: 100vh; margin: 0; background: #e6ecf8; }
    img { width: ${POPUP.width}px; border-radius: 10px; box-shadow: 0 8px 32px #1d212633; }
  </style>${shown.join('')}</html>`;
}

async function useDemo(page: Page): Promise<void> {
  const file = { name: 'demo.json', mimeType: 'application/json' };
  const buffer = Buffer.from(JSON.stringify(DEMO_DIRECTORY));
  await page.setInputFiles('[data-part=directory] input[type=file]', { ...file, buffer });
  await page.click('[data-part=preview] .primary');
  await page.waitForSelector('.done');
}

async function speak(page: Page, language: Language): Promise<void> {
  await page.selectOption('#language', language);
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
}
