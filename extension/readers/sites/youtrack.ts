/**
 * YouTrack. Verified in public extensions that follow its pages: the issue's container and the reporter. Assumed:
 * the comments' test ids, the visibility of a comment, the full date in a title.
 */
import type { SiteReader } from './site-reader.ts';

export const youtrack: SiteReader = {
  id: 'youtrack',
  name: 'YouTrack',
  host: /\.(?:youtrack\.cloud|myjetbrains\.com)$/,
  marks: '[data-test="issue-container"], .yt-issue-view, meta[name="application-name"][content="YouTrack"]',
  anchors: {
    root: '[data-test="issue-container"], .yt-issue-view',
    subject: ['[data-test="ticket-summary"]', '.yt-issue-body__summary', 'h1'],
    requester: {
      name: [
        '[data-test="reporter-info"] [data-test="user-link"]',
        '[data-test="reporter-info"] a',
        '.yt-issue-user',
      ],
    },
    created: ['[data-test="reporter-info"] time', '[data-test="reporter-info"] [title]@title'],
    status: ['[data-test="field-value-State"]', '[data-test="state"]'],
    priority: ['[data-test="field-value-Priority"]'],
    assignee: ['[data-test="field-value-Assignee"]'],
    staff: ['[data-test="field-value-Assignee"]'],
    opening: '[data-test="ticket-body"], .yt-issue-body__description',
    threads: [
      {
        item: '[data-test="comment"], .yt-comment-box',
        body: '[data-test="comment-content"], .wiki',
        roles: [['[data-test="visibility-restricted"], .yt-comment_private', 'note']],
        author: { name: ['[data-test="user-link"]', '.yt-comment-author'] },
        at: ['time', '[data-test="comment-time"] [title]@title', '[data-test="comment-time"]@title'],
      },
    ],
  },
};
