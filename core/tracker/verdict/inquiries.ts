/** Statuses of the Inquiries tab. */
import { isInHand } from '../../scope/cases-in-hand.ts';
import type { Row } from '../rows.ts';
import { CASE_STATUSES } from '../vocabulary.ts';
import { type Finder, finder } from './finder.ts';
import { isUsed, readTime, SECONDS_PER_DAY, type TimeReading, textOf } from './read-cell.ts';
import { type RowStatus, SILENT, status } from './row-status.ts';
import type { SheetBook } from './sheet-book.ts';

const TYPED = ['case', 'received', 'answered'];

export interface InquiriesVerdict {
  statuses: RowStatus[];
  /** The engagement's place of each row; -1 where its case leads to none. */
  engagements: number[];
}

export function checkInquiries(book: SheetBook): InquiriesVerdict {
  const rows = book.rows.inquiries ?? [];
  const statusAt = finder(CASE_STATUSES.map((name) => book.words.text(`tracker.case-${name}`)));
  return {
    statuses: rows.map((row) => statusOf(row, book, statusAt)),
    engagements: rows.map((row) => {
      const place = book.caseAt(textOf(row.case));
      return place < 0 ? -1 : book.engagementAt(textOf(book.rows.cases![place]!.engagement));
    }),
  };
}

function statusOf(row: Row, book: SheetBook, statusAt: Finder): RowStatus {
  if (!isUsed(row, TYPED)) return SILENT;
  const id = textOf(row.case);
  if (id === '') return status(1, 'case-missing');
  const place = book.caseAt(id);
  if (place < 0) return status(1, 'case-unknown', { case: id });
  const entry = book.rows.cases![place]!;
  const caseStatus = CASE_STATUSES[statusAt(textOf(entry.status))];
  if (caseStatus === undefined || book.engagementAt(textOf(entry.engagement)) < 0) {
    return status(1, 'case-to-mend', { case: id });
  }
  const [received, answered] = [readTime(row.received), readTime(row.answered)];
  return (
    timeStatus(received, answered, book) ??
    (typeof answered === 'object'
      ? status(0, 'inquiry-answered')
      : isInHand({ id, engagement: '', status: caseStatus })
        ? status(0, 'inquiry-open')
        : status(2, 'inquiry-closed'))
  );
}

/** What is wrong with the times of a row, if anything. */
function timeStatus(received: TimeReading, answered: TimeReading, { words }: SheetBook): RowStatus | null {
  if (received === 'blank') return status(1, 'received-missing');
  if (received === 'unreadable') return unreadable('received');
  if (answered === 'unreadable') return unreadable('answered');
  if (typeof answered === 'object' && answered.seconds < received.seconds) {
    return status(1, 'answered-before');
  }
  const without = isWholeDay(received) ? 'received' : isWholeDay(answered) ? 'answered' : null;
  return without === null ? null : status(1, 'time-missing', { column: words.header('inquiries', without) });

  function unreadable(id: string): RowStatus {
    return status(1, 'not-a-date', { column: words.header('inquiries', id) });
  }
}

function isWholeDay(time: TimeReading): boolean {
  return typeof time === 'object' && time.seconds % SECONDS_PER_DAY === 0;
}
