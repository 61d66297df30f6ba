/** Pages of known ticket systems under the built extension, in real Chromium: frames, shadow roots, redesigns. */
import { expect } from 'vitest';
import { translator } from '#core/language/index.ts';
import { clickOverlay, find, overlayTree, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { escapeHtml } from '../support/plain-desk.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { DAY, HOUR, iso, nowMs } from '../support/plain-tickets.ts';
import { openServed, plainTicket, wholePage } from '../support/served-pages.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const SYS_ID = '1c741bd70b2322007518478d83673af3';
const say = translator('en');
const dueline = useExtension([], { directory: plainDirectory() });

const DUE = iso(nowMs - HOUR + DAY);
const at = (ms: number) => new Date(ms).toISOString();
const article = (kind: string, from: string, ms: number, classes = '') => `
  <div class="ticket-article-item ${kind}"><div class="article-meta top" hidden><div class="article-meta-row"><div>From</div>
  <div class="article-meta-value">${from}</div></div></div><div class="internal-border ${classes}"><div class="textBubble-content">text</div></div>
  <small><time datetime="${at(ms)}">then</time></small></div>`;
const ANA_PLAIN = 'Ana <ana@acme.example>';
const ANA = escapeHtml(ANA_PLAIN);
const zammad = (articles: string) =>
  wholePage(`<div class="content" style="display:none"><div class="ticketZoom"><div class="ticket-title">Other</div>${article('customer', 'Bo &lt;bo@elsewhere.example&gt;', nowMs - 9 * DAY)}</div></div>
  <div class="content active"><div class="ticketZoom"><span class="ticket-number">67002</span><div class="ticket-title">Printer</div>${articles}</div></div>`);

chromiumTest('a page of a known system is read by its own reader, brought for its address', async () => {
  const page = await openServed(dueline, '/#ticket/zoom/102', {
    '/': zammad(
      article('customer', ANA, nowMs - HOUR) + article('agent', 'Mira Roth', nowMs - HOUR / 2, 'is-internal'),
    ),
  });
  const reading = await unfoldOverlay(page);
  expect(reading).toMatchObject({ customer: 'Acme <b>GmbH</b>', state: 'running', due: DUE });
  expect(reading.text).toContain(say('source.site'));
  expect(page.said).toEqual([]);
});

chromiumTest(
  'redesign: it is read like any other page, says so, and gives a report without the page’s words',
  async () => {
    const page = await openServed(dueline, '/#ticket/zoom/102', {
      '/': wholePage(`<div class="ticketZoom"></div>${plainTicket(ANA_PLAIN, nowMs - HOUR)}`),
    });
    const reading = await unfoldOverlay(page);
    expect(reading).toMatchObject({ customer: 'Acme <b>GmbH</b>', due: DUE });
    expect(reading.text).toContain(say('overlay.changed', { system: 'Zammad' }));
    await clickOverlay(page, ({ text }) => text === say('overlay.copy-report'));
    await waitForOverlay(
      page,
      ({ text }) =>
        text.includes(say('overlay.report-copied')) || text.includes(say('overlay.report-by-hand')),
    );
    expect(page.said).toEqual([]);
  },
);

chromiumTest(
  'a system’s own data are asked of it, with the page’s session, whatever the page’s policy',
  async () => {
    const path = '/agent/tickets/102';
    const users = [
      { id: 1, name: 'Ana', email: 'ana@acme.example', role: 'end-user' },
      { id: 2, name: 'Mira Roth', role: 'agent' },
    ];
    const said = (author_id: number, ms: number) => ({ author_id, created_at: at(ms), public: true });
    const answers: Record<string, unknown> = {
      '/api/v2/tickets/102.json': {
        ticket: { subject: 'Printer', requester_id: 1, status: 'open', created_at: at(nowMs - HOUR) },
        users,
      },
      '/api/v2/tickets/102/comments.json': { count: 1, users, comments: [said(1, nowMs - HOUR)] },
    };
    const page = await dueline.openTicket('none');
    const asked: string[] = [];
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname in answers) {
        asked.push(pathname);
        return route.fulfill({ json: answers[pathname] });
      }
      return route.fulfill({
        headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" },
        body: wholePage(
          '<div data-side-conversations-anchor-id="102"><input aria-label="Subject" value="Printer"></div>',
        ),
      });
    });
    await page.goto(dueline.base + path);
    const reading = await waitForOverlay(page, ({ state }) => state === 'running');
    expect(reading.customer).toBe('Acme <b>GmbH</b>');
    expect(asked.sort()).toEqual(Object.keys(answers).sort());
  },
);

const card = (kind: string, who: string, ms: number) =>
  `<li class="h-card ${kind}"><span class="sn-card-component-createdby">${who}</span><div class="sn-card-component-time"><div class="date-calendar">${at(ms)}</div></div><div class="sn-widget-textblock-body">text</div></li>`;
const FORM =
  wholePage(`<input id="sys_readonly.incident.number" value="INC0010102"><input id="incident.short_description" value="Printer">
  <input id="sys_display.incident.caller_id" value="ana@acme.example"><input id="sys_display.incident.assigned_to" value="Mira Roth">
  <ul class="activities-form">${card('h-card_comments', 'ana@acme.example', nowMs - HOUR)}</ul>`);

chromiumTest(
  'ServiceNow: the form in the frame is read, and a reply in it is seen without a reload',
  async () => {
    const path = `/nav_to.do`;
    const page = await openServed(dueline, `${path}?uri=incident.do?sys_id=${SYS_ID}`, {
      [path]: wholePage(
        `<nav>ServiceNow</nav><iframe id="gsft_main" src="/incident.do" style="width:900px;height:600px"></iframe>`,
      ),
      '/incident.do': FORM,
    });
    expect(await waitForOverlay(page, ({ state }) => state === 'running')).toMatchObject({
      customer: 'Acme <b>GmbH</b>',
      due: DUE,
    });
    await page
      .frameLocator('#gsft_main')
      .locator('ul')
      .evaluate(
        (list, html) => list.insertAdjacentHTML('beforeend', html),
        card('h-card_comments', 'Mira Roth', nowMs - HOUR / 2),
      );
    expect(await waitForOverlay(page, ({ state }) => state === 'answered-in-time')).toMatchObject({
      customer: 'Acme <b>GmbH</b>',
    });
    expect(page.said).toEqual([]);
  },
);

chromiumTest(
  'ServiceNow workspace: nested shadow roots are read, and a reply deep in them is seen',
  async () => {
    const path = `/now/sow/record/incident/${SYS_ID}`;
    const entry = (who: string, ms: number) =>
      `<sn-stream-entry data-entry-type="comments"><span class="entry-author">${who}</span> <time datetime="${at(ms)}">then</time><div class="entry-body">text</div></sn-stream-entry>`;
    const page = await openServed(dueline, path, {
      [path]: wholePage(`<sn-canvas-appshell-root></sn-canvas-appshell-root><script>
      const outer = document.querySelector('sn-canvas-appshell-root').attachShadow({ mode: 'open' });
      outer.innerHTML = '<sn-record></sn-record>';
      window.inner = outer.querySelector('sn-record').attachShadow({ mode: 'open' });
      inner.innerHTML = \`<div data-field="number">CS1</div><div data-field="short_description">Printer</div><div data-field="caller_id">ana@acme.example</div>
        <div data-field="assigned_to">Mira Roth</div><section>${entry('ana@acme.example', nowMs - HOUR)}</section>\`;</script>`),
    });
    expect(await waitForOverlay(page, ({ state }) => state === 'running')).toMatchObject({ due: DUE });
    await page.evaluate(
      (html) => {
        const { inner } = window as unknown as { inner: ShadowRoot };
        inner.querySelector('section')!.insertAdjacentHTML('beforeend', html);
      },
      entry('Mira Roth', nowMs - HOUR / 2),
    );
    await waitForOverlay(page, ({ state }) => state === 'answered-in-time');
  },
);

chromiumTest('a system that nobody knows, in a frame of its own origin, is read all the same', async () => {
  const page = await openServed(dueline, '/shell', {
    '/shell': wholePage(
      `<nav>Menu</nav><iframe src="/tickets/102" style="width:900px;height:600px"></iframe>`,
    ),
    '/tickets/102': wholePage(plainTicket(ANA_PLAIN, nowMs - HOUR)),
  });
  const reading = await waitForOverlay(page, ({ state }) => state !== null);
  expect(reading).toMatchObject({ customer: 'Acme <b>GmbH</b>', due: DUE });
  expect(find((await overlayTree(page))!, ({ name }) => name === 'iframe')).toBeNull();
});
