/**
 * ServiceNow, configurable and agent workspaces. Reported: records lie in nested open shadow roots, the class
 * of an entry in the activity stream. Assumed: fields by their name, the marks of the entries.
 */
import type { SiteReader } from './site-reader.ts';

export const servicenowWorkspace: SiteReader = {
  id: 'servicenow-workspace',
  name: 'ServiceNow workspace',
  host: /\.service-now\.com$/,
  marks: 'sn-canvas-appshell-root, sn-workspace-layout',
  anchors: {
    deep: true,
    id: ['[data-field="number"]', '[name="number"] input', 'sn-record-heading [data-id="number"]'],
    subject: ['[data-field="short_description"]', '[name="short_description"] input', 'sn-record-heading h1'],
    requester: { name: ['[data-field="caller_id"]', '[name="caller_id"] input', '[name="contact"] input'] },
    organisation: ['[data-field="account"]', '[name="account"] input', '[name="company"] input'],
    created: ['[data-field="opened_at"]', '[name="opened_at"] input'],
    status: ['[data-field="state"]', '[name="state"] [role="combobox"]'],
    priority: ['[data-field="priority"]', '[name="priority"] [role="combobox"]'],
    assignee: ['[data-field="assigned_to"]', '[name="assigned_to"] input'],
    staff: ['[data-field="assigned_to"]', '[name="assigned_to"] input'],
    opening: '[data-field="description"], [name="description"] textarea',
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
