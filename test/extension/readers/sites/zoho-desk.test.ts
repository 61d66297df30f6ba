import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const thread = (way: string, who: string, at: string) =>
  `<div data-id="thread_1" data-direction="${way}"><span data-id="threadAuthor">${who}</span> <time datetime="${at}">8 Jun</time><div data-id="threadContent">text</div></div>`;

it('Zoho Desk: threads by their direction, comments are notes', () => {
  const facts = readSite(
    `<body><div data-id="ticketDetailContainer"><span data-id="ticketNumber">#102</span><h1 data-id="ticketSubject">Printer stops</h1>
    <a data-id="contactName">Ada Lund</a><a data-id="contactEmail">ada@nord.example</a><a data-id="accountName">Nordwind</a><span data-id="ticketStatus">Open</span>
    ${thread('in', 'Ada Lund', '2026-06-08T08:00:00Z')}<div data-id="comment_1"><span data-id="commenterName">Bo Kern</span> <time datetime="2026-06-08T09:00:00Z">8 Jun</time></div>
    ${thread('out', 'Bo Kern', '2026-06-08T10:00:00Z')}</div></body>`,
    'https://desk.zoho.eu/agent/nord/desk/tickets/details/900000102',
  );
  expect(ticket(facts)).toEqual({
    reader: 'zoho-desk',
    id: '102',
    subject: 'Printer stops',
    requester: 'Ada Lund ada@nord.example',
    status: 'open',
  });
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2026-06-08T08:00:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
  ]);
});
