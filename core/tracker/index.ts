/** The tracker's public surface, re-exports only. */
export { CELL_LIMIT, cellsIn, cellsOf, type Grid } from './cell-limit.ts';
export { capacityWith, describeTracker, type TrackerOptions, USUAL_CAPACITY } from './describe.ts';
export { directoryRows } from './directory-rows.ts';
export type { Expr, FunctionName } from './formula.ts';
export { type Notation, writeFormula } from './formula-text.ts';
export { notesInJournal } from './journal-notes.ts';
export { withLeads } from './leads.ts';
export { alignmentOf, HIGHLIGHT_MARK, highlightFormula, LOOK, NUMBER_FORMATS, paintOf } from './look.ts';
export {
  COLUMN_MARK,
  HELPER_MARK,
  markOf,
  PROTECTION_MARK,
  steadyId,
  TAB_MARK,
  UNFINISHED_MARK,
} from './marks.ts';
export {
  columnLetters,
  describedPosition,
  notationFor,
  type PositionOf,
  quotedTitle,
} from './notation.ts';
export { MOST_SPARE, preparedRows } from './prepared-rows.ts';
export { readTrackerRows } from './read-directory.ts';
export {
  type Cell,
  dateOfSerial,
  FIRST_SERIAL,
  LAST_SERIAL,
  type Row,
  serialOf,
  serialOfInstant,
  type TrackerRows,
  timeOfSerial,
} from './rows.ts';
export { LIMIT_RULES, type LimitRule, tierColumn } from './tabs/rules-places.ts';
export { linesIn } from './text-lines.ts';
export { type Agenda, agendaIds, agendaOf } from './verdict/agenda.ts';
export { type CheckOptions, checkRows, checkTracker, type TrackerVerdict } from './verdict/check-tracker.ts';
export { findDeliverables } from './verdict/find-deliverables.ts';
export { findInTracker, findViolations } from './verdict/find-violations.ts';
export { listNumbers } from './verdict/list-numbers.ts';
export { type FindOptions, type OpenTracker, openTracker } from './verdict/open-tracker.ts';
export { readLimit, textOf } from './verdict/read-cell.ts';
export { type RowStatus, sayStatus } from './verdict/row-status.ts';
export { rowsToMend } from './verdict/rows-to-mend.ts';
export { asReadOnSheet, rulebookChoice } from './verdict/sheet-rulebook.ts';
export { engagementIn, type TrackerReviewOptions, trackerReview } from './verdict/tracker-review.ts';
export { violationTable } from './verdict/violation-table.ts';
export { wallsAt } from './verdict/walls.ts';
export { type TrackerFinding, type ViolationOptions, violationKey, violationRows } from './violation-rows.ts';
export { type Words, wordsOf } from './words.ts';
export * from './workbook.ts';
