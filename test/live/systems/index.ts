/** The ticket systems of the live tests, one line each, alphabetical. */
import { REDMINE } from './redmine.ts';
import { REQUEST_TRACKER } from './request-tracker.ts';
import type { TicketSystem } from './system.ts';
import { TRAC } from './trac.ts';
import { ZNUNY } from './znuny.ts';

export const SYSTEMS: TicketSystem[] = [REDMINE, REQUEST_TRACKER, TRAC, ZNUNY];
