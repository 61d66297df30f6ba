/** What people do with a keyboard, a finger and a screen reader, on each page of ours and on the overlay. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LANGUAGES, translator } from '#core/language/index.ts';
import { unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { chromiumProgram, type ExtensionBrowser, startExtension } from '../support/extension-browser.ts';
import {
  heardFromOverlay,
  listenToOverlay,
  openAllOf,
  SMALL_TARGETS,
  smallTargets,
} from '../support/overlay-audit.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { HOUR, nowMs } from '../support/plain-tickets.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
/** Acme is answered within 24 hours of a calendar that never closes: asked so long ago, it is due in 20 seconds. */
const ASKED = 20 * 1000 - 24 * HOUR;
const ANA = 'Ana Ruiz <ana@acme.example>';
let dueline: ExtensionBrowser;

beforeAll(async () => {
  if (!chromiumProgram) return;
  const messages = [{ from: 'customer' as const, author: ANA, atMs: nowMs - HOUR }];
  dueline = await startExtension([
    { id: '1', subject: 'Quarterly review', requester: ANA, organisation: '', messages },
  ]);
  await dueline.importDirectory(plainDirectory());
  await waitForOverlay(await dueline.openTicket('1'), ({ state }) => state === 'running');
}, 5 * 60_000);
afterEach(() => dueline?.closePages());
afterAll(() => dueline?.close());

/** Each page with what says that it is drawn. */
const PAGES = [
  ['card', 'h1'],
  ['options', '[data-part=year]'],
  ['popup', '[data-part=desk]'],
  ['welcome', '.doors'],
] as const;

async function open(name: string, drawn: string): Promise<Page> {
  const page = await dueline.openOwn(name);
  await page.locator(drawn).first().waitFor();
  for (const fold of await page.locator('summary:visible').all()) await fold.click();
  return page;
}

/** What is to be reached; of a group of radio buttons it is the one that is chosen, else any. */
const REACHABLE = `(() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
  return all.filter((element) => element.checkVisibility() && !element.disabled && element.tabIndex >= 0
    && (element.type !== 'radio' || element.checked));
})()`;

chromiumTest.each(PAGES)(
  'Tab reaches all of it, shows where it is, and leads out again: %s',
  async (name, drawn) => {
    const page = await open(name, drawn);
    await page.evaluate('document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0);');
    const count = (await page.evaluate(`(globalThis.reachable = ${REACHABLE}).length`)) as number;
    expect(count).toBeGreaterThan(1);
    const reached = new Set<number>();
    // A date has parts of its own, in which the browser shows where one is.
    const seen = new Set<number>();
    let ends = 0;
    for (let step = 0; step < 2 * count + 20; step++) {
      await page.keyboard.press('Tab');
      const [place, isSeen, words] = (await page.evaluate(`(() => {
        const { activeElement: active } = document;
        const shows = (element) => { const { outlineStyle, outlineWidth } = getComputedStyle(element); return outlineStyle !== 'none' && outlineWidth !== '0px'; };
        return [reachable.indexOf(active), shows(active) || shows(active.closest('label') ?? active), active.outerHTML.slice(0, 80)];
      })()`)) as [number, boolean, string];
      // Twice past the end: it began wherever the last click was.
      if (words.startsWith('<body') && ++ends === 2) break;
      if (place >= 0) reached.add(place);
      if (isSeen) seen.add(place);
    }
    const without = (places: ReadonlySet<number>) =>
      page.evaluate(
        `reachable.filter((_, place) => !${JSON.stringify([...places])}.includes(place)).map((element) => element.outerHTML.slice(0, 120))`,
      );
    expect(ends).toBe(2);
    expect(await without(reached)).toEqual([]);
    expect(await without(seen)).toEqual([]);
  },
);

chromiumTest.each(PAGES)('nothing to press is smaller than 24 pixels: %s', async (name, drawn) => {
  const page = await open(name, drawn);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 640 });
    expect(await page.evaluate(`(() => { const root = document.body; ${SMALL_TARGETS} })()`)).toEqual([]);
  }
});

chromiumTest('nothing to press in the overlay is smaller than 24 pixels', async () => {
  const page = await dueline.openTicket('1');
  await waitForOverlay(page);
  expect(await smallTargets(page, dueline.worker())).toEqual([]);
  await unfoldOverlay(page);
  await openAllOf(page, dueline.worker());
  expect(await smallTargets(page, dueline.worker())).toEqual([]);
});

chromiumTest('a new state is read out once; the ticking of its seconds never is', async () => {
  const page = await dueline.openTicket('1');
  await waitForOverlay(page);
  await page.evaluate((iso) => {
    const time = document.querySelector('time')!;
    time.dateTime = iso;
    time.textContent = iso;
  }, new Date(Date.now() + ASKED).toISOString());
  const before = await waitForOverlay(page, ({ state }) => state === 'due-soon');
  await listenToOverlay(page, dueline.worker());
  // The seconds are counted while it listens.
  await waitForOverlay(page, ({ text }) => text !== before.text);
  expect(await heardFromOverlay(page, dueline.worker())).toEqual([]);
  await waitForOverlay(page, ({ state }) => state === 'overdue', 60_000);
  expect(await heardFromOverlay(page, dueline.worker())).toEqual(['Overdue']);
});

chromiumTest.each(LANGUAGES)(
  'each section of the options is found by its own heading: %s',
  async (language) => {
    const page = await dueline.openOwn('options');
    await page.evaluate(`chrome.runtime.sendMessage({ type: 'set-language', language: '${language}' })`);
    await page.reload();
    const say = translator(language);
    const headings = {
      directory: say('options.directory'),
      trackers: say('sheets.title'),
      cards: say('card.make-title'),
      sites: say('options.sites'),
      notifications: say('remind.title'),
      calendars: say('calendar.title'),
      rulebook: say('rulebook.title'),
      languages: say('options.language'),
      about: say('options.about'),
    };
    await page.getByRole('heading', { name: headings.directory, exact: true }).waitFor();
    await page.locator('#trackers').waitFor();
    const field = page.getByRole('searchbox');
    for (const [id, heading] of Object.entries(headings)) {
      await field.fill(heading.toUpperCase());
      await expect
        .poll(() => page.locator('main > section:visible').evaluateAll((all) => all.map((one) => one.id)), {
          timeout: 20_000,
        })
        .toContain(id);
    }
    await field.fill('qwxyz');
    await page.getByText(say('options.search-none', { text: 'qwxyz' })).waitFor();
  },
);
