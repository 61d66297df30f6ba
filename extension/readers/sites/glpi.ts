/**
 * GLPI. Verified in its public templates: `.timeline-item` with the kind of the entry as class and data attribute,
 * `.private-item`, the description as an entry of its own, the full date as text or as tooltip. Who speaks shows
 * only in the author. Verified: names of the fields for the times to own and to resolve; reported: where they stand once
 * an agreement sets them.
 */
import type { SiteReader } from './site-reader.ts';

export const glpi: SiteReader = {
  id: 'glpi',
  name: 'GLPI',
  marks: '.itil-timeline, .itil-object',
  anchors: {
    subject: ['.ITILContent .card-title', '.navigationheader-title'],
    requester: { name: ['.actor_entry[data-actortype="requester"]', '.ITILContent .creator a'] },
    deadline: [
      'label[for^="slas_id_tto"] ~ * .text-muted',
      'input[name="time_to_own"]',
      'label[for^="slas_id_ttr"] ~ * .text-muted',
      'input[name="time_to_resolve"]',
    ],
    status: ['select[name="status"]', '.navigationheader .status'],
    priority: ['select[name="priority"]'],
    assignee: ['.actor_entry[data-actortype="assign"]'],
    staff: ['.actor_entry[data-actortype="assign"]'],
    threads: [
      {
        item: '.timeline-item[data-itemtype]:not(.Log):not(.Document_Item)',
        body: '.read-only-content, .rich_text_container',
        roles: [
          ['.private-item, .is-private', 'note'],
          ['.ITILContent', 'customer'],
          ['.ITILSolution', 'staff'],
          ['.ITILReminder, .ITILAutoBump, .ITILValidation, .TicketTask', 'automatic'],
        ],
        author: {
          name: [
            '.creator a[href*="user.form.php"]',
            '.creator [id^="creator"]',
            '.creator a:not([href^="#"])',
          ],
        },
        at: [
          '.creator span[title]@data-bs-original-title',
          '.creator span[title]@title',
          '.creator a[href^="#"]',
        ],
      },
    ],
  },
};
