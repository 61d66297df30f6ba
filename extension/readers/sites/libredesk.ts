/**
 * LibreDesk. Verified in its public components: bubbles with `bg-private` on a note, the customer's name as a link to
 * the contact, the full time only in a tooltip; so the conversation is read as JSON, which is reported.
 */

import type { MessageRole } from '#core/response/ticket-facts.ts';
import { dig, instantAt, listAt, textAt } from '../anchors/json.ts';
import type { SiteReader } from './site-reader.ts';

const PAGE = 100;

function roleOf(message: unknown): MessageRole {
  const kind = textAt(message, 'type');
  if (kind === 'activity') return 'automatic';
  if (dig(message, 'private') === true) return 'note';
  return kind === 'incoming' ? 'customer' : kind === 'outgoing' ? 'staff' : 'unknown';
}

export const libredesk: SiteReader = {
  id: 'libredesk',
  name: 'LibreDesk',
  marks: '.message-bubble',
  anchors: {
    subject: ['.conversation-subject', 'h1'],
    requester: { email: ['a[href^="mailto:"]@href'] },
    threads: [
      {
        item: 'div.flex.flex-col.text-left:has(.message-bubble)',
        body: '.native-html',
        roles: [
          ['.bg-private', 'note'],
          ['.items-start', 'customer'],
          ['.items-end', 'staff'],
        ],
        author: { name: ['.text-muted-foreground.text-sm.font-medium'] },
        at: ['.text-muted-foreground.text-xs'],
      },
    ],
  },
  json: {
    paths: (id) => [`/api/v1/conversations/${id}`, `/api/v1/conversations/${id}/messages?page_size=${PAGE}`],
    read([conversation, messages]) {
      const found = listAt(messages, 'data', 'results');
      const about = dig(conversation, 'data');
      if (found.length === 0) return null;
      const total = Number(dig(messages, 'data', 'total') ?? found.length);
      return {
        subject: textAt(about, 'subject'),
        requester: {
          name: [textAt(about, 'contact', 'first_name'), textAt(about, 'contact', 'last_name')]
            .filter(Boolean)
            .join(' '),
          email: textAt(about, 'contact', 'email'),
        },
        createdMs: instantAt(about, 'created_at'),
        // Newest first.
        earlierMessages: Math.max(0, total - found.length),
        messages: found.map((message) => ({
          role: roleOf(message),
          author: { email: textAt(message, 'author', 'email') },
          atMs: instantAt(message, 'created_at'),
        })),
      };
    },
  },
};
