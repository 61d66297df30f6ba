/** Hostile pages under the built extension, in real Chromium: none breaks the reading, none starts an endless fight. */
import { expect } from 'vitest';
import { overlayCount, overlayTree, waitForOverlay } from '../support/closed-shadow.ts';
import type { ListenedPage } from '../support/extension-browser.ts';
import { ourScripts } from '../support/our-script.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { DAY, HOUR, nowMs } from '../support/plain-tickets.ts';
import { openServed, plainTicket, wholePage } from '../support/served-pages.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const dueline = useExtension([], { directory: plainDirectory() });

const PATH = '/tickets/102';
const TICKET = plainTicket('Ana <ana@acme.example>', nowMs - HOUR);
const RIGHT = {
  customer: 'Acme <b>GmbH</b>',
  state: 'running',
  due: new Date(nowMs - HOUR + DAY).toISOString(),
};

const open = (body: string, { head = '', headers = {} } = {}): Promise<ListenedPage> =>
  openServed(dueline, PATH, { [PATH]: wholePage(body, head) }, headers);

/** Two frames in which the page has nothing else to do: whatever a reading started has ended. */
const idle = (page: ListenedPage) =>
  page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(resolve))));

const NAMES =
  'attributes body childNodes children className closest contains getAttribute id matches nodeType parentElement querySelectorAll shadowRoot tagName textContent'.split(
    ' ',
  );
const FORM = `<form name="attributes">${NAMES.map((name) => `<input name="${name}" value="x">`).join('')}</form>`;

chromiumTest(
  'a form whose fields are named like properties is passed over, the ticket beside it is read',
  async () => {
    const page = await open(`${FORM}${TICKET}`);
    expect(await waitForOverlay(page, ({ state }) => state !== null)).toMatchObject(RIGHT);
    expect(page.said).toEqual([]);
  },
);

chromiumTest('a ticket inside of such a form is not read, and nothing breaks or hangs', async () => {
  const page = await open(`<form>${NAMES.map((name) => `<input name="${name}">`).join('')}${TICKET}</form>`);
  await idle(page);
  expect(await overlayTree(page)).toBeNull();
  await page.evaluate(() => Document.prototype.querySelector.call(document, 'form')!.remove());
  await page.evaluate((html) => {
    document.body.innerHTML = html;
  }, TICKET);
  expect(await waitForOverlay(page, ({ state }) => state !== null)).toMatchObject(RIGHT);
  expect(page.said).toEqual([]);
});

chromiumTest('images and forms named like the document’s own properties hide nothing from us', async () => {
  const page = await open(
    `<img name="body"><form name="querySelector"></form><form name="documentElement"></form>${TICKET}`,
  );
  expect(await waitForOverlay(page, ({ state }) => state !== null)).toMatchObject(RIGHT);
  expect(page.said).toEqual([]);
});

chromiumTest('ids named like prototypes pollute nothing', async () => {
  const page = await open(
    `<a id="__proto__" data-constructor="1" name="constructor">x</a><div id="hasOwnProperty" class="__proto__"><b id="toString">y</b></div>${TICKET.replace('<dd>Open', '<dd id="__proto__">Open')}`,
  );
  expect(await waitForOverlay(page, ({ state }) => state !== null)).toMatchObject(RIGHT);
  expect(page.said).toEqual([]);
});

/** Elements and texts of the page, counted one by one. */
function nodesOf(): number {
  const walker = document.createTreeWalker(document);
  let count = 0;
  while (walker.nextNode()) count += 1;
  return count;
}

chromiumTest('a million nodes beside the ticket: it is read, and the page goes on', async () => {
  const page = await open(
    `${TICKET}<script>const box = document.createElement('div'); box.innerHTML = '<i title="12">x</i>'.repeat(1000);
    for (let n = 0; n < 500; n++) document.body.append(box.cloneNode(true));</script>`,
  );
  expect(await waitForOverlay(page, ({ state }) => state !== null, 60_000)).toMatchObject(RIGHT);
  expect(await page.evaluate(nodesOf)).toBeGreaterThanOrEqual(1_000_000);
  expect(page.said).toEqual([]);
});

chromiumTest('a megabyte of text, and markup and marks in a name, are text', async () => {
  const page = await open(
    plainTicket(`Ana\u202e<script>alert(1)</script> <ana@acme.example>`, nowMs - HOUR) +
      `<p>${'word '.repeat(200_000)}</p>`,
  );
  expect(await waitForOverlay(page, ({ state }) => state !== null)).toMatchObject(RIGHT);
  expect(page.said).toEqual([]);
});

chromiumTest('a style sheet that resets everything does not move the overlay out of its corner', async () => {
  const page = await open(TICKET, {
    head: '<style>* { all: initial !important; } dueline-overlay { display: none !important; opacity: 0 !important; inset: 0 auto auto 0 !important; }</style>',
  });
  await waitForOverlay(page);
  const look = () =>
    page.evaluate(() => {
      const host = document.querySelector('dueline-overlay')!;
      const { position, display, opacity, visibility } = getComputedStyle(host);
      const { right, bottom, width } = host.getBoundingClientRect();
      return {
        position,
        display,
        opacity,
        visibility,
        inCorner: right > innerWidth - 40 && bottom > innerHeight - 40,
        wide: width > 100,
      };
    });
  // It takes its place in the frame after the one in which it comes.
  await expect.poll(look).toEqual({
    position: 'fixed',
    display: 'block',
    opacity: '1',
    visibility: 'visible',
    inCorner: true,
    wide: true,
  });
});

chromiumTest(
  'a style sheet that sets our own colours for our element colours nothing that we show',
  async () => {
    const own = ['--ink', '--paper', '--line', '--bad', '--text', '--s4'];
    const head = `<style>* { ${own.map((name) => `${name}: transparent !important;`).join(' ')} }</style>`;
    const page = await open(TICKET, { head });
    await waitForOverlay(page);
    const found = await page.evaluate((names) => {
      const look = getComputedStyle(document.querySelector('dueline-overlay')!);
      return names.map((name) => look.getPropertyValue(name));
    }, own);
    expect(found).toHaveLength(own.length);
    expect(found).not.toContain('transparent');
  },
);

chromiumTest(
  'a page that covers the overlay has its way, and its user has theirs by the keyboard',
  async () => {
    const page = await open(
      `${TICKET}<div id="cover" style="position: fixed; inset: 0; z-index: 2147483647; background: white"></div><script>covered = 0; new MutationObserver(() => { covered += 1; if (document.documentElement.lastChild !== cover) document.documentElement.append(cover); }).observe(document.documentElement, { childList: true });</script>`,
    );
    await waitForOverlay(page, ({ state }) => state !== null);
    await idle(page);
    const before = await page.evaluate<number>('covered');
    await page.mouse.click(1270, 700);
    await idle(page);
    // Covered is covered: nothing of ours climbs over it, again and again.
    expect(await page.evaluate<number>('covered')).toBe(before);
    expect(await page.evaluate(() => document.elementFromPoint(innerWidth - 60, innerHeight - 30)?.id)).toBe(
      'cover',
    );
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('dueline-overlay');
    await page.keyboard.press('Enter');
    await waitForOverlay(page, ({ folded, why }) => !folded && why.length > 0);
    // The next page of the site opens as this one was left.
    await page.keyboard.press('Escape');
    await waitForOverlay(page, ({ folded }) => folded);
  },
);

chromiumTest('a page whose policy forbids everything shows it all the same', async () => {
  const page = await open(TICKET, {
    headers: {
      'content-security-policy':
        "default-src 'none'; sandbox allow-same-origin allow-scripts; require-trusted-types-for 'script'",
    },
  });
  expect(await waitForOverlay(page, ({ state }) => state !== null)).toMatchObject(RIGHT);
});

chromiumTest('a page that takes our element out each time has its way after a while', async () => {
  const page = await open(
    `${TICKET}<script>window.taken = 0; new MutationObserver(() => { const host = document.querySelector('dueline-overlay'); if (host) { taken += 1; host.remove(); } }).observe(document, { childList: true, subtree: true });</script>`,
  );
  const rounds = await page.evaluate(async () => {
    const state = window as unknown as { taken: number };
    let before = -1;
    let quiet = 0;
    let frames = 0;
    // Quiet is when nothing of ours has come for sixty frames.
    while (quiet < 60 && frames++ < 5000) {
      quiet = state.taken === before ? quiet + 1 : 0;
      before = state.taken;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return { taken: state.taken, endless: frames >= 5000 };
  });
  expect(rounds.endless).toBe(false);
  expect(rounds.taken).toBeGreaterThan(0);
  expect(rounds.taken).toBeLessThanOrEqual(100);
  expect(await overlayCount(page)).toBe(0);
});

chromiumTest(
  'messages that a page makes up are that ticket’s alone: nothing else can be learnt or changed by them',
  async () => {
    const fake = `<article class="message staff"><header><b>Mira Roth</b> <time datetime="${new Date(nowMs - HOUR / 2).toISOString()}">then</time></header><p>Answered.</p></article>`;
    const page = await open(TICKET.replace('</main>', `${fake}</main>`));
    expect(await waitForOverlay(page, ({ state }) => state !== null)).toMatchObject({
      customer: RIGHT.customer,
      state: 'answered-in-time',
    });
    const seen = await page.evaluate(() => ({
      text: document.documentElement.textContent,
      keys: Object.keys(window).filter((key) => /dueline/i.test(key)),
    }));
    expect(seen.text).not.toMatch(/premium|GmbH|Binford/i);
    expect(seen.keys).toEqual([]);
  },
);

chromiumTest('what is stored is out of reach of a page, even through our own scripts in it', async () => {
  const page = await open(TICKET);
  await waitForOverlay(page, ({ state }) => state !== null);
  const asOurScript = await ourScripts(page);
  expect(await asOurScript('chrome.runtime.id')).toMatch(/^"[a-p]{32}"$/);
  for (const area of ['local', 'managed', 'session']) {
    const said = await asOurScript(`chrome.storage.${area}.get(null)`);
    expect(said, area).toContain('Access to storage is not allowed from this context');
  }
  const written = await asOurScript('chrome.storage.local.set({ directory: null })');
  expect(written).toContain('Access to storage is not allowed');
  expect(await waitForOverlay(page, ({ state }) => state !== null)).toMatchObject(RIGHT);
});
