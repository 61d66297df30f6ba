/**
 * Trac. Verified in its public templates: `#ticket` with the properties by their headers, `.change` for each comment
 * with author and a link into the timeline, whose address carries the instant. A change without `.comment` says
 * nothing. Who speaks shows only in the author.
 */
import type { SiteReader } from './site-reader.ts';

export const trac: SiteReader = {
  id: 'trac',
  name: 'Trac',
  marks: '#ticket .trac-id, #trac-ticket-title',
  anchors: {
    id: ['#ticket .trac-id'],
    subject: ['#trac-ticket-title .summary', '#ticket h1.summary'],
    requester: { name: ['#ticket td[headers="h_reporter"]'] },
    created: ['#ticket .date p:first-child a.timeline@href', '#ticket .date p:first-child [title]@title'],
    status: ['#ticket .trac-status'],
    priority: ['#ticket td[headers="h_priority"]'],
    assignee: ['#ticket td[headers="h_owner"]'],
    staff: ['#ticket td[headers="h_owner"]'],
    opening: '#ticket .description',
    threads: [
      {
        item: '#changelog div.change',
        body: '.comment',
        roles: [['div.change:not(:has(.comment))', 'automatic']],
        author: { name: ['h3 [class*="trac-author"]', 'h3.change .trac-author'] },
        at: ['h3 a.timeline@href', 'h3 [title]@title'],
      },
    ],
  },
};
