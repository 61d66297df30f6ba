/** What is stored about trackers in Google Sheets. The tokens go with the browser's session. */
import { storage } from 'wxt/utils/storage';
import type { Directory } from '#core/engagement/directory-schema.ts';
import type { Problem } from '#core/problem.ts';
import type { HandNotes } from '#core/tracker/hand-notes.ts';
import type { Base } from '#core/tracker/read-directory.ts';
import type { SheetRules } from '#core/tracker/read-rules.ts';
import { EMPTY_QUEUE, type QueueState } from '../background/queue/entry.ts';
import type { Making } from '../platform/sheets/create-tracker.ts';
import type { Client, Tokens } from '../platform/sheets/sign-in.ts';
import { toReadAnew, withBase, withNotes, withRowCells, withRules } from './older.ts';
import { soundly } from './sound.ts';

export interface StoredTracker {
  name: string;
  /** Google's count of the file's changes at the last good reading. */
  version: string | null;
  /** The last good copy; `null` where there has been none yet. */
  directory: Directory | null;
  readMs: number | null;
  /** What its dropdowns show for an id, in the workbook's language: `method.e-mail` → "E-mail". */
  shown: Record<string, string>;
  /** Who took note of findings in the sheet itself, by hand. */
  notes: HandNotes;
  /** What its Rules tab sets; `null` where it has none. */
  rules: SheetRules | null;
  /** Why there has been no newer copy, and since when. */
  trouble: { problems: Problem[]; sinceMs: number } | null;
}

export const clientItem = storage.defineItem<Client | null>('local:google-client', {
  fallback: null,
  version: 1,
});
export const tokensItem = storage.defineItem<Tokens | null>('session:google-tokens', { fallback: null });
export const trackersItem = soundly(
  storage.defineItem<Record<string, StoredTracker>>('local:trackers', {
    fallback: {},
    version: 4,
    migrations: { 2: toReadAnew, 3: withNotes, 4: withRules },
  }),
);
/** A tracker that is being made here; whoever starts after a kill goes on with it. */
export const makingItem = storage.defineItem<Making | null>('local:making', { fallback: null, version: 1 });
/** What a tracker rests on: rules and calendars of the directory last in use. */
export interface KeptBase extends Base {
  /** The same rules with what Rules tabs set, as they were put in use. */
  onSheet?: Directory['rulebook'];
  /** The tracker whose tab that is. */
  ruledBy?: string;
}
export const trackerBaseItem = storage.defineItem<KeptBase | null>('local:tracker-base', {
  fallback: null,
  version: 1,
});
export const queueItem = soundly(
  storage.defineItem<QueueState>('local:queue', {
    fallback: EMPTY_QUEUE,
    version: 3,
    migrations: { 2: withRowCells, 3: withBase },
  }),
);
