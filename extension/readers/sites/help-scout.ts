/**
 * Help Scout. Reported, from a public extension: the `data-cy` names of a conversation's header. Assumed: the threads'
 * names and marks, by the types that its public interface has.
 */
import type { SiteReader } from './site-reader.ts';

export const helpScout: SiteReader = {
  id: 'help-scout',
  name: 'Help Scout',
  host: /^secure\.helpscout\.net$/,
  marks: '[data-cy^="ConversationHeader"]',
  anchors: {
    id: ['[data-cy="ConversationHeader.Number"]'],
    subject: ['[data-cy="EditableTextarea"]', '[data-cy="ConversationHeader.Subject"]'],
    requester: {
      name: ['[data-cy="CustomerSidebar.Name"]', '.c-sb-customer__name'],
      email: ['[data-cy^="CustomerSidebar"] a[href^="mailto:"]@href'],
    },
    threads: [
      {
        item: '[data-cy="Thread"], .thread-item',
        body: '[data-cy="ThreadBody"], .thread-body',
        roles: [
          ['[data-thread-type="note"], .note, .is-note', 'note'],
          ['[data-thread-type="lineitem"], .lineitem, .is-lineitem', 'automatic'],
          ['[data-thread-type="customer"], .customer, .is-customer', 'customer'],
          ['[data-thread-type="message"], .user, .is-message', 'staff'],
        ],
        author: { name: ['[data-cy="ThreadAuthor"]', '.author'] },
        at: ['time'],
      },
    ],
  },
};
