/** The agenda of an engagement's weekly call, and the engagements that one can be made for. */
import { agendaIds, agendaOf } from '#core/tracker/index.ts';
import { openRead } from '../check.ts';
import { readTracker } from '../read-rows.ts';
import { type Desk, unread } from './desk.ts';
import { engagementOffers } from './engagement-offers.ts';
import { findingShown } from './finding-shown.ts';
import type { SidebarAnswer } from './protocol.ts';

/** For the first engagement where none is named, or the one named is gone. */
export function agenda(wanted: string | null, desk: Desk): SidebarAnswer {
  const { spreadsheet, workbook, words, sheetWords, nowMs } = desk;
  const read = readTracker(spreadsheet, workbook, words);
  if ('missing' in read) return unread(read);
  const tracker = openRead(read, workbook, sheetWords, nowMs);
  const ids = agendaIds(tracker);
  const id = ids.find((one) => one === wanted) ?? ids[0];
  const made = id === undefined ? null : agendaOf(tracker, id);
  const written = workbook.language;
  return {
    kind: 'agenda',
    written,
    engagements: engagementOffers(read.rows).filter((one) => ids.includes(one.id)),
    engagement: made && id!,
    agenda: made && {
      ...made,
      findings: made.findings.map(findingShown(written, tracker.book.rulebook)),
    },
  };
}
