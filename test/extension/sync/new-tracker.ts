/** A tracker as the extension makes one, in English, from rows of the plain directory. */
import { translator } from '#core';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import type { TrackerRows } from '#core/tracker/index.ts';
import { listRows } from '#core/tracker/tabs/lists.ts';
import { wordsOf } from '#core/tracker/words.ts';
import { createTracker } from '../../../extension/platform/sheets/create-tracker.ts';
import type { NewTracker } from '../../../extension/platform/sheets/new-tracker.ts';
import { TRACKER_SHAPE } from '../../../extension/platform/sheets/tracker-shape.ts';
import { TOKEN } from '../../sheets-addon/provision/account.ts';
import type { StandInGoogle } from '../../support/google/server.ts';

export const MAKING = { run: 'log-run-1', title: 'Tracker of <b>Mira</b>' };

export function newTracker(rows: TrackerRows = {}): NewTracker {
  const translate = translator('en') as (key: string) => string;
  const lists = listRows({ words: wordsOf('en'), rulebook: serviceManagement, calendars: ['berlin'] });
  return {
    tabs: TRACKER_SHAPE,
    rows: { ...rows, lists },
    title: (tab) => translate(`tab.${tab}`),
    header: (tab, column) => (tab === 'lists' ? column : translate(`column.${tab}.${column}`)),
    locale: 'en_US',
    zone: 'Europe/Berlin',
  };
}

export const callerOf = () => ({
  fetch: (url: string, init: RequestInit) => fetch(url, init),
  token: async () => TOKEN,
});

export const addressesOf = ({ url }: StandInGoogle) => ({ drive: url, sheets: url });

export function makeAt(google: StandInGoogle, rows: TrackerRows = {}, making = MAKING) {
  return createTracker(callerOf(), making, newTracker(rows), addressesOf(google));
}
