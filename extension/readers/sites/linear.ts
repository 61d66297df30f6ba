/**
 * Linear. Verified in a public extension: the title as the page's one editor of a single line. Reported:
 * `time[datetime]`, the addresses of comments. Assumed: the names of the fields. The page marks
 * nobody as customer or staff.
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
    status: ['[data-testid="issue-status"]'],
    priority: ['[data-testid="issue-priority"]'],
    assignee: ['[data-testid="issue-assignee"]'],
    threads: [
      {
        item: '[data-comment-id], [id^="comment-"]',
        body: '.ProseMirror, [data-comment-body]',
        author: { name: ['[data-comment-author]', 'a[href*="/profiles/"]'] },
        at: ['time'],
      },
    ],
  },
};
