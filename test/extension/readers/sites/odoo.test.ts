import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const said = (author: string, title: string, classes = '') => `
  <div class="o-mail-Message ${classes}"><div class="o-mail-Message-header"><span class="o-mail-Message-author">${author}</span>
  <small class="o-mail-Message-date" title="${title}">- 2 days ago</small></div><div class="o-mail-Message-body">text</div></div>`;

it('Odoo: full dates in titles, month first where one of them proves it, notes by their class', () => {
  const facts = readSite(
    `<body class="o_web_client"><div class="o_field_widget" name="name"><textarea>Printer stops</textarea></div>
    <div class="o_field_widget" name="partner_id"><a href="#">Ada Lund</a></div><div class="o_field_widget" name="partner_email"><input value="ada@nord.example"></div>
    <div class="o_field_widget" name="user_id"><a href="#">Bo Kern</a></div><div class="o_statusbar_status"><button aria-current="step">New</button></div>
    ${said('Bo Kern', '6/8/2026, 12:00:00 PM')}${said('Bo Kern', '6/8/2026, 11:00:00 AM', 'o-mail-Message-note')}
    ${said('Ada Lund', '6/8/2026, 10:00:00 AM')}${said('Ada Lund', '5/29/2026, 10:00:00 AM')}</body>`,
    'https://erp.nord.example/odoo/helpdesk/1/tickets/102',
  );
  expect(ticket(facts)).toEqual({
    reader: 'odoo',
    id: '102',
    subject: 'Printer stops',
    requester: 'Ada Lund ada@nord.example',
    status: 'open',
  });
  expect(summary(facts)).toEqual([
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'customer Ada Lund 2026-06-08T08:00:00.000Z',
    'customer Ada Lund 2026-05-29T08:00:00.000Z',
  ]);
});

const noted = (author: string, title: string, body: string) => `
  <div class="o-mail-Message"><div class="o-mail-Message-header"><span class="o-mail-Message-author">${author}</span>
  <small class="o-mail-Message-date" title="${title}">2 days ago</small></div><div class="o-mail-Message-body o-note">${body}</div></div>`;

it("Odoo: a project's task is a ticket; what the program noted of its changes answers nobody", () => {
  const tracked = `<div class="o-mail-Message"><div class="o-mail-Message-header"><span class="o-mail-Message-author">Bo Kern</span>
    <small class="o-mail-Message-date" title="6/8/2026, 12:00:00 PM">2 days ago</small></div><div class="o-mail-Message-textContent"><p>Stage changed</p>
    <ul><li class="o-mail-Message-tracking"><span>New</span><span>Done</span><span>(Stage)</span></li></ul></div></div>`;
  const facts = readSite(
    `<body class="o_web_client"><div class="o_field_widget" name="name"><textarea>Printer stops</textarea></div>
    <div class="o_field_widget" name="partner_id"><input value="Ada Lund"></div>
    <div class="o_field_widget" name="user_ids"><span class="o_tag" aria-label="Bo Kern"><div>Bo Kern</div></span></div>
    <div class="o_statusbar_status"><button aria-current="step"><span>In Progress</span><span title="1 minute">1min</span></button></div>
    ${tracked}${noted('Bo Kern', '6/7/2026, 12:00:00 PM', 'Ask the second level first.')}${said('Ada Lund', '5/29/2026, 10:00:00 AM')}
    ${noted('OdooBot', '5/29/2026, 10:00:00 AM', '<div summary="o_mail_notification"><p>A new task has been created.</p></div>')}</body>`,
    'https://erp.nord.example/odoo/all-tasks/102',
  );
  expect(ticket(facts)).toEqual({
    reader: 'odoo',
    id: '102',
    subject: 'Printer stops',
    requester: 'Ada Lund',
    status: 'open',
  });
  expect(facts).toMatchObject({
    assignee: { value: 'Bo Kern' },
    status: { value: { shown: 'In Progress' } },
  });
  expect(summary(facts)).toEqual([
    'automatic Bo Kern 2026-06-08T10:00:00.000Z',
    'note Bo Kern 2026-06-07T10:00:00.000Z',
    'customer Ada Lund 2026-05-29T08:00:00.000Z',
    'automatic OdooBot 2026-05-29T08:00:00.000Z',
  ]);
});
