/**
 * Intercom. Reported, from public extensions: the conversation's header; parts by a number for their kind (1 user, 3
 * teammate, 5 bot, 20 automatic). Assumed: notes and times.
 */
import type { SiteReader } from './site-reader.ts';

export const intercom: SiteReader = {
  id: 'intercom',
  name: 'Intercom',
  host: /^app(?:\.\w+)?\.intercom\.(?:com|io)$/,
  marks: '[data-conversation-id], [data-intercom-target]',
  anchors: {
    root: '[data-conversation-id]',
    subject: [
      '.conversation__card__title__text input',
      '.conversation__card__title__text',
      '[data-conversation-title]',
    ],
    requester: {
      name: ['[data-intercom-target="user-profile-name"]'],
      email: ['[data-intercom-target="user-profile-email"]'],
    },
    threads: [
      {
        item: '[data-part-group-category], .conversation__part',
        body: '.conversation__text, [data-part-body]',
        roles: [
          ['[data-part-group-category="2"], .o__note', 'note'],
          ['[data-part-group-category="1"]', 'customer'],
          ['[data-part-group-category="3"]', 'staff'],
          ['[data-part-group-category="5"], [data-part-group-category="20"]', 'automatic'],
        ],
        at: ['time', '[data-part-timestamp]@data-part-timestamp'],
      },
    ],
  },
};
