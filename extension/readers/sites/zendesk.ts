/**
 * Zendesk. Verified in the public documentation of its interface: tickets, comments and users as JSON, with `public`
 * and the role of each user. Verified in public extensions: the test ids of the conversation and the `type` of each
 * message. Verified in public integrations: the targets of a ticket's policies beside it (`include=slas`), each with the
 * instant at which it is missed and whether it runs. Tickets visited before stay hidden in the page.
 */

import type { MessageRole } from '#core/response/ticket-facts.ts';
import { dig, instantAt, listAt, textAt } from '../anchors/json.ts';
import type { SiteReader } from './site-reader.ts';

const KINDS = {
  new: 'open',
  open: 'open',
  pending: 'pending',
  hold: 'pending',
  solved: 'solved',
  closed: 'closed',
} as const;

type Users = Map<unknown, unknown>;

const usersIn = (users: readonly unknown[]): Users => new Map(users.map((user) => [dig(user, 'id'), user]));

const personOf = (user: unknown) => ({ name: textAt(user, 'name'), email: textAt(user, 'email') });

function messageOf(comment: unknown, users: Users) {
  const author = users.get(dig(comment, 'author_id'));
  return { role: roleOf(comment, author), author: personOf(author), atMs: instantAt(comment, 'created_at') };
}

function roleOf(comment: unknown, author: unknown): MessageRole {
  if (dig(comment, 'public') === false) return 'note';
  const role = textAt(author, 'role');
  if (role === 'end-user') return 'customer';
  return role === 'agent' || role === 'admin' ? 'staff' : 'unknown';
}

/** The next answer that a policy wants; without one, whatever it wants first. A paused target has no instant. */
function deadlineOf(targets: readonly unknown[]): number | undefined {
  const running = targets.filter((target) => textAt(target, 'stage') === 'active');
  const answers = running.filter((target) => /_reply_time$/.test(textAt(target, 'metric') ?? ''));
  const due = (answers.length > 0 ? answers : running)
    .map((target) => instantAt(target, 'breach_at'))
    .filter((ms) => ms !== undefined);
  return due.length > 0 ? Math.min(...due) : undefined;
}

export const zendesk: SiteReader = {
  id: 'zendesk',
  name: 'Zendesk',
  host: /\.zendesk\.com$/,
  marks: '[data-test-id^="omni-log"], [data-side-conversations-anchor-id]',
  anchors: {
    root: '[data-side-conversations-anchor-id], .omni-conversation-pane, section.ember-view.workspace',
    subject: [
      'input[aria-label="Subject"]',
      '[data-test-id="omni-header-subject"]',
      '.pane_header .editable input',
    ],
    requester: {
      name: [
        '[data-test-id="ticket-system-field-requester-select"] [data-test-id="ticket-system-field-requester-name"]',
        '[data-test-id="customer-context-name"]',
      ],
      email: ['[data-test-id="customer-context-email"]'],
    },
    organisation: ['[data-test-id="tabs-nav-item-organizations"]'],
    assignee: ['[data-test-id="assignee-field-selected-agent-tag"]'],
    threads: [
      {
        item: '[data-test-id="omni-log-comment-item"]',
        body: '[data-test-id="omni-log-message-content"], .zd-comment',
        roles: [
          [
            '[data-test-id="omni-log-internal-note-tag"], [data-test-id="omni-log-item-message"][type="internal"]',
            'note',
          ],
          ['[data-test-id="omni-log-item-message"][type="end-user"]', 'customer'],
          ['[data-test-id="omni-log-item-message"][type="agent"]', 'staff'],
        ],
        author: { name: ['[data-test-id="omni-log-item-sender"]'] },
        at: ['time[data-test-id^="timestamp"]', 'time[datetime]'],
      },
    ],
  },
  json: {
    paths: (id) => [
      `/api/v2/tickets/${id}.json?include=users,organizations,slas`,
      `/api/v2/tickets/${id}/comments.json?include=users&sort_order=desc`,
    ],
    read([answer, thread]) {
      const ticket = dig(answer, 'ticket');
      const comments = listAt(thread, 'comments');
      if (textAt(ticket, 'subject') === undefined || comments.length === 0) return null;
      const users = usersIn([...listAt(answer, 'users'), ...listAt(thread, 'users')]);
      const requester = users.get(dig(ticket, 'requester_id'));
      const organisation = listAt(answer, 'organizations').find(
        (each) => dig(each, 'id') === dig(ticket, 'organization_id'),
      );
      const state = textAt(ticket, 'status') ?? '';
      return {
        subject: textAt(ticket, 'subject'),
        requester: personOf(requester),
        organisation: textAt(organisation, 'name'),
        createdMs: instantAt(ticket, 'created_at'),
        deadlineMs: deadlineOf(listAt(ticket, 'slas', 'policy_metrics')),
        priority: textAt(ticket, 'priority'),
        assignee: textAt(users.get(dig(ticket, 'assignee_id')), 'name'),
        status: state
          ? { shown: state, kind: Object.hasOwn(KINDS, state) ? KINDS[state as keyof typeof KINDS] : null }
          : undefined,
        earlierMessages: Math.max(0, Number(dig(thread, 'count') ?? 0) - comments.length),
        messages: comments.map((comment) => messageOf(comment, users)),
      };
    },
  },
};
