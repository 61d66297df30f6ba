/**
 * Intercom. Verified in public extensions and a public automation: the conversation's header; parts by a number for
 * their kind (1 user, 3 teammate, 4 note, 5 bot, 20 automatic), which pages of today no longer have everywhere, the
 * names of their bodies, open shadow roots. Reported: the kind of an author. Assumed: times.
 */
import type { SiteReader } from './site-reader.ts';

export const intercom: SiteReader = {
  id: 'intercom',
  name: 'Intercom',
  host: /^app(?:\.\w+)?\.intercom\.(?:com|io)$/,
  marks: '[data-conversation-id], [data-intercom-target]',
  anchors: {
    root: '[data-conversation-id]',
    deep: true,
    subject: [
      '.conversation__card__title__text input',
      '.conversation__card__title__text',
      '[data-inbox-conversation-header-title]',
      '[data-conversation-title]',
    ],
    requester: {
      name: ['[data-intercom-target="user-profile-name"]'],
      email: ['[data-intercom-target="user-profile-email"]'],
    },
    threads: [
      {
        item: '[data-part-group-category], [data-part-group-id]:not([data-part-group-category] *, :has([data-part-group-category])), .conversation__part',
        body: '.conversation__text, .interblocks-html, [class*="break-words"]',
        roles: [
          ['[data-part-group-category="4"], .o__note', 'note'],
          ['[data-part-group-category="1"]', 'customer'],
          ['[data-part-group-category="3"]', 'staff'],
          ['[data-part-group-category="5"], [data-part-group-category="20"]', 'automatic'],
          ['[data-author-type="user"]', 'customer'],
          ['[data-author-type="admin"]', 'staff'],
        ],
        at: ['time', '[data-part-timestamp]@data-part-timestamp'],
      },
    ],
  },
};
