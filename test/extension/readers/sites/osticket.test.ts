import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const entry = (kind: string, who: string, at: string, text = 'text') => `
  <div class="thread-entry ${kind} avatar"><div class="header"><b>${who}</b> posted <a name="entry-1" href="#entry-1">
  <time datetime="${at}" data-toggle="tooltip" title="Monday">6/8/26</time></a></div><div class="thread-body">${text}</div></div>`;

it('osTicket: the number shown is another than the address’s; entries by their kind', () => {
  const facts = readSite(
    `<body><div class="sticky bar"><h2><a href="tickets.php?id=7">Ticket #481516</a></h2></div><div class="tixTitle"><h3>Printer stops</h3></div>
    <table class="ticket_info"><tr><th>Status:</th><td>Open</td></tr><tr><th>User:</th><td><span id="user-9-name">Ada Lund</span></td></tr>
    <tr><th>Email:</th><td><span id="user-9-email">ada@nord.example</span></td></tr></table>
    <div id="ticket_thread">${entry('message', 'Ada Lund', '2026-06-08T10:00:00+02:00')}${entry('system', 'SYSTEM', '2026-06-08T10:01:00+02:00')}
    ${entry('note', 'Bo Kern', '2026-06-08T11:00:00+02:00')}${entry('response', 'Bo Kern', '2026-06-08T12:00:00+02:00', '<div class="note">see <b>Eve</b></div>')}</div></body>`,
    'https://help.nord.example/scp/tickets.php?id=7',
  );
  expect(ticket(facts)).toEqual({
    reader: 'osticket',
    id: '481516',
    subject: 'Printer stops',
    requester: 'Ada Lund ada@nord.example',
    status: 'open',
  });
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2026-06-08T08:00:00.000Z',
    'automatic SYSTEM 2026-06-08T08:01:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
  ]);
});
