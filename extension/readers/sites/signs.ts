/**
 * By what the address of a ticket is known, for each site, alphabetical; the group is the ticket's id. Every page
 * that is looked at carries these lines, so what else a site is known by stands in its own file.
 */
export const SIGNS = {
  bugzilla: /show_bug\.cgi\?(?:.*&)?id=(\d+)/,
  chatwoot: /\/app\/accounts\/\d+\/.*conversations\/(\d+)/,
  dynamics: /(?=.*[?&]etn=incident\b).*[?&]id=(?:%7b)?([\da-f-]{36})/i,
  freescout: /\/conversation\/(\d+)(?!\/?\d)/,
  freshdesk: /\/a\/tickets\/(\d+)/,
  front: /\/open\/(cnv_\w+)/,
  github: /^\/[\w.-]+\/[\w.-]+\/issues\/(\d+)/,
  gitlab: /\/-\/(?:issues|work_items)\/(?:incident\/)?(\d+)/,
  glpi: /\/ticket\.form\.php\?(?:.*&)?id=(\d+)/,
  'help-scout': /\/conversation\/(\d+)\/\d+/,
  hubspot: /\/(?:record\/0-5|ticket)\/(\d+)/,
  intercom: /\/inbox\/.*conversation\/(\d+)/,
  itop: /(?=.*\bclass=(?:UserRequest|Incident)\b).*[?&]id=(\d+)/,
  jira: /(?:\/browse\/|selectedIssue=|\/queues\/(?:[\w-]+\/)+|\/portal\/\d+\/|\/issues\/)([A-Z]\w+-\d+)/,
  libredesk: /\/conversation\/([\da-f]{8}-[\da-f-]{27})/,
  linear: /\/issue\/([A-Z]\w*-\d+)/,
  mantisbt: /\/view\.php\?(?:.*&)?id=(\d+)/,
  odoo: /(?:\/odoo\/.*(?:ticket|task)s?\/|(?=.*model=(?:helpdesk\.ticket|project\.task)).*[#&?]id=)(\d+)/,
  osticket: /\/tickets\.php\?(?:.*&)?id=(\d+)/,
  redmine: /\/issues\/(\d+)/,
  'request-tracker': /\/(?:Ticket|SelfService)\/Display\.html\?(?:.*[&;])?id=(\d+)/,
  roundup: /\/(?:issue|bug|ticket|support)(\d+)(?=$|[?#])/,
  salesforce: /\/r\/Case\/(500\w{12,15})\//,
  'servicenow-classic':
    /[/=](?:incident|problem|change_request|interaction|sc_req_item|sc_task|sn_customerservice_case)\.do(?:\?|%3f).*?sys_id(?:=|%3d)([\da-f]{32})/i,
  'servicenow-workspace':
    /\/record\/(?:incident|problem|change_request|interaction|sc_req_item|sc_task|sn_customerservice_case)\/([\da-f]{32})/,
  trac: /\/ticket\/(\d+)/,
  youtrack: /\/issues?\/([A-Z]\w*-\d+)/,
  zammad: /#ticket\/zoom\/(\d+)/,
  zendesk: /\/agent\/(?:.*\/)?tickets\/(\d+)/,
  znuny: /Action=(?:Agent|Customer)TicketZoom\b.*?Ticket(?:ID|Number)=(\d+)/,
  'zoho-desk': /\/tickets?\/details\/(\d+)/,
} as const satisfies Record<string, RegExp>;

export type SiteId = keyof typeof SIGNS;

/** What is longer would be looked through for as long as its writer wants. */
const LONGEST = 2000;

/** The part of an address that a sign is looked for in. */
export const addressOf = ({ pathname, search, hash }: URL): string =>
  (pathname + search + hash).slice(0, LONGEST);

/** Whether an address may be that of a ticket on a known system. */
export const hasSign = (url: URL): boolean => Object.values(SIGNS).some((sign) => sign.test(addressOf(url)));
