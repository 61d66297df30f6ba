/** The ticket systems of the tests, one line each, alphabetical. */
import { DEBBUGS } from './debbugs.ts';
import { FOSSIL } from './fossil.ts';
import { KANBOARD } from './kanboard.ts';
import { ODOO_14 } from './odoo-14.ts';
import { ODOO_19 } from './odoo-19.ts';
import { PAGURE } from './pagure.ts';
import { REDMINE } from './redmine.ts';
import { REQUEST_TRACKER, REQUEST_TRACKER_4 } from './request-tracker.ts';
import type { TicketSystem } from './system.ts';
import { TRAC } from './trac.ts';
import { WHUPS } from './whups.ts';
import { ZNUNY } from './znuny.ts';

/** With pages in several languages, and forms for an answer: the live tests go through all of it. */
export const DESKS: TicketSystem[] = [REDMINE, REQUEST_TRACKER, TRAC, ZNUNY];

/** Those whose pages are read and counted. */
export const SYSTEMS: TicketSystem[] = [
  DEBBUGS,
  FOSSIL,
  KANBOARD,
  ODOO_14,
  ODOO_19,
  PAGURE,
  REQUEST_TRACKER_4,
  WHUPS,
  ...DESKS,
];
