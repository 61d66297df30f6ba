/** A tracker's rows, ready for core's rules at this moment of its own zone, read as its Rules tab says. */
import { isProblem, sayProblem, type Zone, zoneOf } from '#core';
import {
  asReadOnSheet,
  firstRowOf,
  type OpenTracker as OpenRows,
  openTracker as openRows,
  tabOf,
  wallsAt,
  wordsOf,
} from '#core/tracker/index.ts';
import { type Call, Complaint } from './command.ts';
import type { OpenTracker } from './open-tracker.ts';

export function zoneIn({ remote }: OpenTracker, { translate }: Call): Zone {
  const zone = zoneOf(remote.timeZone);
  if (isProblem(zone)) throw new Complaint([sayProblem(zone, translate)]);
  return zone;
}

export function openedRows(tracker: OpenTracker, call: Call): OpenRows {
  const { rows, workbook, placed, named, rulebook, language } = tracker;
  const { nowMs } = call.edge;
  const zone = zoneIn(tracker, call);
  const share = named.warnFromShare;
  return openRows(rows, {
    rulebook: asReadOnSheet(rulebook, named.businessDay),
    words: wordsOf(language),
    rulesRows: rows.rules ?? [],
    ...(typeof share === 'number' && share > 0 ? { warnFromShare: share } : {}),
    nowMs: nowMs + zone.offsetMs(nowMs),
    walls: wallsAt(nowMs, (atMs) => zone.offsetMs(atMs)),
    firstRowOf: (tab) => firstRowOf(tabOf(workbook, tab)),
    titleOf: (tab) => placed.find((entry) => entry.tab.id === tab)!.tab.title,
  });
}
