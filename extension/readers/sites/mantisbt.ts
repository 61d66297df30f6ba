/**
 * MantisBT. Verified in its public templates: `.bugnote` with `.bugnote-private`, its reporter and date; the cells of
 * an issue by `bug-…`. Both the older table and the newer layout have them.
 */
import type { SiteReader } from './site-reader.ts';

export const mantisbt: SiteReader = {
  id: 'mantisbt',
  name: 'MantisBT',
  marks: '.bug-id, td.bug-summary, .bugnote',
  anchors: {
    id: ['td.bug-id'],
    subject: ['td.bug-summary'],
    requester: { name: ['td.bug-reporter a', 'td.bug-reporter'] },
    created: ['td.bug-date-submitted'],
    status: ['td.bug-status'],
    priority: ['td.bug-priority'],
    assignee: ['td.bug-assigned-to a', 'td.bug-assigned-to'],
    staff: ['select[name="handler_id"] option', 'td.bug-assigned-to a'],
    opening: 'td.bug-description',
    threads: [
      {
        item: 'tr.bugnote',
        body: '.bugnote-note',
        roles: [
          ['.bugnote-private', 'note'],
          ['.bugnote-reminder', 'automatic'],
        ],
        author: {
          name: ['.bugnote-reporter a', '.bugnote-meta a[href*="view_user_page"]', '.bugnote-reporter'],
        },
        at: ['.bugnote-date-submitted', '.bugnote-meta .fa-clock-o + *', '.bugnote-meta p.small.lighter'],
      },
    ],
  },
};
