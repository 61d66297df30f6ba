/** Statuses of the Cases tab, and each manager's cases in hand; what is in hand is the scope rule's to say. */
import type { Case } from '../../engagement/schema.ts';
import { inHandByOpening, isInHand } from '../../scope/cases-in-hand.ts';
import { CASE_STATUSES } from '../vocabulary.ts';
import { isUsed, placeIn, readDate, textOf } from './read-cell.ts';
import { type RowStatus, SILENT, status } from './row-status.ts';
import type { SheetBook } from './sheet-book.ts';

const TYPED = ['id', 'engagement', 'subject', 'status', 'opened', 'closed', 'link'];

export interface CasesVerdict {
  statuses: RowStatus[];
  /** Cases in hand by the manager's place. */
  inHand: ReadonlyMap<number, number>;
}

export function checkCases(book: SheetBook): CasesVerdict {
  const { words } = book;
  const names = CASE_STATUSES.map((name) => words.text(`tracker.case-${name}`));
  const byManager = new Map<number, { place: number; entry: Case }[]>();
  const statuses = (book.rows.cases ?? []).map((row, place): RowStatus => {
    if (!isUsed(row, TYPED)) return SILENT;
    const id = textOf(row.engagement);
    if (id === '') return status(1, 'engagement-missing');
    const engagement = book.engagementAt(id);
    if (engagement < 0) return status(1, 'engagement-unknown', { engagement: id });
    const written = textOf(row.status);
    if (written === '') return status(1, 'case-status-missing');
    const caseStatus = CASE_STATUSES[placeIn(names, written)];
    if (caseStatus === undefined) return status(1, 'not-in-list', { value: written });
    const [opened, closed] = [readDate(row.opened), readDate(row.closed)];
    const entry: Case = {
      id: String(place),
      engagement: String(engagement),
      status: caseStatus,
      ...(typeof opened === 'object' ? { opened: opened.date } : {}),
    };
    const { manager } = book.engagements[engagement]!;
    if (isInHand(entry) && manager >= 0) {
      const group = byManager.get(manager) ?? [];
      byManager.set(manager, group);
      group.push({ place, entry });
    }
    for (const [column, reading] of [
      ['opened', opened],
      ['closed', closed],
    ] as const) {
      if (reading === 'unreadable') return status(1, 'not-a-date', { column: words.header('cases', column) });
    }
    return status(0, isInHand(entry) ? 'case-in-hand' : 'case-done');
  });
  for (const [manager, group] of byManager) markBeyond(book, manager, group, statuses);
  return { statuses, inHand: new Map([...byManager].map(([manager, group]) => [manager, group.length])) };
}

function markBeyond(
  book: SheetBook,
  manager: number,
  group: readonly { place: number; entry: Case }[],
  statuses: RowStatus[],
): void {
  const limit = book.casesLimitOf(manager);
  if (limit === null || group.length <= limit) return;
  const beyond = inHandByOpening(group.map(({ entry }) => entry)).slice(Math.floor(limit));
  const values = { manager: textOf(book.rows.managers![manager]!.id), count: group.length, limit };
  for (const { id } of beyond) {
    if (statuses[Number(id)]!.level === 0) statuses[Number(id)] = status(3, 'case-over', values);
  }
}
