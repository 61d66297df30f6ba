/**
 * Jira and Jira Service Management. Verified in the public documentation of the interface: an issue as JSON, its
 * comments with `jsdPublic`, the kind of each account; of a request also its targets, each with the cycle that runs and
 * the instant at which it is missed. Reported: the test ids of the cloud's pages; the ids of the
 * older, self-hosted ones.
 */

import type { MessageRole } from '#core/response/ticket-facts.ts';
import { dig, instantAt, listAt, textAt } from '../anchors/json.ts';
import type { SiteReader } from './site-reader.ts';

const KINDS = { new: 'open', indeterminate: 'open', done: 'solved' } as const;

function statusAt(fields: unknown) {
  const shown = textAt(fields, 'status', 'name');
  const category = textAt(fields, 'status', 'statusCategory', 'key') ?? '';
  const kind = Object.hasOwn(KINDS, category) ? KINDS[category as keyof typeof KINDS] : null;
  return shown === undefined ? undefined : { shown, kind };
}

function personAt(value: unknown, field: string) {
  return { name: textAt(value, field, 'displayName'), email: textAt(value, field, 'emailAddress') };
}

function messageOf(comment: unknown, fields: unknown) {
  return {
    role: roleOf(comment, fields),
    author: personAt(comment, 'author'),
    atMs: instantAt(comment, 'created'),
  };
}

/** Where a customer's account has reported it, the other public comments are those of the service desk. */
function roleOf(comment: unknown, fields: unknown): MessageRole {
  const kind = textAt(comment, 'author', 'accountType');
  const author = accountOf(dig(comment, 'author'));
  if (dig(comment, 'jsdPublic') === false) return 'note';
  if (kind === 'app') return 'automatic';
  if (kind === 'customer' || (author !== undefined && author === accountOf(dig(fields, 'reporter'))))
    return 'customer';
  if (author !== undefined && author === accountOf(dig(fields, 'assignee'))) return 'staff';
  return textAt(fields, 'reporter', 'accountType') === 'customer' ? 'staff' : 'unknown';
}

/** What is missed first of the targets that run: while nobody has answered, that is the answer. */
function deadlineOf(targets: unknown): number | undefined {
  const due = listAt(targets, 'values')
    .map((target) => dig(target, 'ongoingCycle'))
    .filter((cycle) => cycle !== undefined && dig(cycle, 'paused') !== true)
    .map((cycle) => dig(cycle, 'breachTime', 'epochMillis'))
    .filter((ms) => typeof ms === 'number' && Number.isFinite(ms)) as number[];
  return due.length > 0 ? Math.min(...due) : undefined;
}

function accountOf(person: unknown): string | undefined {
  return textAt(person, 'accountId') ?? textAt(person, 'name');
}

export const jira: SiteReader = {
  id: 'jira',
  name: 'Jira',
  host: /\.atlassian\.net$/,
  marks: 'meta[name="application-name"][content*="jira" i], [data-testid^="issue.views"], body#jira',
  anchors: {
    subject: ['[data-testid="issue.views.issue-base.foundation.summary.heading"]', '#summary-val'],
    requester: {
      name: [
        '[data-testid*="issue.views.field.user.reporter"] [data-testid$="field-value"]',
        '#reporter-val .user-hover',
      ],
    },
    created: ['#created-val time'],
    status: ['[data-testid*="issue.fields.status"] button', '#status-val'],
    priority: ['[data-testid*="issue-field-priority-readview"]', '#priority-val'],
    assignee: [
      '[data-testid*="issue.views.field.user.assignee"] [data-testid$="field-value"]',
      '#assignee-val .user-hover',
    ],
    opening: '[data-testid="issue.views.field.rich-text.description"], #description-val',
    threads: [
      {
        item: '[data-testid^="comment-base-item-"], .activity-comment',
        body: '[data-testid$="comment-body"], .ak-renderer-document, .action-body',
        roles: [
          ['[data-testid*="internal-note"], [data-testid*="custom-comment"], .sd-internal-comment', 'note'],
        ],
        author: { name: ['[data-testid$="author"]', '.action-head .user-hover'] },
        at: ['time', '[data-testid$="timestamp"]@title', '[data-testid*="created-date"]'],
      },
    ],
  },
  json: {
    paths: (id) => [
      `/rest/api/2/issue/${id}?fields=summary,status,priority,reporter,assignee,created,organizations,comment`,
    ],
    // Only the service desk's requests have targets, and only its agents may ask for them.
    more: (id) => [`/rest/servicedeskapi/request/${id}/sla`],
    read([issue, targets]) {
      const fields = dig(issue, 'fields');
      const createdMs = instantAt(fields, 'created');
      if (createdMs === undefined) return null;
      const reporter = personAt(fields, 'reporter');
      const comments = listAt(fields, 'comment', 'comments');
      const total = Number(dig(fields, 'comment', 'total') ?? comments.length);
      return {
        subject: textAt(fields, 'summary'),
        requester: reporter,
        createdMs,
        deadlineMs: deadlineOf(targets),
        priority: textAt(fields, 'priority', 'name'),
        assignee: textAt(fields, 'assignee', 'displayName'),
        status: statusAt(fields),
        // Oldest first: of an answer that was cut the newest comment is not known.
        messages:
          total > comments.length
            ? undefined
            : [
                { role: 'customer', author: reporter, atMs: createdMs },
                ...comments.map((comment) => messageOf(comment, fields)),
              ],
      };
    },
  },
};
