/**
 * Freshdesk and Freshservice. Verified in the public documentation of their interface: the ticket and its
 * conversations as JSON, with `incoming` and `private`, when a first answer and a solution are due. Reported: that the page's own session may ask for them, and
 * the anchors of the page, which shows no machine time.
 */

import { dig, instantAt, listAt, textAt } from '../anchors/json.ts';
import type { SiteReader } from './site-reader.ts';

const PAGE = 100;

/** Numbers that every Freshdesk has; those from 6 on are each organisation's own. */
const STATES: Record<number, { shown: string; kind: 'open' | 'pending' | 'solved' | 'closed' }> = {
  2: { shown: 'Open', kind: 'open' },
  3: { shown: 'Pending', kind: 'pending' },
  4: { shown: 'Resolved', kind: 'solved' },
  5: { shown: 'Closed', kind: 'closed' },
};

function messageOf(message: unknown) {
  const incoming = dig(message, 'incoming') === true;
  const role = dig(message, 'private') === true ? 'note' : incoming ? 'customer' : 'staff';
  return {
    role: role as 'note' | 'customer' | 'staff',
    author: { email: textAt(message, 'from_email') },
    atMs: instantAt(message, 'created_at'),
  };
}

/** For a first answer as long as nobody has given one, then for the solution. */
function deadlineOf(ticket: unknown, thread: readonly unknown[]): number | undefined {
  const isAnswered = thread.some((each) => messageOf(each).role === 'staff');
  const first = isAnswered ? undefined : instantAt(ticket, 'fr_due_by');
  return first ?? instantAt(ticket, 'due_by');
}

export const freshdesk: SiteReader = {
  id: 'freshdesk',
  name: 'Freshdesk',
  host: /\.fresh(?:desk|service)\.com$/,
  marks: '.ticket-subject-heading, .summary-content .subject-text',
  anchors: {
    id: ['.breadcrumb__item.active', '.ember-breadcrumbs h3'],
    subject: ['.ticket-subject-heading', '.summary-content .subject-text'],
    threads: [],
  },
  json: {
    paths: (id) => [
      `/api/v2/tickets/${id}?include=requester,company`,
      `/api/v2/tickets/${id}/conversations?per_page=${PAGE}`,
    ],
    read([answer, conversations]) {
      // Freshservice wraps what Freshdesk answers plainly.
      const ticket = dig(answer, 'ticket') ?? answer;
      const thread = Array.isArray(conversations) ? conversations : listAt(conversations, 'conversations');
      const requester = {
        name: textAt(ticket, 'requester', 'name'),
        email: textAt(ticket, 'requester', 'email'),
      };
      const createdMs = instantAt(ticket, 'created_at');
      if (createdMs === undefined) return null;
      const status = Number(dig(ticket, 'status'));
      return {
        subject: textAt(ticket, 'subject'),
        requester,
        organisation: textAt(ticket, 'company', 'name'),
        createdMs,
        deadlineMs: deadlineOf(ticket, thread),
        status: STATES[status],
        // Oldest first: of a full page the newest message is not known.
        messages:
          thread.length >= PAGE
            ? undefined
            : [{ role: 'customer', author: requester, atMs: createdMs }, ...thread.map(messageOf)],
      };
    },
  },
};
