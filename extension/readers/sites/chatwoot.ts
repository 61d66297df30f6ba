/**
 * Chatwoot. Verified in its public components: a message's `data-message-id`, its side by a class, the lock of a
 * private note. A message shows the time of the day without its date, which stays unread. Reported: the contact.
 */
import type { SiteReader } from './site-reader.ts';

export const chatwoot: SiteReader = {
  id: 'chatwoot',
  name: 'Chatwoot',
  marks: '[data-message-id], .conversation-panel',
  anchors: {
    subject: [],
    requester: {
      name: ['.contact--name', '.conversation--header .user--name'],
      email: ['.contact--profile a[href^="mailto:"]@href', 'a[href^="mailto:"]@href'],
    },
    threads: [
      {
        item: '[data-message-id]',
        body: '.prose, .message-text',
        roles: [
          ['.i-lucide-lock-keyhole, .is-private', 'note'],
          ['.justify-center, .activity-wrap', 'automatic'],
          ['.justify-start, .left', 'customer'],
          ['.justify-end, .right', 'staff'],
        ],
        at: ['time'],
      },
    ],
  },
};
