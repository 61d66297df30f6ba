/**
 * FreeScout. Verified in its public templates: threads by `thread-type-…`, the full date in the tooltip of a
 * thread's link, subject, number and customer of the conversation.
 */
import type { SiteReader } from './site-reader.ts';

export const freescout: SiteReader = {
  id: 'freescout',
  name: 'FreeScout',
  marks: '#conv-layout, body.body-conv',
  anchors: {
    id: ['.conv-numnav strong'],
    subject: ['.conv-subjtext > span', '.conv-subjtext'],
    requester: {
      name: ['#conv-layout-customer .customer-name', '.thread-type-customer .thread-person a'],
      email: ['#conv-layout-customer .customer-email', '#conv-layout-customer a[href^="mailto:"]@href'],
    },
    organisation: ['#conv-layout-customer .customer-company'],
    status: ['#conv-status .conv-info-val', 'button[class*="conv-info-val"]:has(+ .conv-status)'],
    assignee: ['#conv-assignee .conv-info-val', 'button[class*="conv-info-val"]:has(+ .conv-user)'],
    threads: [
      {
        item: '#conv-layout-main .thread:not(.thread-type-draft)',
        body: '.thread-body',
        roles: [
          ['.thread-type-customer', 'customer'],
          ['.thread-type-message', 'staff'],
          ['.thread-type-note', 'note'],
          ['.thread-type-lineitem', 'automatic'],
        ],
        author: { name: ['.thread-person strong a', '.thread-person strong', '.thread-title strong'] },
        at: ['.thread-date@data-original-title', '.thread-date@title', '.thread-date'],
      },
    ],
  },
};
