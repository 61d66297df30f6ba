/** Who took note of a finding on a ticket, as rows for the Violations tab. */

import type { Row, TrackerRows } from './rows.ts';
import { placeIn, textOf } from './verdict/read-cell.ts';

export interface JournalNotes {
  /** What holds now, by the keys of the findings. */
  current: ReadonlyMap<string, Row>;
  /** Whether a row's note came from the journal, which says by itself whether it still holds. */
  isOurs: (row: Row) => boolean;
}

interface Line {
  isNoted: boolean;
  by: string;
  reason: string;
  atMs: number;
}

/** Reads the Decisions tab without its schemas, which the add-on does not carry; lines that cannot be read are passed over. */
export function notesInJournal({ decisions = [], lists = [] }: TrackerRows): JournalNotes {
  const shown = lists.map((row) => textOf(row.decision));
  const last = new Map<string, Line>();
  const written = new Set<string>();
  for (const row of decisions) {
    const place = placeIn(shown, textOf(row.decision));
    const id = place < 0 ? '' : textOf(lists[place]!.decisionId);
    const atMs = Date.parse(textOf(row.at));
    const isNoted = id === 'acknowledged';
    if (!(isNoted || id === 'not-acknowledged') || !Number.isFinite(atMs)) continue;
    const [key, by, reason] = [textOf(row.about), textOf(row.by), textOf(row.reason)];
    if (isNoted) written.add(noteKey(key, by, reason));
    const before = last.get(key);
    if (!before || before.atMs <= atMs) last.set(key, { isNoted, by, reason, atMs });
  }
  const current = [...last].flatMap(([key, { isNoted, by, reason }]) =>
    isNoted ? [[key, { acknowledgedBy: by, reason }] as const] : [],
  );
  return {
    current: new Map(current),
    isOurs: ({ key, acknowledgedBy, reason }) =>
      written.has(noteKey(textOf(key), textOf(acknowledgedBy), textOf(reason))),
  };
}

function noteKey(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
