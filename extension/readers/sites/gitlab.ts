/**
 * GitLab issues and work items, incidents and Service Desk tickets too. Verified in its public templates:
 * `time[datetime]`, `.note` with its author, `.system-note`, `.internal-note`, the badges of membership. Reported:
 * the test ids of the newer pages.
 */
import type { SiteReader } from './site-reader.ts';

export const gitlab: SiteReader = {
  id: 'gitlab',
  name: 'GitLab',
  host: /^gitlab\.com$/,
  marks: 'meta[property="og:site_name"][content="GitLab"], body[data-page^="projects:"]',
  anchors: {
    subject: [
      '[data-testid="work-item-title"]',
      '[data-testid="issue-title"]',
      '.detail-page-description .title',
    ],
    requester: {
      name: [
        '[data-testid="work-item-created"] .author-link',
        '.issuable-meta .author-link',
        '.detail-page-header .author-link',
      ],
    },
    created: ['[data-testid="work-item-created"] time', '.issuable-meta time', '.detail-page-header time'],
    status: [
      '[data-testid="work-item-state-badge"]',
      '.issuable-status-badge-open:not(.hidden)',
      '.issuable-status-badge-closed:not(.hidden)',
    ],
    assignee: ['[data-testid="assignees-widget"] .author', '.assignee .author'],
    opening: '.detail-page-description .description, [data-testid="work-item-description"]',
    threads: [
      {
        item: '.note[id^="note_"], li.note',
        body: '.note-body, .md',
        roles: [
          ['.system-note', 'automatic'],
          ['.internal-note, .is-confidential, [data-testid="internal-note-indicator"]', 'note'],
        ],
        author: { name: ['.note-header-author-name', '.author-name-link', '.note-header-info a'] },
        at: ['.note-timestamp time', 'time'],
      },
    ],
  },
};
