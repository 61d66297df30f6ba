/** An account at the stand-in, and the small tracker that the tests work with. */
import { auth } from 'googleapis/build/src/apis/sheets/index.js';
import { languageFor } from '#core';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { describeTracker, type TrackerRows, wordsOf } from '#core/tracker/index.ts';
import { openServices } from '../../../sheets-addon/provision/google/services.ts';
import {
  type Created,
  createSpreadsheet,
  finishSpreadsheet,
} from '../../../sheets-addon/provision/online/create.ts';
import type { Wanted } from '../../../sheets-addon/provision/online/plan.ts';
import type { Access } from '../../../sheets-addon/provision/online/remote.ts';
import { settle } from '../../../sheets-addon/provision/online/settle.ts';
import type { StandInGoogle } from '../../support/google/server.ts';

export const TOKEN = 'test-token';
/** Long even for a busy machine. */
const TIMEOUT_MS = 25_000;
/** Short, for an answer that never comes; on a busy machine others may come too late for it as well. */
export const SHORT_MS = 1500;

export interface Account extends Access {
  /** How long each wait would have been. */
  waits: number[];
}

export function accountAt(google: StandInGoogle, timeoutMs = TIMEOUT_MS): Account {
  const waits: number[] = [];
  const bearer = new auth.OAuth2();
  bearer.setCredentials({ access_token: TOKEN });
  return {
    services: openServices({ auth: bearer, timeoutMs, rootUrl: google.url }),
    patience: { pause: async (ms) => void waits.push(ms), random: () => 0.5, waiting: () => {} },
    waits,
  };
}

/** Few rows, so that a test can make a tracker many times. */
const SMALL = Object.fromEntries(
  [
    'engagements',
    'managers',
    'customers',
    'contacts',
    'cases',
    'inquiries',
    'activities',
    'decisions',
    'calendar',
    'violations',
    'deliverables',
  ].map((id) => [id, 6]),
);

export function wantedTracker(
  language = 'en',
  rows: TrackerRows = {},
  capacity: Readonly<Record<string, number>> = {},
): Wanted {
  const known = languageFor([language]);
  return {
    workbook: describeTracker({
      language: known,
      rulebook: serviceManagement,
      calendars: ['berlin'],
      capacity: { ...SMALL, ...capacity },
    }),
    words: wordsOf(known),
    rows,
    named: {},
    nowMs: Date.parse('2026-06-12T09:00:00Z'),
  };
}

export const QUIET = { tab: () => {} };
export const FRESH = { locale: 'en_US', timeZone: 'Europe/Berlin' };

/** What `create` does, from nothing to a finished tracker. */
export async function makeTracker(
  account: Access,
  wanted = wantedTracker(),
  title = 'Tracker',
): Promise<Created> {
  const options = { title, another: false, run: 'run-1' };
  const created = await createSpreadsheet(account, options);
  await settle(account, created.id, { ...wanted, fresh: FRESH }, QUIET);
  await finishSpreadsheet(account, created, options);
  return created;
}
