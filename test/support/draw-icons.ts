/** Draws the extension's icons from their one drawing: `npx tsx test/support/draw-icons.ts`, after a change of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { palettePng } from './palette-png.ts';
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
    for (const size of SIZES) {
      const pixels = await page.evaluate(pixelsOf, { drawing, size });
      const path = join(ROOT, 'extension', 'public', 'icon', `${size}.png`);
      writeFileSync(path, await palettePng(pixels, size));
    }
  } finally {
    await browser.close();
  }
}

/** Runs in the browser. */
async function pixelsOf({ drawing, size }: { drawing: string; size: number }): Promise<number[]> {
  const image = new Image(size, size);
  image.src = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0, size, size);
  return [...context.getImageData(0, 0, size, size).data];
}

void drawIcons();
