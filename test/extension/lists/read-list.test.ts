/** The rows of a list, on systems that nobody wrote anything for. */
import { describe, expect, it } from 'vitest';
import { queuePage } from '../../demo/other-pages.ts';
import { lastMs } from '../../demo/ticket-page.ts';
import { ACCOUNTS } from '../../demo/tickets/index.ts';
import { FIXED_NOW_MS } from '../../demo/when.ts';
import { inPage, readRows } from './read.ts';

const HEADS = ['Ticket', 'Subject', 'Company', 'Requester', 'Status', 'Created', 'Due', 'Updated'];

const iso = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());

describe('the queue of the demo desk', () => {
  it('gives every ticket its own row, with what the row shows', async () => {
    const rows = await readRows(queuePage(FIXED_NOW_MS), '/', FIXED_NOW_MS);
    const tickets = ACCOUNTS.flatMap((account) => account.tickets.map((ticket) => ({ account, ticket })));
    expect(rows).toHaveLength(tickets.length);
    for (const { account, ticket } of tickets) {
      const row = rows.find(({ id }) => id === String(ticket.id));
      expect(row).toMatchObject({
        url: `https://desk.example/tickets/${ticket.id}`,
        subject: ticket.subject,
        organisation: account.organisation,
        requester: { name: ticket.requester.name },
        created: null,
      });
      expect(row?.changed?.fromMs).toBe(lastMs(account, ticket, FIXED_NOW_MS));
      const kinds = { new: 'open', open: 'open', pending: 'pending', solved: 'solved', closed: 'closed' };
      expect(row?.status?.kind).toBe(kinds[ticket.status]);
    }
  });
});

describe('a table with a heading for each column', () => {
  const row = (id: number, created: string, due: string, updated: string) =>
    `<tr><td><a href="/tickets/${id}">#${id}</a></td><td><a href="/tickets/${id}">Printer ${id}</a></td><td>Nord AG</td><td>Ada Lund</td><td>Offen</td><td>${created}</td><td>${due}</td><td>${updated}</td></tr>`;
  const table = (heads: string[], rows: string) =>
    inPage(
      `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows}</tbody></table>`,
      'de',
    );
  const rows =
    row(7, '08.06.2026 10:00', '09.06.2026 10:00', '10.06.2026 16:05') +
    row(8, '10.06.2026 09:00', '12.06.2026 09:00', '10.06.2026 09:00');

  it.each([
    ['English', HEADS],
    [
      'German',
      ['Ticket', 'Betreff', 'Firma', 'Anfragesteller', 'Status', 'Erstellt', 'Fällig', 'Aktualisiert'],
    ],
  ])('reads %s headings: opened and last changed, never the system’s own due date', async (_, heads) => {
    const [seven, eight] = await readRows(table(heads, rows));
    expect(seven).toMatchObject({ id: '7', organisation: 'Nord AG', requester: { name: 'Ada Lund' } });
    expect(seven?.status).toEqual({ shown: 'Offen', kind: 'open' });
    expect(iso(seven?.created?.fromMs)).toBe('2026-06-08T08:00:00.000Z');
    expect(iso(seven?.changed?.fromMs)).toBe('2026-06-10T14:05:00.000Z');
    // Nothing has happened since it was opened.
    expect(eight?.changed).toBeNull();
  });
});

it('reads an ARIA grid, whose rows are no table', async () => {
  const cell = (text: string) => `<div role="gridcell">${text}</div>`;
  const row = (id: number) =>
    `<div role="row">${cell(`<a href="/agent/tickets/${id}">Broken ${id}</a>`)}${cell('Acme')}${cell('Open')}</div>`;
  const heads = ['Subject', 'Organization', 'Status'].map((head) => `<div role="columnheader">${head}</div>`);
  const rows = await readRows(
    inPage(`<div role="grid"><div role="row">${heads.join('')}</div>${row(1)}${row(2)}${row(3)}</div>`),
  );
  expect(
    rows.map(({ id, subject, organisation, status }) => [id, subject, organisation, status?.kind]),
  ).toEqual([
    ['1', 'Broken 1', 'Acme', 'open'],
    ['2', 'Broken 2', 'Acme', 'open'],
    ['3', 'Broken 3', 'Acme', 'open'],
  ]);
});

it('reads cards: labels, names of elements, machine times', async () => {
  const card = (id: number) =>
    `<li><a href="#ticket/zoom/${id}"><span>Card ${id}</span><span>x</span></a><p>Status: open</p><span class="ticket-company">Acme</span><time datetime="2026-06-1${id}T07:00:00Z">recently</time></li>`;
  const rows = await readRows(inPage(`<ul>${card(0)}${card(1)}</ul>`), '/');
  expect(
    rows.map(({ organisation, status, changed }) => [organisation, status?.kind, iso(changed?.fromMs)]),
  ).toEqual([
    ['Acme', 'open', '2026-06-10T07:00:00.000Z'],
    ['Acme', 'open', '2026-06-11T07:00:00.000Z'],
  ]);
});

describe('rows without a link, which the page’s own script opens', () => {
  const cells = (id: number) =>
    `<td>${id}</td><td>Printer ${id} is broken again</td><td>Acme</td><td>Ada Lund</td><td>Open</td><td>2026-06-1${id} 09:00 UTC</td>`;
  const heads =
    '<tr><th>Number</th><th></th><th>Company</th><th>Requester</th><th>Status</th><th>Updated</th></tr>';
  const grid = (attributes: (id: number) => string) =>
    inPage(
      `<table><thead>${heads}</thead><tbody>${[0, 1].map((id) => `<tr ${attributes(id)}>${cells(id)}</tr>`).join('')}</tbody></table>`,
    );
  const told = (rows: Awaited<ReturnType<typeof readRows>>) =>
    rows.map(({ url, id, subject, organisation, status }) => [url, id, subject, organisation, status?.kind]);

  it.each([
    ['its address in an attribute', (id: number) => `data-href="/tickets/${id}"`],
    ['its address in its handler', (id: number) => `onclick="window.location.href = '/tickets/${id}'"`],
  ])('%s', async (_, attributes) => {
    expect(told(await readRows(grid(attributes)))).toEqual([
      ['https://desk.example/tickets/0', '0', 'Printer 0 is broken again', 'Acme', 'open'],
      ['https://desk.example/tickets/1', '1', 'Printer 1 is broken again', 'Acme', 'open'],
    ]);
  });

  it.each([
    ['its id, by a name that speaks of tickets', '/queue', (id: number) => `data-ticket-id="10${id}"`],
    ['its id, on a page that speaks of tickets', '/tickets', (id: number) => `role="row" data-id="10${id}"`],
  ])('%s: the address stays unknown', async (_, path, attributes) => {
    expect(told(await readRows(grid(attributes), path))).toEqual([
      [null, '0', 'Printer 0 is broken again', 'Acme', 'open'],
      [null, '1', 'Printer 1 is broken again', 'Acme', 'open'],
    ]);
  });

  it('a number on a page about something else is nobody’s ticket', async () => {
    expect(
      await readRows(
        grid((id) => `data-id="10${id}"`),
        '/machines',
      ),
    ).toEqual([]);
  });
});

describe('what is no list of tickets', () => {
  it.each([
    [
      'links in running text',
      '<p>See <a href="/tickets/5">#5</a>, <a href="/tickets/6">#6</a> of Open cases.</p>',
    ],
    [
      'links and nothing else',
      '<ul><li><a href="/tickets/5">5</a></li><li><a href="/tickets/6">6</a></li></ul>',
    ],
    [
      'tickets of somewhere else',
      '<ul><li><a href="https://other.example/tickets/5">5</a> Open 2026-06-01</li><li><a href="https://other.example/tickets/6">6</a> Open 2026-06-02</li></ul>',
    ],
    [
      'a table of users',
      '<table><tr><th>Name</th><th>Status</th></tr><tr><td><a href="/users/5">Ada</a></td><td>Open</td></tr><tr><td><a href="/users/6">Bo</a></td><td>Open</td></tr></table>',
    ],
  ])('%s', async (_, body) => {
    expect(await readRows(inPage(body))).toEqual([]);
  });
});

it('a link for editing beside the ticket’s own is not taken for the ticket', async () => {
  const row = (id: number) =>
    `<tr><td><a href="/tickets/${id}/edit">Edit</a></td><td><a href="/tickets/${id}">Case ${id}</a></td><td>Acme</td><td>Open</td></tr>`;
  const rows = await readRows(
    inPage(
      `<table><tr><th></th><th>Subject</th><th>Company</th><th>Status</th></tr>${row(1)}${row(2)}</table>`,
    ),
  );
  expect(rows.map(({ url, subject }) => [url, subject])).toEqual([
    ['https://desk.example/tickets/1', 'Case 1'],
    ['https://desk.example/tickets/2', 'Case 2'],
  ]);
});

it('gives the page its turn between any two rows', async () => {
  let turns = 0;
  const rows = await readRows(queuePage(FIXED_NOW_MS), '/', FIXED_NOW_MS, async () => {
    turns += 1;
  });
  expect(turns).toBeGreaterThanOrEqual(rows.length);
});
