/**
 * osTicket. Verified in its public templates: entries by `message`, `response`, `note` and `system` with
 * `time[datetime]`, the title's own line, the number in the heading, which is another than the address's.
 */
import type { SiteReader } from './site-reader.ts';

export const osticket: SiteReader = {
  id: 'osticket',
  name: 'osTicket',
  marks: '.tixTitle, #ticket_thread, #ticketThread, table.ticket_info',
  anchors: {
    id: ['.sticky.bar h2 a', '#ticketInfo h1 small'],
    subject: ['.tixTitle h3', '#ticketInfo h1 b'],
    requester: {
      name: ['a[id^="user-"][id$="-name"]', '[id^="user-"][id$="-name"]'],
      email: ['span[id^="user-"][id$="-email"]'],
    },
    organisation: ['#user-org'],
    staff: ['.thread-entry.response .header b'],
    threads: [
      {
        item: '.thread-entry',
        body: '.thread-body',
        roles: [
          ['.system', 'automatic'],
          ['.note', 'note'],
          ['.response', 'staff'],
          ['.message', 'customer'],
        ],
        author: { name: ['.header > b', '.header b'] },
        at: ['.header time'],
      },
    ],
  },
};
