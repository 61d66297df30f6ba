/**
 * Redmine. Verified in its public templates: the page's body class, `.journal` with `.has-notes` and
 * `.private-notes`, the date and time in the title of the age. A journal without notes is a change of fields. Who
 * speaks shows only in the author; those to whom the issue can be assigned are staff.
 */
import type { SiteReader } from './site-reader.ts';

export const redmine: SiteReader = {
  id: 'redmine',
  name: 'Redmine',
  marks: 'body.controller-issues.action-show, meta[name="description"][content="Redmine"]',
  anchors: {
    root: 'body.controller-issues #content',
    id: ['#content > h2', 'h2.inline-flex'],
    subject: ['.issue .subject h3'],
    requester: { name: ['.issue > .author a.user', 'p.author a[href*="/users/"]'] },
    created: ['.issue > .author a[title]@title', 'p.author [title]@title'],
    deadline: ['.attribute.due-date .value'],
    status: ['.attribute.status .value'],
    priority: ['.attribute.priority .value'],
    assignee: ['.attribute.assigned-to .value'],
    staff: ['#issue_assigned_to_id option'],
    opening: '.issue .description',
    threads: [
      {
        item: '#history .journal',
        body: '.wiki',
        roles: [
          ['.private-notes', 'note'],
          ['.journal:not(.has-notes)', 'automatic'],
        ],
        author: { name: ['.note-header a.user', 'h4 a.user', 'h4 a[href*="/users/"]'] },
        at: ['.note-header a[title]@title', 'h4 [title]@title'],
      },
    ],
  },
};
