import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const card = (kind: string, who: string, at: string, text = 'text') =>
  `<li class="h-card h-card_md ${kind}"><span class="sn-card-component-createdby">${who}</span><div class="sn-card-component-time"><span>Additional comments</span> <div class="date-calendar">${at}</div></div>
  ${text && `<div class="sn-widget-textblock-body">${text}</div>`}</li>`;

it('ServiceNow, a classic form by itself: fields by table and name, entries of the stream by their author', () => {
  const facts = readSite(
    `<body><input id="sys_readonly.incident.number" value="INC0010102"><input id="incident.short_description" value="Printer stops">
    <input id="sys_display.incident.caller_id" value="Ada Lund"><input id="sys_display.incident.assigned_to" value="Bo Kern">
    <select id="incident.state"><option>New</option><option selected>In Progress</option></select>
    <input id="incident.opened_at" value="2026-06-08 10:00:00"><textarea id="incident.description">It is stuck.</textarea>
    <ul class="activities-form">${card('h-card_comments', 'Ada Lund', '2026-06-08 13:00:00')}${card('h-card_comments', 'Bo Kern', '2026-06-08 12:00:00')}
    ${card('h-card_work_notes', 'Bo Kern', '2026-06-08 11:00:00')}${card('', 'Bo Kern', '2026-06-08 10:30:00', '')}</ul></body>`,
    'https://nord.service-now.com/incident.do?sys_id=1c741bd70b2322007518478d83673af3',
  );
  expect(ticket(facts)).toEqual({
    reader: 'servicenow-classic',
    id: 'INC0010102',
    subject: 'Printer stops',
    requester: 'Ada Lund',
    status: 'open',
  });
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2026-06-08T08:00:00.000Z',
    'customer Ada Lund 2026-06-08T11:00:00.000Z',
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'automatic Bo Kern 2026-06-08T08:30:00.000Z',
  ]);
});
