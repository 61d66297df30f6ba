/**
 * Roundup. Verified in its public templates: `table.messages` with a head of author and date for each message, each
 * behind its label. The page marks nobody as customer or staff: whoever created the issue is the requester.
 */
import type { SiteReader } from './site-reader.ts';

export const roundup: SiteReader = {
  id: 'roundup',
  name: 'Roundup',
  marks: 'table.messages, table.history, form[name="itemSynopsis"]',
  anchors: {
    subject: ['input[name="title"]', 'form[name="itemSynopsis"] table.form tr:first-child td'],
    status: ['select[name="status"]'],
    priority: ['select[name="priority"]'],
    assignee: ['select[name="assignedto"]'],
    threads: [
      {
        item: 'table.messages tr:has(th a[href^="msg"])',
        author: { name: ['th.author', 'th:nth-of-type(2)'] },
        at: ['th.date', 'th:nth-of-type(3)'],
      },
    ],
  },
};
