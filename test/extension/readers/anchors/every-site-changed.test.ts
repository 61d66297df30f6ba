/** Every known system after a redesign: its page is read at large, says so, and is reported without a word of it. */
import { describe, expect, it } from 'vitest';
import { makeSiteReaders } from '../../../../extension/readers/anchors/site-readers.ts';
import { readTicket } from '../../../../extension/readers/index.ts';
import { SITES } from '../../../../extension/readers/sites/index.ts';
import { atOnce } from '../../../support/at-once.ts';
import { message, NOW_MS, summary, time } from '../page.ts';
import { documentOf } from '../sites/site-page.ts';

const HEX = '0123456789abcdef0123456789abcdef';

/** A ticket's address; what is left of a page that only its own marks tell from any other. */
const PAGES: Record<string, [address: string, mark?: string]> = {
  bugzilla: ['https://desk.nord.example/show_bug.cgi?id=102', '<div id="bugzilla-body"></div>'],
  chatwoot: [
    'https://desk.nord.example/app/accounts/1/conversations/102',
    '<div class="conversation-panel"></div>',
  ],
  dynamics: [`https://nord.crm4.dynamics.com/main.aspx?etn=incident&id=01234567-89ab-cdef-0123-456789abcdef`],
  freescout: ['https://desk.nord.example/conversation/102', '<div id="conv-layout"></div>'],
  freshdesk: ['https://nord.freshdesk.com/a/tickets/102'],
  front: ['https://app.frontapp.com/open/cnv_102'],
  github: ['https://github.com/nord/desk/issues/102'],
  gitlab: ['https://gitlab.com/nord/desk/-/issues/102'],
  glpi: ['https://desk.nord.example/front/ticket.form.php?id=102', '<div class="itil-object"></div>'],
  'help-scout': ['https://secure.helpscout.net/conversation/9/102'],
  hubspot: ['https://app.hubspot.com/contacts/7/record/0-5/102'],
  intercom: ['https://app.intercom.com/a/inbox/nord/inbox/all/conversation/102'],
  itop: [
    'https://desk.nord.example/pages/UI.php?operation=details&class=UserRequest&id=102',
    '<div class="ibo-object-details" data-object-class="UserRequest"></div>',
  ],
  jira: ['https://nord.atlassian.net/browse/NORD-102'],
  libredesk: [
    'https://desk.nord.example/inboxes/all/conversation/01234567-89ab-cdef-0123-456789abcdef',
    '<div class="message-bubble"></div>',
  ],
  linear: ['https://linear.app/nord/issue/NORD-102/printer'],
  mantisbt: ['https://desk.nord.example/view.php?id=102', '<div class="bug-id"></div>'],
  odoo: ['https://nord.odoo.com/odoo/helpdesk/1/tickets/102'],
  osticket: ['https://desk.nord.example/scp/tickets.php?id=102', '<table class="ticket_info"></table>'],
  redmine: ['https://desk.nord.example/issues/102', '<meta name="description" content="Redmine">'],
  'request-tracker': [
    'https://desk.nord.example/Ticket/Display.html?id=102',
    '<div class="ticket-info-basics"></div>',
  ],
  roundup: ['https://desk.nord.example/issue102', '<form name="itemSynopsis"></form>'],
  salesforce: ['https://nord.lightning.force.com/lightning/r/Case/5000000000000AA/view'],
  'servicenow-classic': [`https://nord.service-now.com/incident.do?sys_id=${HEX}`],
  'servicenow-workspace': [`https://nord.service-now.com/now/workspace/agent/record/incident/${HEX}`],
  trac: ['https://desk.nord.example/ticket/102', '<h2 id="trac-ticket-title"></h2>'],
  youtrack: ['https://nord.youtrack.cloud/issue/NORD-102'],
  zammad: ['https://desk.nord.example/#ticket/zoom/102', '<div class="ticketZoom"></div>'],
  zendesk: ['https://nord.zendesk.com/agent/tickets/102'],
  znuny: [
    'https://desk.nord.example/index.pl?Action=AgentTicketZoom;TicketID=102',
    '<div id="ticketDetails"></div>',
  ],
  'zoho-desk': ['https://desk.zoho.com/agent/nord/desk/tickets/details/102'],
};

const redesigned = (
  mark = '',
) => `<!doctype html><html lang="en"><head><title>Desk</title></head><body>${mark}
  <main class="geheim"><h1>Ticket #102: Geheimsache</h1>
  <dl><dt>Status</dt><dd>Open</dd><dt>Requester</dt><dd>Ada Lund &lt;ada@nord.example&gt;</dd></dl>
  <ol>${message('Ada Lund', time('2026-06-10T10:00+02:00'), 'It is stuck.')}${message('Bo Kern', time('2026-06-10T11:00+02:00'), 'Mended.', 'Agent')}</ol>
  </main></body></html>`;

function read(id: string) {
  const [address, mark] = PAGES[id]!;
  const document = documentOf(redesigned(mark));
  const url = new URL(address);
  const readers = makeSiteReaders({
    fetch: () => new Promise<never>(() => undefined),
    clock: () => NOW_MS,
    changed: () => undefined,
  });
  const options = { zone: null, browserZone: 'UTC', nowMs: NOW_MS };
  const facts = atOnce(readers.read(document, url, options, readTicket));
  return { facts, report: () => readers.report(document, url, facts!) };
}

it('each known system has its line here', () => {
  expect(Object.keys(PAGES).sort()).toEqual(SITES.map(({ id }) => id).sort());
});

const anchored = SITES.filter(({ anchors }) => anchors.subject.length + anchors.threads.length > 0);

describe('without its anchors', () => {
  it.each(anchored)('$name: read at large, and said so', ({ id, name }) => {
    const { facts } = read(id);
    expect(facts?.changed).toBe(name);
    expect(summary(facts)).toEqual([
      'customer Ada Lund 2026-06-10T08:00:00.000Z',
      'staff Bo Kern 2026-06-10T09:00:00.000Z',
    ]);
  });

  it.each(anchored)('$name: reported by our own anchors alone', ({ id }) => {
    const report = read(id).report();
    expect(report).toContain(`reader "${id}"`);
    expect(report).toContain('messages: 2, without a time: 0');
    expect(report).not.toMatch(/geheim|\bAda\b|\bLund\b|\bKern\b|102|stuck|Mended|\bnord/i);
  });

  it('Front, of which we know no anchor, has lost none', () => {
    expect(read('front').facts?.changed).toBeUndefined();
  });
});
