/** Readers of single ticket systems, alphabetical. Every other page is the generic reader's. */
import { bugzilla } from './bugzilla.ts';
import { chatwoot } from './chatwoot.ts';
import { dynamics } from './dynamics.ts';
import { freescout } from './freescout.ts';
import { freshdesk } from './freshdesk.ts';
import { front } from './front.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { glpi } from './glpi.ts';
import { helpScout } from './help-scout.ts';
import { hubspot } from './hubspot.ts';
import { intercom } from './intercom.ts';
import { itop } from './itop.ts';
import { jira } from './jira.ts';
import { libredesk } from './libredesk.ts';
import { linear } from './linear.ts';
import { mantisbt } from './mantisbt.ts';
import { odoo } from './odoo.ts';
import { osticket } from './osticket.ts';
import { redmine } from './redmine.ts';
import { requestTracker } from './request-tracker.ts';
import { roundup } from './roundup.ts';
import { salesforce } from './salesforce.ts';
import { servicenowClassic } from './servicenow-classic.ts';
import { servicenowWorkspace } from './servicenow-workspace.ts';
import type { SiteReader } from './site-reader.ts';
import { trac } from './trac.ts';
import { youtrack } from './youtrack.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';
import { znuny } from './znuny.ts';
import { zohoDesk } from './zoho-desk.ts';

export const SITES: readonly SiteReader[] = [
  bugzilla,
  chatwoot,
  dynamics,
  freescout,
  freshdesk,
  front,
  github,
  gitlab,
  glpi,
  helpScout,
  hubspot,
  intercom,
  itop,
  jira,
  libredesk,
  linear,
  mantisbt,
  odoo,
  osticket,
  redmine,
  requestTracker,
  roundup,
  salesforce,
  servicenowClassic,
  servicenowWorkspace,
  trac,
  youtrack,
  zammad,
  zendesk,
  znuny,
  zohoDesk,
];
