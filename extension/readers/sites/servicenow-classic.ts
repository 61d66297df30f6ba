/**
 * ServiceNow, classic forms, alone or inside the frame `#gsft_main` (in shadow roots of its own since the newer
 * navigation). Verified in public extensions: entries `li.h-card` with author and date in the activity stream. Reported:
 * the ids `<table>.<field>` of the form, `sla_due` among them. Assumed: the class of a work note; a comment is told by its author alone.
 */
import type { SiteReader } from './site-reader.ts';

export const servicenowClassic: SiteReader = {
  id: 'servicenow-classic',
  name: 'ServiceNow',
  host: /\.service-now\.com$/,
  marks: '#gsft_main, [id^="sys_readonly."], input[id$=".number"]',
  anchors: {
    frame: '#gsft_main',
    deep: true,
    id: ['[id^="sys_readonly."][id$=".number"]', 'input[id$=".number"]'],
    subject: ['input[id$=".short_description"]', '[id^="sys_readonly."][id$=".short_description"]'],
    requester: {
      name: [
        'input[id^="sys_display."][id$=".caller_id"]',
        'input[id^="sys_display."][id$=".contact"]',
        'input[id^="sys_display."][id$=".requested_for"]',
        'input[id^="sys_display."][id$=".opened_by"]',
      ],
    },
    organisation: ['input[id^="sys_display."][id$=".account"]', 'input[id^="sys_display."][id$=".company"]'],
    created: ['input[id$=".opened_at"]', '[id^="sys_readonly."][id$=".opened_at"]'],
    deadline: ['[id$=".sla_due"]', '[id$=".due_date"]'],
    status: ['select[id$=".state"]', '[id^="sys_readonly."][id$=".state"]'],
    priority: ['select[id$=".priority"]', '[id^="sys_readonly."][id$=".priority"]'],
    assignee: ['input[id^="sys_display."][id$=".assigned_to"]'],
    staff: ['input[id^="sys_display."][id$=".assigned_to"]'],
    opening: 'textarea[id$=".description"]',
    threads: [
      {
        item: 'li.h-card',
        body: '.sn-widget-textblock-body',
        roles: [
          ['[class*="work_notes"]', 'note'],
          ['li.h-card:not(:has(.sn-widget-textblock-body))', 'automatic'],
        ],
        author: { name: ['.sn-card-component-createdby'] },
        at: ['.sn-card-component-time .date-calendar', '.sn-card-component-time'],
      },
    ],
  },
};
