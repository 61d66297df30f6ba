/** Which ticket a page is about, if any, and what is left alone. */

import { describe, expect, it } from 'vitest';
import { readTicket } from '../../support/at-once.ts';
import { parseHTML } from '../../support/dom.ts';
import { FACTS, message, NOW_MS, readPage, summary, ticketPage, time } from './page.ts';

const THREAD = message('Ada Lund', time('2026-06-10T10:00+02:00'), 'It is stuck.');

describe('hidden-tickets', () => {
  const pane = (id: number, name: string, hidden: string) =>
    `<section ${hidden}><h1>#${id} ${name}</h1><dl><dt>Status</dt><dd>Open</dd><dt>Requester</dt><dd>P${id} &lt;p${id}@nord.example&gt;</dd></dl>
    <ol>${message(`P${id}`, time(`2026-06-0${id - 100}T10:00+02:00`), 'Hi')}</ol></section>`;
  it.each(['style="display:none"', 'aria-hidden="true"', 'hidden'])(
    'a pane with %s is not read',
    (hidden) => {
      const facts = readPage(
        `<html><body>${pane(101, 'Old', hidden)}${pane(102, 'Printer', '')}</body></html>`,
      );
      expect([facts?.id?.value, facts?.subject?.value, facts?.requester?.value.email]).toEqual([
        '102',
        'Printer',
        'p102@nord.example',
      ]);
      expect(summary(facts)).toEqual(['customer P102 2026-06-02T08:00:00.000Z']);
    },
  );
  it('of two in view the address decides', () => {
    const facts = readPage(`<html><body>${pane(101, 'Old', '')}${pane(102, 'Printer', '')}</body></html>`);
    expect([facts?.id?.value, facts?.requester?.value.email, facts?.messages.length]).toEqual([
      '102',
      'p102@nord.example',
      1,
    ]);
  });
  it('where the address names neither, nothing is read', () => {
    expect(
      readPage(`<html><body>${pane(101, 'Old', '')}${pane(102, 'Printer', '')}</body></html>`, {
        url: 'https://desk.example/inbox',
      }),
    ).toBeNull();
  });
  it('a template in the page is not the page', () => {
    const facts = readPage(
      ticketPage({ thread: THREAD, after: `<template>${pane(101, 'Old', '')}</template>` }),
    );
    expect(facts?.requester?.value.email).toBe('ada@nord.example');
  });
});

describe('pages without a ticket', () => {
  const list = `<table><thead><tr><th>Id</th><th>Subject</th><th>Status</th><th>Requester</th><th>Updated</th></tr></thead><tbody>
    ${[101, 102, 103].map((id) => `<tr><td><a href="/tickets/${id}">#${id}</a></td><td>Printer</td><td>Open</td><td>Ada</td><td>${time('2026-06-10T10:00+02:00')}</td></tr>`).join('')}</tbody></table>`;
  it.each([
    ['a list', 'https://desk.example/tickets', `<h1>Open tickets</h1>${list}`],
    ['a list with a filter by number', 'https://desk.example/tickets?view=7', `<h1>Queue</h1>${list}`],
    [
      'a blog article with comments',
      'https://blog.example/2026/06/printers/102',
      `<article><h1>Ten printers</h1><p>By <a rel="author">Ada Lund</a> ${time('2026-06-10T10:00+02:00')}</p><p>Text</p></article><ol>${THREAD}${THREAD}</ol>`,
    ],
    [
      'a settings form',
      'https://desk.example/admin/queues/102',
      '<h1>Queue 102</h1><label>Status <select><option>Open</option></select></label><label>Owner <input value="Ada"></label>',
    ],
    [
      'a sign-in',
      'https://desk.example/login?next=/tickets/102',
      '<h1>Sign in</h1><label>User <input></label><label>Password <input type="password"></label>',
    ],
    ['an order with a status', 'https://shop.example/orders/102', `<h1>Order #102</h1>${FACTS}`],
    [
      'an asset with a history',
      'https://desk.example/assets/102',
      `<h1>Asset #102: Laptop</h1><dl><dt>Status</dt><dd>Allocated</dd><dt>Owner</dt><dd>Ada Lund</dd></dl><ol>${THREAD}</ol>`,
    ],
    ['an empty page', 'https://desk.example/tickets/102', ''],
  ])('%s', (_what, url, body) => {
    expect(readPage(`<html><head><title>Desk</title></head><body>${body}</body></html>`, { url })).toBeNull();
  });
});

describe('labels and values', () => {
  it.each([
    ['a definition list', FACTS],
    [
      'table rows',
      '<table><tr><th>Status</th><td>Open</td></tr><tr><th>Requester</th><td>Ada Lund &lt;ada@nord.example&gt;</td></tr><tr><th>Assigned to</th><td>Bo Kern</td></tr></table>',
    ],
    [
      'rows of divs',
      '<div><div><div>Status:</div><div>Open</div></div><div><div>Requester:</div><div><a href="mailto:ada@nord.example">Ada Lund</a></div></div><div><div>Assigned to:</div><div>Bo Kern</div></div></div>',
    ],
    [
      'one line each',
      '<ul><li><b>Status:</b> Open</li><li><b>Requester:</b> Ada Lund &lt;ada@nord.example&gt;</li><li><b>Assigned to:</b> Bo Kern</li></ul>',
    ],
    [
      'plain text',
      '<p>Status: Open</p><p>Requester: Ada Lund &lt;ada@nord.example&gt;</p><p>Assigned to: Bo Kern</p>',
    ],
    [
      'a head and one row',
      '<table><tr><th>Status</th><th>Requester</th><th>Assigned to</th></tr><tr><td>Open</td><td>Ada Lund &lt;ada@nord.example&gt;</td><td>Bo Kern</td></tr></table>',
    ],
  ])('%s', (_what, facts) => {
    const read = readPage(ticketPage({ facts, thread: THREAD }));
    expect([read?.status?.value, read?.requester?.value, read?.assignee?.value]).toEqual([
      { shown: 'Open', kind: 'open' },
      { name: 'Ada Lund', email: 'ada@nord.example' },
      'Bo Kern',
    ]);
  });
  it.each([
    [
      'a grid',
      '<div role="grid"><div role="row"><i role="rowheader">Status</i><i role="gridcell">Open</i></div><div role="row"><i role="rowheader">Assigned to</i><i role="gridcell">Bo Kern</i></div></div>',
    ],
    [
      'terms and definitions by their role',
      '<div><i role="term">Status</i><i role="definition">Open</i><i role="term">Assigned to</i><i role="definition">Bo Kern</i></div>',
    ],
    [
      'labels and what they are for',
      '<div><label for="a">Status</label><output id="a">Open</output></div><div><label for="b">Assigned to</label><output id="b">Bo Kern</output></div>',
    ],
  ])('%s', (_what, facts) => {
    const read = readPage(ticketPage({ facts, thread: THREAD }));
    expect([read?.status?.value.kind, read?.assignee?.value]).toEqual(['open', 'Bo Kern']);
  });

  it.each([
    ['a field', '<input id="a" value="Bo Kern">', 'Bo Kern'],
    [
      'a choice',
      '<select id="a"><option>Nobody</option><option selected>Bo Kern</option></select>',
      'Bo Kern',
    ],
    [
      'a choice of which nobody says what it is',
      '<select id="a"><option>Bo Kern</option></select>',
      undefined,
    ],
    ['two fields', '<input id="a" value="Bo Kern"><input value="Ada Lund">', undefined],
  ])(
    'a label’s value is what its system put into %s, never what stands farther off',
    (_what, field, read) => {
      const facts = `${FACTS.replace(/<dt>Assigned.*?<\/dd>/, '')}<div><label for="a">Assigned to</label>${field}</div>`;
      expect(readPage(ticketPage({ facts, thread: THREAD }))?.assignee?.value).toBe(read);
    },
  );

  it('a status that nobody has told us stays as shown, without a kind', () => {
    const facts = readPage(ticketPage({ facts: FACTS.replace('Open', 'Triage B'), thread: THREAD }));
    expect(facts?.status?.value).toEqual({ shown: 'Triage B', kind: null });
  });
  it('a value ends where what would follow it is not set', () => {
    const page = ticketPage({ facts: `${FACTS}<dl><dt>Priority</dt><dd>100/ </dd></dl>` });
    expect(readPage(page)?.priority?.value).toBe('100');
  });

  it('an id with letters and a dash is taken off the heading', () => {
    const facts = readPage(ticketPage({ heading: '[ACME-7] Printer', thread: THREAD }), {
      url: 'https://desk.example/browse/ACME-7',
    });
    expect([facts?.id?.value, facts?.subject?.value]).toEqual(['ACME-7', 'Printer']);
  });
  it('names and dates in a message’s text are no facts of the ticket', () => {
    const text =
      '</p><p>Requester: Eve &lt;eve@other.example&gt;</p><p>Status: Closed</p><p>On 2026-06-01 09:00 Bo wrote:';
    const facts = readPage(ticketPage({ thread: message('Ada Lund', time('2026-06-10T10:00+02:00'), text) }));
    expect([facts?.requester?.value.email, facts?.status?.value.kind]).toEqual(['ada@nord.example', 'open']);
    expect(summary(facts)).toEqual(['customer Ada Lund 2026-06-10T08:00:00.000Z']);
  });
  it('other tickets of the customer beside the thread are not its messages', () => {
    const others = [7, 8, 9]
      .map(
        (id) =>
          `<li><a href="/tickets/${id}">#${id}</a> Older one <span>Closed</span> ${time('2026-06-11T09:00+02:00')}</li>`,
      )
      .join('');
    const facts = readPage(
      ticketPage({ thread: THREAD, after: `<aside><h2>Other tickets</h2><ul>${others}</ul></aside>` }),
    );
    expect(summary(facts)).toEqual(['customer Ada Lund 2026-06-10T08:00:00.000Z']);
    expect(facts?.status?.value.kind).toBe('open');
  });
});

describe('bounded work', () => {
  it('elements nested deeper than any browser bears end no reading', () => {
    const { document } = parseHTML(ticketPage({ thread: THREAD }));
    let deep: Element = document.body as unknown as Element;
    for (let level = 0; level < 50_000; level++) {
      deep = deep.appendChild(document.createElement('div') as unknown as Element);
    }
    const options = { zone: null, browserZone: 'UTC', nowMs: NOW_MS };
    const url = new URL('https://desk.example/tickets/102');
    const facts = readTicket(document as unknown as Document, url, options);
    expect(summary(facts)).toEqual(['customer Ada Lund 2026-06-10T08:00:00.000Z']);
  });
});
