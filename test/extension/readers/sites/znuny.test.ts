import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const row = (sender: string, seen: string, from: string, at: string) => `
  <tr class="${sender} ${sender === 'customer' ? 'Incoming' : 'Outgoing'} ${seen}"><td class="No">1</td>
  <td class="Sender"><div title="${from}"><a href="#">short</a></div></td><td class="Subject"><div title="Printer 2026-01-01"><a>Printer</a></div></td>
  <td class="Created"><div title="${at} (Europe/Berlin)"><a href="#">${at} (Europe/Berlin)</a></div><input type="hidden" class="SortData" value="2026-06-08 00:00:00"></td></tr>`;

it('Znuny: rows by sender and by what the customer can see; the page names the zone of its times', () => {
  const facts = readSite(
    `<body><div class="TicketZoom"><h1>Ticket#2026060810000012 — Printer stops</h1>
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
  expect(facts?.subject?.value).toContain('Printer stops');
  expect(summary(facts)).toEqual([
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'automatic desk@desk.example 2026-05-29T08:01:00.000Z',
    'customer Ada Lund 2026-05-29T08:00:00.000Z',
  ]);
  expect(facts?.messages[0]?.at?.zone).toBe('page');
});
