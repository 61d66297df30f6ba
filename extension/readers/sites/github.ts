/**
 * GitHub issues. Verified in public extensions that follow its pages: `relative-time[datetime]`, the test ids of the
 * body, the comments and their authors. Reported: the older classes, the badges of membership.
 */
import type { SiteReader } from './site-reader.ts';

export const github: SiteReader = {
  id: 'github',
  name: 'GitHub',
  host: /^github\.com$/,
  marks: 'meta[property="og:site_name"][content="GitHub"], meta[name="hovercard-subject-tag"]',
  anchors: {
    subject: ['[data-testid="issue-title"]', '.js-issue-title'],
    requester: {
      name: ['[data-testid="issue-body-header-author"]', '.gh-header-meta .author', '.TimelineItem .author'],
    },
    created: ['[data-testid="issue-body-header-link"] relative-time', '.gh-header-meta relative-time'],
    status: ['[data-testid="header-state"]', '.gh-header-meta .State'],
    assignee: [
      '[data-testid="issue-assignees"] [data-testid="assignee-name"]',
      '.js-issue-assignees .assignee',
    ],
    threads: [
      {
        item: '[data-testid="issue-body"], [data-testid^="comment-viewer-outer-box"], .js-comment-container',
        body: '.markdown-body',
        roles: [
          ['[data-testid="issue-body"]', 'customer'],
          ['[data-testid="comment-author-association"], .Label[aria-label*="member" i]', 'staff'],
        ],
        author: { name: ['[data-testid="avatar-link"]', '[data-testid$="header-author"]', '.author'] },
        at: ['relative-time'],
      },
    ],
  },
};
