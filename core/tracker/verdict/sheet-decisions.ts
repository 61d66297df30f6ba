/** The Decisions tab's lines on inquiries that need no answer, as the cases of the sheet have their times. */
import { ticketKey } from '../../engagement/claims.ts';
import type { Case, Decision } from '../../engagement/schema.ts';
import { MINUTE_MS } from '../../time/units.ts';
import type { Row } from '../rows.ts';
import { placeIn, textOf } from './read-cell.ts';
import type { SheetBook } from './sheet-book.ts';
import type { Walls } from './walls.ts';

type Said = Extract<Decision['decision'], 'no-answer-needed' | 'answer-needed'>;

/** Lines that cannot be read are passed over, as are those on tickets that no case of the tracker links to. */
export function decisionsOf(sheet: SheetBook, cases: readonly Case[], walls: Walls): Decision[] {
  const { decisions = [] } = sheet.rows;
  if (decisions.length === 0) return [];
  const byTicket = new Map<string, Case[]>();
  for (const entry of cases) {
    if (entry.link === undefined) continue;
    const key = ticketKey(entry.link);
    byTicket.set(key, [...(byTicket.get(key) ?? []), entry]);
  }
  return decisions.flatMap((row, place) => {
    const decision = saidIn(row, sheet);
    const [ticket, by] = [textOf(row.ticket), textOf(row.by)];
    const [aboutMs, atMs] = [Date.parse(textOf(row.about)), Date.parse(textOf(row.at))];
    if (decision === null || ticket === '' || Number.isNaN(aboutMs) || Number.isNaN(atMs)) return [];
    return (byTicket.get(ticketKey(ticket)) ?? []).map((entry): Decision => {
      const { row: engagement } = sheet.engagements[Number(entry.engagement)]!;
      const wallOf = (ms: number) => walls.of(textOf(engagement.calendar), ms);
      return {
        id: `${place} ${entry.id}`,
        decision,
        ticket: entry.link!,
        about: new Date(asTyped(wallOf(aboutMs), entry)).toISOString(),
        by,
        at: new Date(wallOf(atMs)).toISOString(),
      };
    });
  });
}

function saidIn(row: Row, { rows: { lists = [] } }: SheetBook): Said | null {
  const place = placeIn(
    lists.map((entry) => textOf(entry.decision)),
    textOf(row.decision),
  );
  const id = place < 0 ? '' : textOf(lists[place]!.decisionId);
  return id === 'no-answer-needed' || id === 'answer-needed' ? id : null;
}

/** A ticket tells the second; whoever typed the inquiry in told the minute. */
function asTyped(ms: number, { inquiries = [] }: Case): number {
  const typed = inquiries.map(({ received }) => Date.parse(received));
  return typed.find((receivedMs) => ms >= receivedMs && ms < receivedMs + MINUTE_MS) ?? ms;
}
