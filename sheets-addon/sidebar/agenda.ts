/** The agenda of an engagement's weekly call, and the engagements that one can be made for. */
import { agendaIds, agendaOf } from '#core/tracker/index.ts';
import { openRead } from '../check.ts';
import { readTracker } from '../read-rows.ts';
import type { Desk } from './desk.ts';
import { findingShown } from './finding-shown.ts';
import type { SidebarAnswer } from './protocol.ts';

/** For the first engagement where none is named, or the one named is gone. */
export function agenda(wanted: string | null, desk: Desk): SidebarAnswer {
  const { spreadsheet, workbook, words, sheetWords, nowMs, language } = desk;
  const read = readTracker(spreadsheet, workbook, words);
  if ('missing' in read) return { kind: 'failed', text: read.missing };
  const tracker = openRead(read, workbook, sheetWords, nowMs);
  const engagements = agendaIds(tracker);
  const id = engagements.find((one) => one === wanted) ?? engagements[0];
  const made = id === undefined ? null : agendaOf(tracker, id);
  if (id === undefined || made === null)
    return { kind: 'agenda', engagements, engagement: null, agenda: null };
  const findings = made.findings.map(findingShown(language, tracker.book.rulebook));
  return { kind: 'agenda', engagements, engagement: id, agenda: { ...made, findings } };
}
