/** Draws the extension's icons from their one drawing: `npx tsx test/support/draw-icons.ts`, after a change of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM, findTool } from './tools.ts';
import { ROOT } from './walk.ts';

const SIZES = [16, 32, 48, 128];

async function drawIcons(): Promise<void> {
  const executablePath = findTool(CHROMIUM);
  if (!executablePath) throw new Error(CHROMIUM.wayOut);
  const drawing = readFileSync(join(ROOT, 'extension', 'ui', 'icon.svg'), 'utf8');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size });
      await page.screenshot({
        path: join(ROOT, 'extension', 'public', 'icon', `${size}.png`),
        omitBackground: true,
      });
    }
  } finally {
    await browser.close();
  }
}

void drawIcons();
