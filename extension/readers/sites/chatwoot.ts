/**
 * Chatwoot. Verified in its public components: a message's `data-message-id`, its side by a class, the lock of a
 * private note, the name of an activity's bubble; a message's month, day and time, in English whatever the page's
 * language, with the year where it is another one. Messages of one minute show it on the last of them, and some views
 * the time of the day alone: such times stay unread. Reported: the contact.
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
          ['[data-bubble-name="activity"], .justify-center, .activity-wrap', 'automatic'],
          ['.justify-start, .left', 'customer'],
          ['.justify-end, .right', 'staff'],
        ],
        at: ['time'],
        presentYear: true,
      },
    ],
  },
};
