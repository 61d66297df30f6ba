/**
 * Zammad. Verified on a rendered page and in its public templates: several tickets are open at a time and one is in
 * view; articles by the kind of their sender, `time[datetime]`, the escalation's too, the sender's line hidden in the article's details.
 */
import type { SiteReader } from './site-reader.ts';

export const zammad: SiteReader = {
  id: 'zammad',
  name: 'Zammad',
  marks: '.ticketZoom',
  anchors: {
    root: '.content.active .ticketZoom, .ticketZoom',
    id: ['.ticket-number', '.ticketZoom-header .ticket-number'],
    subject: ['.ticket-title .objectName', '.ticket-title'],
    requester: {
      name: ['.sidebar[data-tab="customer"] .sidebar-content h3', '.js-userAvatar@title'],
      email: ['.sidebar[data-tab="customer"] a[href^="mailto:"]@href'],
    },
    deadline: ['.escalation-popover time'],
    organisation: ['.sidebar[data-tab="organization"] .sidebar-content h3'],
    status: ['select[name="state_id"]', '.sidebar[data-tab="ticket"] [name="state_id"]'],
    priority: ['select[name="priority_id"]'],
    assignee: ['select[name="owner_id"]'],
    threads: [
      {
        item: '.ticket-article-item',
        body: '.textBubble-content',
        roles: [
          ['.is-internal, .internal, .internal-border.is-internal', 'note'],
          ['.system', 'automatic'],
          ['.customer', 'customer'],
          ['.agent', 'staff'],
        ],
        author: { name: ['.article-meta.top .article-meta-row:first-child .article-meta-value'] },
        at: ['time[datetime]'],
      },
    ],
  },
};
