/**
 * Help Scout. Verified in a public extension that quotes the page it was written on: `li.ThreadListItem` for a thread,
 * the author and the body in it, the customer's profile in the sidebar. Reported, from another: the `data-cy` names of a
 * conversation's header; from a third, `.is-note` on a thread and its time in `[data-testid="timestamp"]`. Assumed: the
 * marks of the other kinds, by the types that its public interface has.
 */
import type { SiteReader } from './site-reader.ts';

export const helpScout: SiteReader = {
  id: 'help-scout',
  name: 'Help Scout',
  host: /^secure\.helpscout\.net$/,
  marks: '[data-cy^="ConversationHeader"], [data-testid="ThreadContainer"]',
  anchors: {
    id: ['[data-cy="ConversationHeader.Number"]'],
    subject: ['[data-cy="EditableTextarea"]', '[data-cy="ConversationHeader.Subject"]'],
    requester: {
      name: [
        '[data-cy="Sidebar.CustomerName"]',
        ...['h1', 'h2', 'h3'].map((tag) => `[data-testid="Sidebar.CustomerProfile"] ${tag}`),
      ],
      email: [
        'a[data-testid="EmailList.EmailLink"]',
        '[data-testid="Sidebar.CustomerProfile"] a[href^="mailto:"]@href',
      ],
    },
    threads: [
      {
        item: 'li.ThreadListItem',
        body: '.is-ignoring-table, .thread-body',
        roles: [
          ['.is-note, [data-thread-type="note"], .note', 'note'],
          ['[data-thread-type="lineitem"], .lineitem, .is-lineitem', 'automatic'],
          ['[data-thread-type="customer"], .customer, .is-customer', 'customer'],
          ['[data-thread-type="message"], .user, .is-message', 'staff'],
        ],
        author: { name: ['span[data-nocollapse="true"]'] },
        at: ['[data-testid="timestamp"] time', 'time'],
      },
    ],
  },
};
