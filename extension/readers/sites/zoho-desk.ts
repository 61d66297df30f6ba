/**
 * Zoho Desk. Verified in public extensions: its addresses. Reported: names in `data-id`. Assumed: the names themselves,
 * of which no public source was found.
 */
import type { SiteReader } from './site-reader.ts';

export const zohoDesk: SiteReader = {
  id: 'zoho-desk',
  name: 'Zoho Desk',
  host: /^desk\.zoho\.(?:com|eu|in|com\.au|jp|sa|com\.cn)$/,
  marks: '[data-id="ticketDetailContainer"], [data-id^="ticket_"]',
  anchors: {
    id: ['[data-id="ticketNumber"]', '[data-id="ticket_number"]'],
    subject: ['[data-id="ticketSubject"]', '[data-id="ticket_subject"]'],
    requester: {
      name: ['[data-id="contactName"]', '[data-id="contact_name"]'],
      email: ['[data-id="contactEmail"]', '[data-id="contact_email"]'],
    },
    organisation: ['[data-id="accountName"]', '[data-id="account_name"]'],
    status: ['[data-id="ticketStatus"]', '[data-id="status"]'],
    priority: ['[data-id="priority"]'],
    assignee: ['[data-id="ticketOwner"]', '[data-id="owner_name"]'],
    threads: [
      {
        item: '[data-id^="thread_"], [data-id^="comment_"]',
        body: '[data-id="threadContent"], [data-id="commentContent"]',
        roles: [
          ['[data-id^="comment_"]:not(:has([data-id="publicComment"]))', 'note'],
          ['[data-id="threadIn"], [data-direction="in"]', 'customer'],
          ['[data-id="threadOut"], [data-direction="out"]', 'staff'],
        ],
        author: { name: ['[data-id="threadAuthor"]', '[data-id="commenterName"]'] },
        at: [
          'time',
          '[data-id="threadTime"]@title',
          '[data-id="threadTime"]@data-title',
          '[data-id="commentTime"]@title',
        ],
      },
    ],
  },
};
