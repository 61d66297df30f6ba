/**
 * ServiceNow, configurable and agent workspaces. Verified in public extensions and tests: records lie in nested open
 * shadow roots; a field's element by its `name`, with what it holds deeper in; a reference's own field as `…_input`.
 * Reported: the class of an entry in the activity stream. Assumed: the marks of the entries, the heading.
 */
import type { SiteReader } from './site-reader.ts';

/** Where the name of somebody or something else stands. */
const reference = (name: string): string[] => [
  `input[name="${name}_input"]`,
  `[name="${name}"]`,
  `[data-field="${name}"]`,
];

export const servicenowWorkspace: SiteReader = {
  id: 'servicenow-workspace',
  name: 'ServiceNow workspace',
  host: /\.service-now\.com$/,
  marks: 'sn-canvas-appshell-root, sn-workspace-layout',
  anchors: {
    deep: true,
    id: ['[name="number"]', '[data-field="number"]', 'sn-record-heading [data-id="number"]'],
    subject: ['[name="short_description"]', '[data-field="short_description"]', 'sn-record-heading h1'],
    requester: { name: ['caller_id', 'contact', 'opened_for'].flatMap(reference) },
    organisation: ['account', 'company'].flatMap(reference),
    created: ['[name="opened_at"]', '[data-field="opened_at"]'],
    status: ['[name="state"]', '[data-field="state"]'],
    priority: ['[name="priority"]', '[data-field="priority"]'],
    assignee: reference('assigned_to'),
    staff: reference('assigned_to'),
    opening: '[name="description"]:not(meta), [data-field="description"]',
    threads: [
      {
        item: 'sn-stream-entry, .sn-activity-stream-entry, [component-id^="sn-activity-stream-entry"]',
        body: '.entry-body, .sn-stream-entry-body',
        roles: [
          ['[data-entry-type="work_notes"], .-work_notes', 'note'],
          ['[data-entry-type="sys_audit"], .-sys_audit', 'automatic'],
        ],
        author: { name: ['.entry-author', '[data-id="author"]'] },
        at: ['time', 'now-timestamp@datetime', '.entry-time@title', '.entry-time'],
      },
    ],
  },
};
