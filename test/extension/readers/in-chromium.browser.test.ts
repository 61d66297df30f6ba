/** What only a real browser can tell: what style sheets hide, shadow roots, and how long a large page takes. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { CHROMIUM, findTool } from '../../support/tools.ts';
import { ROOT } from '../../support/walk.ts';
import { FACTS, message, NOW_MS, summary, ticketPage, time } from './page.ts';

const program = findTool(CHROMIUM);
const ADDRESS = 'https://desk.example/tickets/102';
const THREAD = message('Ada Lund', time('2026-06-10T10:00+02:00'), 'It is stuck.');

/** The readers as one script, as the content script carries them. */
async function bundle(): Promise<string> {
  const output = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: 'test/support/at-once.ts', formats: ['iife'], name: 'readers' },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !('output' in first)) throw new Error('Vite built nothing.');
  return first.output[0].code;
}

describe.skipIf(!program)('the readers in Chromium', () => {
  let browser: Browser;
  let page: Page;
  let script: string;

  beforeAll(async () => {
    script = await bundle();
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    browser = await chromium.launch({
      executablePath: program!,
      args: ['--disable-gpu', '--disable-quic', ...root],
    });
    page = await browser.newPage();
    await page.route('https://desk.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '' }),
    );
  });
  afterAll(() => browser?.close());

  async function readIn(html: string): Promise<{ facts: TicketFacts | null; looksAtEach: number }> {
    await page.goto(ADDRESS);
    await page.setContent(html);
    return page.evaluate(
      ([code, nowMs]) => {
        const readers = new Function(`${code}; return readers;`)() as {
          readTicket: (document: Document, url: URL, options: object) => TicketFacts | null;
        };
        const options = { zone: 'Europe/Berlin', browserZone: 'America/Lima', nowMs };
        const url = new URL('https://desk.example/tickets/102');
        // Whether an element shows is the one question that may cost a layout.
        const ask = Element.prototype.checkVisibility;
        let looks = 0;
        Element.prototype.checkVisibility = function (...given) {
          looks++;
          return ask.apply(this, given);
        };
        const facts = readers.readTicket(document, url, options);
        Element.prototype.checkVisibility = ask;
        return { facts, looksAtEach: looks / document.querySelectorAll('*').length };
      },
      [script, NOW_MS] as const,
    );
  }

  it.each(['display: none', 'visibility: hidden', 'content-visibility: hidden'])(
    'hidden-tickets: a pane under "%s" of a style sheet is not read',
    async (rule) => {
      const other = `<section class="away"><h1>#101 Old</h1>${FACTS.replace('ada@', 'eve@')}<ol>${THREAD}</ol></section>`;
      const { facts } = await readIn(
        `<style>.away { ${rule} }</style>${other}${ticketPage({ thread: THREAD })}`,
      );
      expect([facts?.id?.value, facts?.requester?.value.email, facts?.messages.length]).toEqual([
        '102',
        'ada@nord.example',
        1,
      ]);
    },
  );

  it('a value that a style sheet shows inside a hidden row is read', async () => {
    const facts = FACTS.replace(
      '<dd>Open</dd>',
      '<dd>Open</dd><dt>Priority</dt><dd class="row"><b>High</b>/<i>Low</i></dd>',
    );
    const { facts: read } = await readIn(
      `<style>.row { visibility: hidden } .row b { visibility: visible }</style>${ticketPage({ thread: THREAD, facts })}`,
    );
    expect(read?.priority?.value).toBe('High');
  });

  it('folded-messages: what a closed "details" holds is not taken for shown', async () => {
    const folded = `<details><summary>2 earlier messages</summary><ol>${THREAD}${THREAD}</ol></details>`;
    const { facts } = await readIn(ticketPage({ thread: `${THREAD}`, after: folded }));
    expect([facts?.messages.length, facts?.earlierMessages]).toEqual([1, 2]);
  });

  it('open shadow roots are part of the page', async () => {
    const open = `<x-ticket></x-ticket><template id="inside">${FACTS}<ol>${THREAD}</ol></template>
      <script>document.querySelector('x-ticket').attachShadow({ mode: 'open' }).append(document.querySelector('#inside').content)</script>`;
    const { facts } = await readIn(ticketPage({ facts: open }));
    expect(facts?.requester?.value.email).toBe('ada@nord.example');
    expect(summary(facts)).toEqual(['customer Ada Lund 2026-06-10T08:00:00.000Z']);
  });

  it('the page is not changed by being read', async () => {
    await readIn(ticketPage({ thread: THREAD }));
    const before = await page.content();
    await readIn(before);
    expect(await page.content()).toBe(before);
  });

  it('a thread of 400 messages on a page of 5,000 elements has each element looked at once or twice', async () => {
    const filler = '<div><span>word</span></div>'.repeat(1000);
    const thread = Array.from({ length: 400 }, (_, index) =>
      message(
        index % 2 ? 'Bo Kern' : 'Ada Lund',
        time(new Date(NOW_MS - (400 - index) * 3_600_000).toISOString()),
        `Message ${index}`,
      ),
    ).join('');
    const { facts, looksAtEach } = await readIn(ticketPage({ thread, after: filler }));
    expect(summary(facts)).toHaveLength(400);
    expect(looksAtEach).toBeGreaterThan(0);
    expect(looksAtEach).toBeLessThanOrEqual(2);
  });
});
