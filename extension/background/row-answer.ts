/** Judges the rows of a list as their own pages are judged, and says where it knows less. */
import { clockOf, type DirectoryBook, termsAt } from '#core/engagement/book.ts';
import type { Engagement } from '#core/engagement/schema.ts';
import type { Language } from '#core/language/index.ts';
import { termOf } from '#core/language/term.ts';
import type { TicketFacts, TimeFact } from '#core/response/ticket-facts.ts';
import { judgeTicket } from '#core/response/verdict-of.ts';
import { DAY_MS } from '#core/time/units.ts';
import type { RowAnswer, RowBasis, RowFacts, RowsAnswer } from '../platform/rows.ts';
import type { StoredLook } from '../state/settings.ts';
import type { Looks } from './looks.ts';

/** The countdown can go on for so long after the last due time without another question. */
const AHEAD_MS = 8 * DAY_MS;

export interface RowsOptions {
  book: DirectoryBook;
  nowMs: number;
  language: Language;
  /** What was read of tickets on their own pages. */
  looks: Looks;
  /** The engagement that the user has picked for a ticket; `null`: none that fits is right. */
  picked: (facts: TicketFacts) => string | null | undefined;
}

export function judgeRows(
  rows: readonly RowFacts[],
  options: RowsOptions,
): Pick<RowsAnswer, 'rows' | 'calendars'> {
  const calendars = new Calendars(options.book, options.nowMs);
  const judged = rows.map((row) => judgeRow(factsOf(row, options.looks.of(row)), options, calendars));
  return { rows: judged, calendars: calendars.open() };
}

/** The facts to judge a row by, and what they rest on. */
interface Grounds {
  facts: TicketFacts;
  basis: RowBasis;
  readMs: number | null;
}

function judgeRow(
  { facts, basis, readMs }: Grounds,
  { book, nowMs, language, picked }: RowsOptions,
  calendars: Calendars,
): RowAnswer {
  const { match, current } = judgeTicket(facts, book, { nowMs, picked: picked(facts) });
  const answer: RowAnswer = {
    match: match.kind,
    customer: null,
    tier: null,
    basis,
    readMs,
    state: 'unread',
    due: null,
    lateMs: 0,
    calendar: null,
  };
  if (match.kind !== 'matched') return answer;
  const { engagement } = match;
  answer.customer = book.customers.get(engagement.customer)!.name;
  answer.tier = termOf('tier', termsAt(book, engagement, nowMs).tier, language);
  if (basis === 'none') return answer;
  // A thread that was not read whole owes what nobody knows.
  if (current === null) answer.state = facts.unread.includes('messages') ? 'unread' : 'nothing-owed';
  else {
    answer.state = current.state;
    answer.due = current.due;
    answer.lateMs = current.lateMs;
    if (current.due) answer.calendar = calendars.indexOf(engagement, current.due[1]);
  }
  return answer;
}

/** Those of the ticket's own page where it was looked at, else the row's own. */
function factsOf(row: RowFacts, look: StoredLook | undefined): Grounds {
  if (look) {
    const status = row.status ? { value: row.status, source: 'label' as const } : look.facts.status;
    const isOlder = row.changed !== null && changedSince(row.changed, look.atMs);
    return {
      facts: { ...look.facts, status },
      basis: isOlder ? 'earlier-messages' : 'messages',
      readMs: look.atMs,
    };
  }
  const facts = factsOfRow(row);
  const basis = basisOf(row);
  if (basis === 'created' || basis === 'changed') {
    facts.messages.push({
      role: 'customer',
      author: row.requester ?? {},
      at: row[basis],
      source: 'label',
    });
  }
  return { facts, basis, readMs: null };
}

/** A time shown as "2 days ago" may be later than it says: then the row is not taken for unchanged. */
function changedSince({ fromMs, untilMs }: TimeFact, atMs: number): boolean {
  return (fromMs === untilMs ? fromMs : untilMs) > atMs;
}

/** The last word in a ticket that waits, or is done, may well be the vendor's: nothing is reckoned from its times. */
function basisOf({ status, created, changed }: RowFacts): RowBasis {
  if (status?.kind && status.kind !== 'open') return 'none';
  return changed ? 'changed' : created ? 'created' : 'none';
}

function factsOfRow(row: RowFacts): TicketFacts {
  const fact = <T>(value: T | null) => (value === null ? null : { value, source: 'label' as const });
  return {
    // No case has this link.
    url: row.url ?? '',
    reader: 'list',
    language: null,
    id: fact(row.id),
    subject: fact(row.subject),
    requester: fact(row.requester),
    organisation: fact(row.organisation),
    created: fact(row.created),
    status: fact(row.status),
    priority: null,
    assignee: null,
    messages: [],
    earlierMessages: 0,
    unread: ['messages'],
  };
}

/** The calendars that the answer needs, each once, with the latest due time on it. */
class Calendars {
  readonly #book: DirectoryBook;
  readonly #nowMs: number;
  readonly #found = new Map<unknown, { engagement: Engagement; untilMs: number; index: number }>();

  constructor(book: DirectoryBook, nowMs: number) {
    this.#book = book;
    this.#nowMs = nowMs;
  }

  indexOf(engagement: Engagement, dueMs: number): number {
    const clock = clockOf(this.#book, engagement);
    const found = this.#found.get(clock) ?? {
      engagement,
      untilMs: this.#nowMs,
      index: this.#found.size,
    };
    found.untilMs = Math.max(found.untilMs, dueMs);
    this.#found.set(clock, found);
    return found.index;
  }

  open(): RowsAnswer['calendars'] {
    return [...this.#found.values()].map(({ engagement, untilMs }) =>
      clockOf(this.#book, engagement)
        .openBetween(this.#nowMs, untilMs + AHEAD_MS)
        .map(({ startMs, endMs }) => [startMs, endMs]),
    );
  }
}
