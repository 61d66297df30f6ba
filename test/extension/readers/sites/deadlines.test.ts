/** The deadline that a system shows of its own accord: what a colleague sees beside the contract's. */
import { describe, expect, it } from 'vitest';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { readData, readSite } from './site-page.ts';

const deadlineOf = (facts: TicketFacts | null): string | null => {
  const at = facts?.deadline?.value;
  return at ? new Date(at.fromMs).toISOString() : null;
};

/** Noon in Berlin, or the same instant with its offset. */
const NOON = '2026-06-12T10:00:00.000Z';
/** Dates in numbers need a day over 12 to be read; Redmine says the day alone, which begins at midnight in Berlin. */
const BY_SITE: Record<string, string> = {
  odoo: '2026-06-25T10:00:00.000Z',
  redmine: '2026-06-24T22:00:00.000Z',
};

describe('on the page', () => {
  it.each([
    [
      'glpi',
      'https://desk.nord.example/front/ticket.form.php?id=7',
      `<div class="itil-object"><h3 class="navigationheader-title">Printer</h3>
       <input name="time_to_own" value="2026-06-12 12:00:00"><input name="time_to_resolve" value="2026-06-30 12:00:00"></div>`,
    ],
    [
      'glpi',
      'https://desk.nord.example/front/ticket.form.php?id=7',
      `<div class="itil-object"><h3 class="navigationheader-title">Printer</h3><input name="time_to_own" value="">
       <div class="form-field"><label for="slas_id_ttr_5">TTR</label><div><div class="text-muted">2026-06-12 12:00</div></div></div></div>`,
    ],
    [
      'hubspot',
      'https://app.hubspot.com/contacts/7/record/0-5/102',
      `<div data-selenium-test="ticket-highlight-details"><h3>Printer</h3></div>
       <div data-selenium-test="property-input-hs_time_to_first_response_sla_at">June 12, 2026 12:00 PM</div>`,
    ],
    [
      'itop',
      'https://desk.nord.example/pages/UI.php?operation=details&class=UserRequest&id=7',
      `<div class="ibo-object-details" data-object-class="UserRequest"><div data-attribute-code="title"><div class="ibo-field--value">Printer</div></div>
       <div data-attribute-code="tto_escalation_deadline"><div class="ibo-field--value">2026-06-12 12:00:00</div></div></div>`,
    ],
    [
      'odoo',
      'https://nord.odoo.com/odoo/helpdesk/1/tickets/7',
      `<div class="o_web_client"><div class="o_field_widget" name="name"><textarea>Printer</textarea></div>
       <div class="o_field_widget" name="sla_deadline">06/25/2026 12:00:00</div></div>`,
    ],
    [
      'redmine',
      'https://desk.nord.example/issues/7',
      `<div id="content"><h2>Support #7</h2><div class="issue"><div class="subject"><h3>Printer</h3></div>
       <div class="attribute due-date"><div class="label">Due date:</div><div class="value">06/25/2026</div></div></div></div>`,
    ],
    [
      'request-tracker',
      'https://desk.nord.example/Ticket/Display.html?id=7',
      `<div class="ticket-info-basics"></div><div class="ticket-info-dates"><div class="date form-row due"><div class="label">Due:</div>
       <div class="value"><span class="current-value"><span class="overdue">Fri Jun 12 12:00:00 2026</span></span></div></div></div>
       <div class="transaction message"><span class="metadata"><span class="user">Ada Lund</span> <span class="date">Thu Jun 11 09:00:00 2026</span></span><div class="content">Stuck.</div></div>`,
    ],
    [
      'servicenow-classic',
      'https://nord.service-now.com/incident.do?sys_id=0123456789abcdef0123456789abcdef',
      `<input id="incident.number" value="INC0007"><input id="incident.short_description" value="Printer"><input id="incident.sla_due" value="2026-06-12 12:00:00">`,
    ],
    [
      'zammad',
      'https://desk.nord.example/#ticket/zoom/7',
      `<div class="content active"><div class="ticketZoom"><div class="ticket-title"><span class="objectName">Printer</span></div>
       <small>created <time datetime="2026-06-10T10:00:00Z">yesterday</time> - <span class="escalation-popover">escalation <time datetime="${NOON}">in 1 day</time></span></small></div></div>`,
    ],
  ])('%s', (reader, url, html) => {
    const facts = readSite(`<body class="controller-issues action-show">${html}</body>`, url);
    expect(facts?.reader).toBe(reader);
    expect(deadlineOf(facts)).toBe(BY_SITE[reader] ?? NOON);
  });

  const znuny = (left: string, more = '') =>
    readSite(
      `<body><div class="TicketZoom"><div class="Headline"><h1>Ticket#2026060810000012 — Printer</h1></div><table id="ArticleTable"><tbody>
       <tr class="customer"><td class="Sender"><div title="Ada Lund">Ada</div></td><td class="Created"><div title="06/08/2026 10:00 (Europe/Berlin)">x</div></td></tr></tbody></table>
       <fieldset class="TableLike"><label>Alter:</label><p class="Value">1 Tag 3 Stunden</p></fieldset>
       <fieldset class="TableLike"><label>Reaktionszeit:</label><div class="Value"><p title="Service-Zeit: 3 h" class="">
         ${left}\n<br>\n12.06.2026 12:00\n</p></div>${more}</fieldset></div></body>`,
      'https://znuny.nord.example/znuny/index.pl?Action=AgentTicketZoom;TicketID=7',
    );

  it.each(['2 Std. 10 Min.', '- 10 m', '1 day 3 hours', '0 Stunden 14 Minuten'])(
    'Znuny: the date of the first answer, whatever stands before it: %s',
    (left) => {
      const solution =
        '<label>Lösungszeit:</label><div class="Value"><p title="Service-Zeit: 9 h">9 h<br>14.06.2026 12:00</p></div>';
      expect(deadlineOf(znuny(left, solution))).toBe(NOON);
    },
  );

  it('what any page calls a deadline is taken where the system’s reader knows no place for it', () => {
    const facts = readSite(
      `<body><div class="TicketZoom"><div class="Headline"><h1>Ticket#2026060810000012 — Printer</h1></div><table id="ArticleTable"><tbody>
       <tr class="customer"><td class="Sender"><div title="Ada Lund">Ada</div></td><td class="Created"><div title="06/08/2026 10:00 (Europe/Berlin)">x</div></td></tr></tbody></table>
       <dl><dt>State:</dt><dd>open</dd><dt>Due:</dt><dd>2026-06-12 12:00</dd></dl></div></body>`,
      'https://znuny.nord.example/znuny/index.pl?Action=AgentTicketZoom;TicketID=7',
    );
    expect([facts?.reader, facts?.deadline?.source, deadlineOf(facts)]).toEqual(['znuny', 'label', NOON]);
  });
});

describe('in a system’s own data', () => {
  const zendesk = (targets: object[]) =>
    readData(
      '<body><div data-test-id="omni-log-container"></div><h1>#102</h1><p>Status: Open</p><p>Requester: Ada Lund</p></body>',
      'https://nord.zendesk.com/agent/tickets/102',
      {
        '/api/v2/tickets/102.json': {
          ticket: {
            subject: 'Printer',
            requester_id: 1,
            created_at: '2026-06-10T08:00:00Z',
            status: 'open',
            slas: { policy_metrics: targets },
          },
          users: [{ id: 1, name: 'Ada Lund', role: 'end-user' }],
        },
        '/api/v2/tickets/102/comments.json': {
          comments: [{ author_id: 1, public: true, created_at: '2026-06-10T08:00:00Z' }],
          count: 1,
        },
      },
    );

  it('Zendesk: the next answer before a solution; what is paused or achieved counts for nothing', async () => {
    const { facts } = await zendesk([
      { metric: 'requester_wait_time', stage: 'active', breach_at: '2026-06-11T10:00:00Z' },
      { metric: 'first_reply_time', stage: 'achieved', breach_at: '2026-06-10T10:00:00Z' },
      { metric: 'next_reply_time', stage: 'active', breach_at: '2026-06-12T10:00:00Z' },
    ]);
    expect(deadlineOf(facts)).toBe(NOON);
    const paused = await zendesk([{ metric: 'next_reply_time', stage: 'paused', breach_at: null }]);
    expect(deadlineOf(paused.facts)).toBeNull();
  });

  const freshdesk = (thread: object[]) =>
    readData(
      '<body><h2 class="ticket-subject-heading">Printer</h2></body>',
      'https://nord.freshdesk.com/a/tickets/102',
      {
        '/api/v2/tickets/102': {
          subject: 'Printer',
          status: 2,
          created_at: '2026-06-10T08:00:00Z',
          fr_due_by: '2026-06-12T10:00:00Z',
          due_by: '2026-06-20T10:00:00Z',
        },
        '/api/v2/tickets/102/conversations': thread,
      },
    );

  it('Freshdesk: the first answer’s as long as none was given, then the solution’s', async () => {
    const waiting = await freshdesk([{ incoming: false, private: true, created_at: '2026-06-10T09:00:00Z' }]);
    expect(deadlineOf(waiting.facts)).toBe(NOON);
    const answered = await freshdesk([
      { incoming: false, private: false, created_at: '2026-06-10T09:00:00Z' },
    ]);
    expect(deadlineOf(answered.facts)).toBe('2026-06-20T10:00:00.000Z');
  });

  const jira = (targets: object[] | null) =>
    readData(
      '<body><h1 data-testid="issue.views.issue-base.foundation.summary.heading">Printer</h1></body>',
      'https://nord.atlassian.net/browse/DESK-102',
      {
        '/rest/api/2/issue/DESK-102': {
          fields: {
            summary: 'Printer',
            created: '2026-06-08T10:00:00.000+0200',
            comment: { comments: [], total: 0 },
          },
        },
        ...(targets && { '/rest/servicedeskapi/request/DESK-102/sla': { values: targets } }),
      },
    );
  const runs = (iso: string, paused = false) => ({
    ongoingCycle: { paused, breachTime: { epochMillis: Date.parse(iso) } },
  });

  it('Jira Service Management: what is missed first of what runs; an issue without targets has none', async () => {
    const { facts } = await jira([
      { completedCycles: [{ breachTime: { epochMillis: Date.parse('2026-06-09T10:00:00Z') } }] },
      runs('2026-06-11T10:00:00Z', true),
      runs('2026-06-20T10:00:00Z'),
      runs(NOON),
    ]);
    expect(deadlineOf(facts)).toBe(NOON);
    const bare = await jira(null);
    expect([bare.facts?.subject?.value, deadlineOf(bare.facts)]).toEqual(['Printer', null]);
  });

  it('Dynamics 365: by when a case wants an answer', async () => {
    const id = '01234567-89ab-cdef-0123-456789abcdef';
    const { facts } = await readData(
      '<body><input data-id="title.fieldControl-text-box-text" value="Printer"></body>',
      `https://nord.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=incident&id=${id}`,
      {
        [`/api/data/v9.2/incidents(${id})`]: {
          title: 'Printer',
          createdon: '2026-06-10T08:00:00Z',
          statecode: 0,
          responseby: '2026-06-12T10:00:00Z',
          resolveby: '2026-06-20T10:00:00Z',
        },
        '/api/data/v9.2/emails': { value: [] },
      },
    );
    expect(deadlineOf(facts)).toBe(NOON);
  });
});
