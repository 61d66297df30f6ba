/**
 * iTop. Verified in its public templates: `data-attribute-code` on every field, the entries of its two logs with
 * the log's code, the author's name and the date as text; the `public_log` is what the customer sees;
 * the codes of the deadlines for taking and for solving a ticket.
 */
import type { SiteReader } from './site-reader.ts';

export const itop: SiteReader = {
  id: 'itop',
  name: 'iTop',
  marks: '.ibo-object-details[data-object-class], [data-attribute-code="caller_id"]',
  anchors: {
    id: ['[data-attribute-code="ref"] .ibo-field--value', '.ibo-panel--title'],
    subject: ['[data-attribute-code="title"] .ibo-field--value'],
    requester: { name: ['[data-attribute-code="caller_id"] .ibo-field--value'] },
    organisation: ['[data-attribute-code="org_id"] .ibo-field--value'],
    created: ['[data-attribute-code="start_date"] .ibo-field--value'],
    deadline: [
      '[data-attribute-code="tto_escalation_deadline"] .ibo-field--value',
      '[data-attribute-code="ttr_escalation_deadline"] .ibo-field--value',
    ],
    status: ['[data-attribute-code="status"] .ibo-field--value', '.ibo-panel--subtitle .ibo-pill'],
    priority: ['[data-attribute-code="priority"] .ibo-field--value'],
    assignee: ['[data-attribute-code="agent_id"] .ibo-field--value'],
    staff: ['[data-attribute-code="agent_id"] .ibo-field--value'],
    opening: '[data-attribute-code="description"] .ibo-field--value',
    threads: [
      {
        item: '.ibo-activity-entry[data-entry-type="caselog"]',
        body: '.ibo-activity-entry--main-information-content',
        roles: [['[data-entry-caselog-attribute-code="private_log"]', 'note']],
        author: {
          name: ['.ibo-activity-entry--author-name', '.ibo-activity-entry--medallion@data-tooltip-content'],
        },
        at: ['.ibo-activity-entry--datetime@data-tooltip-content', '.ibo-activity-entry--datetime'],
      },
    ],
  },
};
