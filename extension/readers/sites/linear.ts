/**
 * Linear. Verified in public extensions: the title as the page's one editor of a single line, the ids of comments'
 * boxes, entries of the history, the button of the status by its label (in English). Reported: `time[datetime]`, the
 * addresses of people. Assumed: the names of the other fields. The page marks nobody as customer or staff.
 */
import type { SiteReader } from './site-reader.ts';

export const linear: SiteReader = {
  id: 'linear',
  name: 'Linear',
  host: /^linear\.app$/,
  marks: 'meta[name="application-name"][content="Linear"]',
  anchors: {
    subject: [
      'div[contenteditable="true"][aria-multiline="false"]',
      '[aria-label="Issue title"]',
      '[data-testid="issue-title"]',
    ],
    requester: { name: ['[data-testid="issue-creator"]'] },
    status: ['[aria-label="Set issue status…"]', '[data-testid="issue-status"]'],
    priority: ['[data-testid="issue-priority"]'],
    assignee: ['[data-testid="issue-assignee"]'],
    threads: [
      {
        item: '[id^="comment-"][id$="-container"], [data-comment-id], [data-history-entry-id]',
        body: '.ProseMirror, [data-comment-body]',
        roles: [['[data-history-entry-id]', 'automatic']],
        author: { name: ['[data-comment-author]', 'a[href*="/profiles/"]'] },
        at: ['time'],
      },
    ],
  },
};
