/** A tracker at the stand-in for Google, made as the command line makes it, and the extension's view of it. */

import { openDirectory } from '#core';
import type { Directory } from '#core/engagement/directory-schema.ts';
import { directoryRows, type TrackerRows, wordsOf } from '#core/tracker/index.ts';
import type { Caller } from '../../../extension/platform/sheets/google-call.ts';
import { fileState } from '../../../extension/platform/sheets/google-drive.ts';
import { googleSheet } from '../../../extension/platform/sheets/google-sheet.ts';
import { accountAt, makeTracker, TOKEN, wantedTracker } from '../../sheets-addon/provision/account.ts';
import { StandInGoogle } from '../../support/google/server.ts';
import { plainDirectory } from '../../support/plain-directory.ts';

export const ACTIVITY_COLUMNS = [
  'date',
  'engagement',
  'hours',
  'deliverable',
  'method',
  'language',
  'weeklyCall',
  'priorNotice',
  'case',
  'note',
  'id',
];

export function plainRows(language: 'en' | 'de' = 'en', more: Partial<Directory> = {}): TrackerRows {
  const book = openDirectory({ ...plainDirectory(), ...more });
  if (Array.isArray(book)) throw new Error(JSON.stringify(book));
  return directoryRows(book, wordsOf(language), '2026-06-08');
}

export interface Bench {
  google: StandInGoogle;
  id: string;
  caller: Caller;
  sheet: ReturnType<typeof googleSheet>;
  state: () => ReturnType<typeof fileState>;
  /** Calls since the last time that this was asked, by method and path. */
  calls: () => string[];
  close: () => Promise<void>;
}

export async function trackerBench(
  rows = plainRows(),
  language = 'en',
  token: string | null = TOKEN,
): Promise<Bench> {
  const google = new StandInGoogle();
  await google.start();
  const { id } = await makeTracker(accountAt(google), wantedTracker(language, rows));
  const caller: Caller = { fetch: (url, init) => fetch(url, init), token: async () => token };
  let seen = google.calls.length;
  return {
    google,
    id,
    caller,
    sheet: googleSheet(caller, id, google.url),
    state: () => fileState(caller, id, google.url),
    calls: () => {
      const made = google.calls.slice(seen).map(({ method, path }) => `${method} ${path.split('/').at(-1)!}`);
      seen = google.calls.length;
      return made;
    },
    close: () => google.stop(),
  };
}
