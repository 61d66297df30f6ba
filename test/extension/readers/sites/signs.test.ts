/** Every site has its line of sign, and the addresses of its tickets bear it. */
import { describe, expect, it } from 'vitest';
import { SITES } from '../../../../extension/readers/sites/index.ts';
import { addressOf, hasSign, SIGNS, type SiteId } from '../../../../extension/readers/sites/signs.ts';

const GUID = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
const SYS_ID = '1c741bd70b2322007518478d83673af3';

const TICKETS: Record<SiteId, [address: string, id: string][]> = {
  bugzilla: [['https://bugs.example/show_bug.cgi?id=102#c3', '102']],
  chatwoot: [
    ['https://chat.example/app/accounts/1/inbox/2/conversations/102', '102'],
    ['https://chat.example/app/accounts/1/conversations/102', '102'],
  ],
  dynamics: [
    [`https://a.crm4.dynamics.com/main.aspx?appid=1&etn=incident&id=${GUID}`, GUID],
    [`https://a.crm4.dynamics.com/main.aspx?id=${GUID}&pagetype=entityrecord&etn=incident`, GUID],
  ],
  freescout: [['https://mail.example/conversation/102?folder_id=1', '102']],
  freshdesk: [['https://a.freshdesk.com/a/tickets/102', '102']],
  front: [['https://app.frontapp.com/open/cnv_1a2b', 'cnv_1a2b']],
  github: [['https://github.com/nord/printer/issues/102', '102']],
  gitlab: [
    ['https://git.example/a/b/c/-/issues/102', '102'],
    ['https://git.example/a/b/-/work_items/102', '102'],
    ['https://git.example/a/b/-/issues/incident/102', '102'],
  ],
  glpi: [['https://glpi.example/front/ticket.form.php?id=102', '102']],
  'help-scout': [['https://secure.helpscout.net/conversation/99/102', '99']],
  hubspot: [['https://app.hubspot.com/contacts/7/record/0-5/102', '102']],
  intercom: [['https://app.intercom.com/a/inbox/x1/inbox/shared/all/conversation/102', '102']],
  itop: [
    ['https://itop.example/pages/UI.php?operation=details&class=UserRequest&id=7&c[menu]=x', '7'],
    ['https://itop.example/pages/UI.php?id=7&class=Incident&operation=details', '7'],
  ],
  jira: [
    ['https://a.atlassian.net/browse/DESK-102', 'DESK-102'],
    ['https://a.atlassian.net/jira/software/projects/DESK/boards/1?selectedIssue=DESK-102', 'DESK-102'],
    ['https://a.atlassian.net/jira/servicedesk/projects/DESK/queues/custom/5/DESK-102', 'DESK-102'],
    ['https://a.atlassian.net/servicedesk/customer/portal/3/DESK-102', 'DESK-102'],
  ],
  libredesk: [[`https://desk.example/inboxes/assigned/conversation/${GUID}`, GUID]],
  linear: [['https://linear.app/nord/issue/DESK-102/printer-stops', 'DESK-102']],
  mantisbt: [['https://bugs.example/view.php?id=102', '102']],
  odoo: [
    ['https://erp.example/odoo/helpdesk/1/tickets/102', '102'],
    ['https://erp.example/odoo/my-tickets/102', '102'],
    ['https://erp.example/web#id=102&model=helpdesk.ticket&view_type=form', '102'],
  ],
  osticket: [['https://help.example/scp/tickets.php?id=7', '7']],
  redmine: [['https://track.example/issues/102', '102']],
  'request-tracker': [
    ['https://rt.example/Ticket/Display.html?id=102#txn-5', '102'],
    ['https://rt.example/SelfService/Display.html?id=102', '102'],
  ],
  roundup: [['https://issues.example/desk/issue102', '102']],
  salesforce: [
    ['https://a.lightning.force.com/lightning/r/Case/500Aa00000BcDeFIAV/view', '500Aa00000BcDeFIAV'],
  ],
  'servicenow-classic': [
    [`https://a.service-now.com/incident.do?sys_id=${SYS_ID}`, SYS_ID],
    [`https://a.service-now.com/nav_to.do?uri=incident.do?sys_id=${SYS_ID}`, SYS_ID],
    [`https://a.service-now.com/now/nav/ui/classic/params/target/incident.do%3Fsys_id%3D${SYS_ID}`, SYS_ID],
  ],
  'servicenow-workspace': [[`https://a.service-now.com/now/sow/record/incident/${SYS_ID}`, SYS_ID]],
  trac: [['https://trac.example/desk/ticket/102#comment:3', '102']],
  youtrack: [['https://a.youtrack.cloud/issue/DESK-102/printer-stops', 'DESK-102']],
  zammad: [['https://help.example/#ticket/zoom/102/500', '102']],
  zendesk: [['https://a.zendesk.com/agent/tickets/102', '102']],
  znuny: [
    ['https://help.example/otrs/index.pl?Action=AgentTicketZoom;TicketID=102', '102'],
    [
      'https://help.example/otrs/customer.pl?Action=CustomerTicketZoom;TicketNumber=2026060810000012',
      '2026060810000012',
    ],
  ],
  'zoho-desk': [['https://desk.zoho.eu/agent/nord/desk/tickets/details/900000102', '900000102']],
};

const sorted = (names: readonly string[]) => [...names].sort();

describe('signs', () => {
  it('each site has one, in alphabetical order', () => {
    expect(Object.keys(SIGNS)).toEqual(sorted(Object.keys(SIGNS)));
    expect(sorted(SITES.map(({ id }) => id))).toEqual(Object.keys(SIGNS));
  });

  it.each(
    Object.entries(TICKETS).flatMap(([site, tickets]) =>
      tickets.map(([address, id]) => ({ site: site as SiteId, address, id })),
    ),
  )('$site: $address', ({ site, address, id }) => {
    const url = new URL(address);
    expect(SIGNS[site].exec(addressOf(url))?.[1]).toBe(id);
    expect(hasSign(url)).toBe(true);
  });

  it.each([
    'https://a.zendesk.com/agent/dashboard',
    'https://a.atlassian.net/jira/servicedesk/projects/DESK/queues/custom/5',
    'https://github.com/nord/printer/pull/7',
    'https://rt.example/Search/Results.html?Query=id%3E0',
    'https://a.service-now.com/sys_user.do?sys_id=1c741bd70b2322007518478d83673af3',
    'https://blog.example/2026/06/printers',
  ])('none on %s', (address) => {
    expect(hasSign(new URL(address))).toBe(false);
  });
});
