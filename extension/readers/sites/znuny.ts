/**
 * Znuny and OTRS, the agent's and the customer's view. Verified in their public templates: rows of `#ArticleTable` by
 * the kind of the sender and by what the customer can see, the sender's full address and the date, with its zone
 * where it is not the system's, in a title; labels and values beside them.
 */
import type { SiteReader } from './site-reader.ts';

export const znuny: SiteReader = {
  id: 'znuny',
  name: 'Znuny',
  marks: '#ArticleTable, .TicketZoom, #ticketDetails, #ZoomSidebar',
  anchors: {
    subject: ['.ticketHeaderTitleHeadline', '.TicketZoom .Headline h1', '.TicketZoom h1'],
    zone: ['#ArticleTable td.Created div@title'],
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
      },
      {
        item: '#ZoomSidebar ~ * .WidgetSimple.Incoming, .MessageBrowser li',
        roles: [
          ['.Customer', 'customer'],
          ['.Agent', 'staff'],
        ],
        author: { name: ['.MessageHeader .From', '.Sender'] },
        at: ['.MessageHeader .Age@title', '.Age'],
      },
    ],
  },
};
