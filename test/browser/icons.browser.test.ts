/** The icon in the browser's bars: drawn at each size, sharp, told from what is behind it, its number legible. */
import { expect } from 'vitest';
import type { ListenedPage } from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { REMINDERS, ticketOf } from '../support/reminder-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const PATIENCE = { timeout: 20_000 };
const HOUR = 3_600_000;
const dueline = useExtension([], { directory: plainDirectory() });

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const WHITE: Colour = [255, 255, 255, 255];
/** The bars of Chromium and Firefox, as they are delivered. */
const LIGHT_BARS: Colour[] = [WHITE, [222, 225, 230, 255], [249, 249, 251, 255]];
const DARK_BARS: Colour[] = [
  [32, 33, 36, 255],
  [53, 54, 58, 255],
  [43, 42, 51, 255],
];

/** As the guidelines for accessible content define it. */
function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [one, other]
    .map(([...channels]) => {
      const [red, green, blue] = channels.map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    })
    .sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Each icon that the manifest names, as the browser draws it. */
async function icons(page: ListenedPage): Promise<{ size: number; pixels: Colour[][] }[]> {
  return page.evaluate(`(async () => {
    const named = Object.entries(chrome.runtime.getManifest().icons);
    return Promise.all(named.map(async ([name, path]) => {
      const image = new Image();
      image.src = chrome.runtime.getURL(path);
      await image.decode();
      const size = Number(name);
      if (image.naturalWidth !== size || image.naturalHeight !== size) throw new Error(path + ' has another size');
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = size;
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, size, size);
      const pixel = (row, column) => [...data.slice((row * size + column) * 4, (row * size + column) * 4 + 4)];
      const places = Array.from({ length: size }, (_, place) => place);
      return { size, pixels: places.map((row) => places.map((column) => pixel(row, column))) };
    }));
  })()`);
}

const text = (colour: Colour) => colour.join(' ');

chromiumTest('the icon is drawn at each size from 16 to 128, and is told from every bar', async () => {
  const drawn = await icons(await dueline.openOwn('options'));
  expect(drawn.map(({ size }) => size)).toEqual([16, 32, 48, 128]);
  for (const { size, pixels } of drawn) {
    const all = pixels.flat();
    // Beside the hands, where nothing is drawn on the tile.
    const tile = pixels[size / 4]![(size * 11) / 16]!;
    const shareOf = (colour: Colour) => all.filter((each) => text(each) === text(colour)).length / all.length;
    expect(shareOf(WHITE), `${size}: the clock is there`).toBeGreaterThan(0.1);
    expect(shareOf(tile), `${size}: on its tile`).toBeGreaterThan(0.4);
    expect(pixels[0]![0]![3], `${size}: round corners`).toBeLessThan(128);
    expect(contrast(WHITE, tile)).toBeGreaterThanOrEqual(4.5);
    for (const bar of LIGHT_BARS) expect(contrast(tile, bar)).toBeGreaterThanOrEqual(3);
    for (const bar of DARK_BARS) expect(contrast(WHITE, bar)).toBeGreaterThanOrEqual(3);
  }
});

chromiumTest(
  'its straight edges lie between pixels: no side of the tile or of a hand is blurred',
  async () => {
    for (const { size, pixels } of await icons(await dueline.openOwn('options'))) {
      const unit = size / 16;
      const tile = pixels[4 * unit]![11 * unit]!;
      const column = (at: number) => pixels.map((row) => row[at]!);
      // Past the corners, each side of the tile is all there on its outermost pixels.
      for (const side of [pixels[0]!, pixels.at(-1)!, column(0), column(size - 1)]) {
        expect(side.slice(4 * unit, 12 * unit).every(([, , , alpha]) => alpha === 255)).toBe(true);
      }
      // The upright hand from the seventh sixteenth to the ninth, the level one as far down; beside each the tile.
      const upright = pixels[5 * unit]!.slice(6 * unit, 12 * unit).map(text);
      const level = column(10 * unit)
        .slice(4 * unit, 10 * unit)
        .map(text);
      const hand = (from: number) =>
        Array.from({ length: 6 * unit }, (_, at) =>
          at >= from * unit && at < (from + 2) * unit ? text(WHITE) : text(tile),
        );
      expect(upright, `${size}: the upright hand`).toEqual(hand(1));
      expect(level, `${size}: the level hand`).toEqual(hand(3));
    }
  },
);

interface Badge {
  text: string;
  title: string;
  behind: Colour;
  letters: Colour;
}

const badge = (page: ListenedPage) =>
  page.evaluate(`(async () => {
    const { action } = chrome;
    return {
      text: await action.getBadgeText({}),
      title: await action.getTitle({}),
      behind: await action.getBadgeBackgroundColor({}),
      letters: await action.getBadgeTextColor({}),
    };
  })()`) as Promise<Badge>;

const hoursAgo = (hours: number, count = 1) =>
  Array.from({ length: count }, (_, place) => ticketOf(`${hours}-${place}`, Date.now() - hours * HOUR));

// An answer within a day: half an hour before that it is due soon.
const STATES: [tickets: object[], shown: string, said: string][] = [
  [hoursAgo(1), '', 'Dueline'],
  [hoursAgo(23.5, 3), '3', 'Dueline\n3 answers due soon'],
  [[...hoursAgo(25), ...hoursAgo(23.5)], '2', 'Dueline\n1 answer overdue\n1 answer due soon'],
  [hoursAgo(25, 100), '99+', 'Dueline\n100 answers overdue'],
];

chromiumTest('the number on it is legible in each state, and overdue has a colour of its own', async () => {
  const page = await dueline.openOwn('options');
  const behind: string[] = [];
  for (const [tickets, text, title] of STATES) {
    const stored = Object.fromEntries(tickets.map((ticket, place) => [String(place), ticket]));
    await page.evaluate(
      (values) => {
        const { chrome } = globalThis as unknown as {
          chrome: { storage: { local: { set(values: object): Promise<void> } } };
        };
        return chrome.storage.local.set(values);
      },
      { reminders: { ...REMINDERS, on: false }, tickets: stored },
    );
    await expect.poll(() => badge(page), PATIENCE).toMatchObject({ text, title });
    const drawn = await badge(page);
    expect(contrast(drawn.letters, drawn.behind), title).toBeGreaterThanOrEqual(4.5);
    behind.push(drawn.behind.join(' '));
  }
  expect(behind[1]).not.toBe(behind[2]);
  expect(behind[3]).toBe(behind[2]);
});
