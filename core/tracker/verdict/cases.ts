/** Statuses of the Cases tab, and each manager's cases in hand; what is in hand is the scope rule's to say. */
import type { Case, CaseStatus } from '../../engagement/schema.ts';
import { inHandByOpening, isInHand } from '../../scope/cases-in-hand.ts';
import type { Row } from '../rows.ts';
import { CASE_STATUSES } from '../vocabulary.ts';
import { type Finder, finder } from './finder.ts';
import { push } from './groups.ts';
import { type DateReading, isReversed, isUsed, readDate, textOf } from './read-cell.ts';
import { type RowStatus, SILENT, status } from './row-status.ts';
import type { SheetBook } from './sheet-book.ts';

const TYPED = ['id', 'engagement', 'subject', 'status', 'severity', 'opened', 'closed', 'link'];

export interface CasesVerdict {
  statuses: RowStatus[];
  /** Cases in hand by the manager's place. */
  inHand: ReadonlyMap<number, number>;
}

interface CaseRow {
  engagement: number;
  caseStatus: CaseStatus;
  opened: DateReading;
  closed: DateReading;
}

export function checkCases(book: SheetBook): CasesVerdict {
  const statusAt = finder(CASE_STATUSES.map((name) => book.words.text(`tracker.case-${name}`)));
  const byManager = new Map<number, Case[]>();
  const statuses = (book.rows.cases ?? []).map((row, place): RowStatus => {
    const read = readCase(row, statusAt, book);
    if ('level' in read) return read;
    const entry = entryOf(read, place);
    const { manager } = book.engagements[read.engagement]!;
    if (isInHand(entry) && manager >= 0) push(byManager, manager, entry);
    return dateStatus(read, book) ?? status(0, isInHand(entry) ? 'case-in-hand' : 'case-done');
  });
  for (const [manager, group] of byManager) markBeyond(book, manager, group, statuses);
  return { statuses, inHand: new Map([...byManager].map(([manager, group]) => [manager, group.length])) };
}

/** The row as a case, or what keeps it from being one. */
function readCase(row: Row, statusAt: Finder, book: SheetBook): CaseRow | RowStatus {
  if (!isUsed(row, TYPED)) return SILENT;
  const id = textOf(row.engagement);
  if (id === '') return status(1, 'engagement-missing');
  const engagement = book.engagementAt(id);
  if (engagement < 0) return status(1, 'engagement-unknown', { engagement: id });
  const written = textOf(row.status);
  if (written === '') return status(1, 'case-status-missing');
  const caseStatus = CASE_STATUSES[statusAt(written)];
  if (caseStatus === undefined) return status(1, 'not-in-list', { value: written });
  return { engagement, caseStatus, opened: readDate(row.opened), closed: readDate(row.closed) };
}

function entryOf({ engagement, caseStatus, opened }: CaseRow, place: number): Case {
  return {
    id: String(place),
    engagement: String(engagement),
    status: caseStatus,
    ...(typeof opened === 'object' ? { opened: opened.date } : {}),
  };
}

/** Dates that cannot be read are said in their row; the case counts all the same. */
function dateStatus({ opened, closed }: CaseRow, { words }: SheetBook): RowStatus | null {
  const bad = opened === 'unreadable' ? 'opened' : closed === 'unreadable' ? 'closed' : null;
  if (bad !== null) return status(1, 'not-a-date', { column: words.header('cases', bad) });
  return isReversed(opened, closed) ? status(1, 'until-before-from') : null;
}

function markBeyond(book: SheetBook, manager: number, group: readonly Case[], statuses: RowStatus[]): void {
  const limit = book.casesLimitOf(manager);
  if (limit === null || group.length <= limit) return;
  const beyond = inHandByOpening(group).slice(Math.floor(limit));
  const values = { manager: textOf(book.rows.managers![manager]!.id), count: group.length, limit };
  for (const { id } of beyond) {
    if (statuses[Number(id)]!.level === 0) statuses[Number(id)] = status(3, 'case-over', values);
  }
}
