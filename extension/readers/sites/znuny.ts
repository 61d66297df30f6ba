/**
 * Znuny and OTRS, the agent's and the customer's view. Verified on pages that Znuny 6.5 renders (`npm run test:live`):
 * rows of `#ArticleTable` by the kind of the sender and by what the customer can see, the sender's full address, the
 * date with its zone in a title and, for sorting, with its year first; the portal's messages by a class of the kind of
 * their sender, folded but for their head. Verified in its template: escalation times beside the ticket, each with the time
 * left and, on a line of its own, its date; the one for the first answer comes first. The portal names neither organisation nor address.
 */
import type { SiteReader } from './site-reader.ts';

export const znuny: SiteReader = {
  id: 'znuny',
  name: 'Znuny',
  marks: '#ArticleTable, .TicketZoom, #ticketDetails, #ZoomSidebar',
  anchors: {
    id: ['.TicketZoom .Headline h1', '#Metadata li:nth-child(2) span:last-child'],
    subject: ['.TicketHeader h2@title', '.TicketZoom .Headline h1', '.TicketZoom h1'],
    deadline: ['.TableLike div.Value > p[title]:has(> br)'],
    zone: ['#ArticleTable td.Created div@title', '#Messages .Age@title'],
    threads: [
      {
        item: '#ArticleTable tbody tr',
        roles: [
          ['.system', 'automatic'],
          ['.customer', 'customer'],
          ['.NotVisibleForCustomer', 'note'],
          ['.agent', 'staff'],
        ],
        author: { name: ['td.Sender div@title', 'td.Sender div'] },
        at: ['td.Created div@title', 'td.Created div'],
        sortable: ['td.Created .SortData@value'],
      },
      {
        item: '#Messages > li',
        body: '.ArticleBody',
        roles: [
          ['[class^=system-]', 'automatic'],
          ['[class^=customer-]', 'customer'],
          ['[class^=agent-]', 'staff'],
        ],
        author: { name: ['.Details > div:first-child span@title', '.Details > div:first-child span'] },
        at: ['.MessageHeader .Age@title'],
      },
    ],
  },
};
