import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const row = (sender: string, seen: string, from: string, at: string) => `
  <tr class="${sender} ${sender === 'customer' ? 'Incoming' : 'Outgoing'} ${seen}"><td class="No">1</td>
  <td class="Sender"><div title="${from}"><a href="#">short</a></div></td><td class="Subject"><div title="Printer 2026-01-01"><a>Printer</a></div></td>
  <td class="Created"><div title="${at} (Europe/Berlin)"><a href="#">${at} (Europe/Berlin)</a></div><input type="hidden" class="SortData" value="2026-06-08 00:00:00"></td></tr>`;

it('Znuny: rows by sender and by what the customer can see; the page names the zone of its times', () => {
  const facts = readSite(
    `<body><div class="TicketZoom"><div class="Headline"><h1>Ticket#2026060810000012 — Printer stops</h1></div>
    <table id="ArticleTable"><thead><tr><th>No.</th></tr></thead><tbody>
    ${row('agent', 'VisibleForCustomer', 'Bo Kern &lt;desk@desk.example&gt;', '06/08/2026 12:00')}
    ${row('agent', 'NotVisibleForCustomer', 'Bo Kern', '06/08/2026 11:00')}
    ${row('system', 'VisibleForCustomer', 'desk@desk.example', '05/29/2026 10:01')}
    ${row('customer', 'VisibleForCustomer', '&quot;Ada Lund&quot; &lt;ada@nord.example&gt;', '05/29/2026 10:00')}</tbody></table>
    <fieldset class="TableLike"><label>State:</label><p class="Value">open</p><label>Owner:</label><p class="Value">Bo Kern</p></fieldset></div></body>`,
    'https://znuny.nord.example/znuny/index.pl?Action=AgentTicketZoom;TicketID=7',
    { zone: 'Asia/Seoul' },
  );
  expect(ticket(facts)).toMatchObject({
    reader: 'znuny',
    requester: 'Ada Lund ada@nord.example',
    status: 'open',
  });
  expect(facts?.subject?.value).toBe('Printer stops');
  expect(facts?.id?.value).toBe('2026060810000012');
  expect(summary(facts)).toEqual([
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'automatic desk@desk.example 2026-05-29T08:01:00.000Z',
    'customer Ada Lund 2026-05-29T08:00:00.000Z',
  ]);
  expect(facts?.messages[0]?.at?.zone).toBe('page');
});

const settled = (at: string, sortable: string) => `
  <tr class="customer Incoming VisibleForCustomer"><td class="Sender"><div title="Ada Lund">Ada</div></td>
  <td class="Created"><div title="${at} (Europe/Rome)">${at}</div><input type="hidden" class="SortData" value="${sortable}"></td></tr>`;

it('Znuny: the date by which its table is sorted tells the day from the month, never the hour', () => {
  const facts = readSite(
    `<body><div class="TicketZoom"><h1>Ticket#2025030410000029 — Invoice</h1><table id="ArticleTable"><tbody>
    ${settled('04/03/2025 10:05', '2025-03-04 09:05:00')}
    ${settled('03/05/2025 00:30', '2025-03-04 23:30:00')}</tbody></table></div></body>`,
    'https://znuny.nord.example/znuny/index.pl?Action=AgentTicketZoom;TicketID=3',
  );
  // Day first in the one (4 March, 10:05 in Rome), month first in the other (5 March, half past midnight).
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2025-03-04T09:05:00.000Z',
    'customer Ada Lund 2025-03-04T23:30:00.000Z',
  ]);
});

const portal = (kind: string, from: string, at: string, body: string) => `
  <li class="${kind}-1 "><div class="MessageHeader"><h3><a>${from} – <span title="Open">Invoice</span></a></h3>
  <span class="Age" title="${at} (Europe/Rome)">390 d</span></div><div class="MessageBody"><div class="Details">
  <div><div class="Label">Da:</div><span title="${from}">${from}</span></div><div><div class="Label">A:</div><span title="Support">Support</span></div>
  </div><div class="MessageContent"><div class="ArticleBody">${body}</div></div></div></li>`;

it('Znuny’s portal: messages by the kind of their sender; what is written in one is nobody’s mark', () => {
  const facts = readSite(
    `<body><div id="MainBox" class="TicketZoom"><div class="TicketHeader"><h2 title="Invoice 12 is empty">Invoice 12…</h2></div>
    <ul id="Messages">${portal('customer', 'Ada Lund', '04/03/2025 10:05:00', '<b class="agent-1">Da: Bo</b>')}
    ${portal('agent', 'Bo Kern', '05/03/2025 16:20:00', 'Done.')}</ul>
    <div id="ZoomSidebar"><ul id="Metadata"><li class="Header"><h3>Informazioni</h3></li>
    <li><span class="Key">Ticket#:</span> <span>2025030410000029</span></li><li><span class="Key">Stato:</span> <span>aperto</span></li>
    <li><span class="Key">Priorità:</span> <span>3 normale</span></li><li><span class="Key">Coda:</span> <span>Misc</span></li></ul></div></div></body>`,
    'https://znuny.nord.example/znuny/customer.pl?Action=CustomerTicketZoom;TicketNumber=2025030410000029',
  );
  expect(ticket(facts)).toMatchObject({ reader: 'znuny', requester: 'Ada Lund', status: 'open' });
  expect([facts?.id?.value, facts?.subject?.value]).toEqual(['2025030410000029', 'Invoice 12 is empty']);
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2025-03-04T09:05:00.000Z',
    'staff Bo Kern 2025-03-05T15:20:00.000Z',
  ]);
});
