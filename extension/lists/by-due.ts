/** The rows of a list in the order of their due times, and what is due today. */

import type { Standing } from '../overlay/standing.ts';
import type { RowAnswer, RowsAnswer } from '../platform/rows.ts';
import { localDate } from '../ui/format.ts';
import type { ListRow } from './read-list.ts';
import { rowStanding } from './row-look.ts';

const QUARTER_MS = 15 * 60_000;

export interface DueRow {
  row: ListRow;
  answer: RowAnswer;
  standing: Standing;
  dueMs: number;
  /** Overdue, or due on today's date. */
  urgent: boolean;
}

export interface ByDue {
  due: DueRow[];
  overdue: number;
  /** Due on the local date of `nowMs` in the zone of the person who looks, and not overdue yet. */
  today: number;
  /** Rows that wait for no answer. */
  quiet: number;
  /** Rows of which the list does not tell enough. */
  unread: number;
}

export function byDue(rows: readonly ListRow[], answer: RowsAnswer, nowMs: number, zone: string): ByDue {
  const dayOf = byQuarters((atMs) => localDate(atMs, zone));
  const today = dayOf(nowMs);
  const sums: ByDue = { due: [], overdue: 0, today: 0, quiet: 0, unread: 0 };
  // A ticket that stands in two lists of the page is one ticket.
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const own = answer.rows[index];
    const ticket = row.facts.url ?? row.facts.id ?? '';
    if (!own || seen.has(ticket)) continue;
    seen.add(ticket);
    const standing = rowStanding(own, answer, nowMs);
    if (standing.countdown === null || own.due === null) {
      if (own.match !== 'matched' || standing.state === 'unread') sums.unread += 1;
      else sums.quiet += 1;
      continue;
    }
    const [dueMs] = own.due;
    const isOverdue = standing.state === 'overdue';
    const isToday = !isOverdue && dayOf(dueMs) === today;
    sums.due.push({ row, answer: own, standing, dueMs, urgent: isOverdue || isToday });
    if (isOverdue) sums.overdue += 1;
    if (isToday) sums.today += 1;
  }
  sums.due.sort((one, other) => one.dueMs - other.dueMs);
  return sums;
}

/** Asked once for each quarter of an hour: within one no zone begins a day. */
function byQuarters(ask: (atMs: number) => string): (atMs: number) => string {
  const known = new Map<number, string>();
  return (atMs) => {
    const quarter = Math.floor(atMs / QUARTER_MS);
    const answer = known.get(quarter) ?? ask(atMs);
    known.set(quarter, answer);
    return answer;
  };
}
