/** The verdict on one ticket: whose it is, what is owed and until when, what the customer is entitled to. */
import { clockOf, type DirectoryBook, hoursRestOf, termsAt } from '../engagement/book.ts';
import { claimIndexOf } from '../engagement/claim-index.ts';
import { folded, ticketKey } from '../engagement/claims.ts';
import { type Match, matchEngagement } from '../engagement/match.ts';
import type { Engagement } from '../engagement/schema.ts';
import { inTerm } from '../engagement/terms.ts';
import type { Language } from '../language/index.ts';
import { isIdentified } from '../scope/unidentified-writer.ts';
import type { BusinessClock } from '../time/business-clock.ts';
import { DAY_MS, MINUTE_MS } from '../time/units.ts';
import { viewCandidate, viewEngagement, viewEntitlements } from './engagement-view.ts';
import type { Inquiry } from './inquiry.ts';
import { hasLaterMessage } from './later-message.ts';
import { currentInquiry, inquiriesOf } from './response-clock.ts';
import { usageChips } from './scope-chips.ts';
import type { Dismissal, Person, ThreadMessage } from './thread.ts';
import type { MessageFact, TicketFacts } from './ticket-facts.ts';
import type { ScopeChip, Verdict } from './verdict.ts';

export interface VerdictOptions {
  nowMs: number;
  /** Language of the names in the verdict. */
  language: Language;
  /** Engagement that the user has picked for this ticket; `null`: none that fits is right. */
  picked?: string | null | undefined;
}

/** The countdown can go on for so long after the due time, or from now on, without another question. */
const AHEAD_MS = 8 * DAY_MS;
/** Of an inquiry long past only so much is needed to draw, and to count on from. */
const BEHIND_MS = 30 * DAY_MS;

/**
 * Judges what a reader found on a ticket page against an open directory. The same facts give the same verdict,
 * from a list's row as from the page. Where no engagement is certain, nothing of any engagement but its name is
 * in the answer.
 * @example
 * const book = openDirectory({ format: 'dueline-directory', version: 1, rulebook: { use: 'service-management' }, calendars: [], managers: [], customers: [], engagements: [] });
 * const facts = { url: 'https://desk.example/1', requester: null, organisation: null, messages: [], unread: [], earlierMessages: 0 };
 * verdictOf(facts, book, { nowMs: 0, language: 'en' }).match // { kind: 'unknown' }
 */
export function verdictOf(facts: TicketFacts, book: DirectoryBook, options: VerdictOptions): Verdict {
  const { match, history, current, zoneDoubtful } = judgeTicket(facts, book, options);
  const verdict: Verdict = {
    askedMs: options.nowMs,
    match: match.kind === 'matched' ? { kind: 'matched', by: match.by } : { kind: match.kind },
    candidates:
      match.kind === 'matched' ? [] : match.candidates.map((entry) => viewCandidate(book, entry, options)),
    engagement: null,
    current: null,
    withoutInquiry: isReadWhole(facts) ? 'nothing-owed' : 'unread',
    history: [],
    open: [],
    entitlements: [],
    scope: [],
    unread: [...facts.unread],
    earlierMessages: facts.earlierMessages,
  };
  if (match.kind !== 'matched') return verdict;

  const { engagement } = match;
  const clock = clockOf(book, engagement);
  verdict.engagement = viewEngagement(book, engagement, options);
  verdict.history = history;
  verdict.current = current;
  const since = verdict.current?.received?.[0] ?? options.nowMs;
  verdict.entitlements = viewEntitlements(book, termsAt(book, engagement, since), options.language);
  verdict.scope = scopeOf(book, engagement, verdict.current, options.nowMs);
  verdict.open = openAround(clock, verdict.current, options.nowMs);
  if (zoneDoubtful) verdict.unread.push('zone');
  return verdict;
}

/** What a verdict is built on: whose ticket it is, and its inquiries. */
export interface Judgement {
  match: Match;
  /** Oldest first; empty where nothing is matched. */
  history: Inquiry[];
  current: Inquiry | null;
  /** A message lies in the future: its zone was read wrong. */
  zoneDoubtful: boolean;
}

/** The part of a verdict that a row of a list shows, and the only way in which either comes to it. */
export function judgeTicket(
  facts: TicketFacts,
  book: DirectoryBook,
  { nowMs, picked }: Pick<VerdictOptions, 'nowMs' | 'picked'>,
): Judgement {
  const match = matchEngagement(facts, book, nowMs, picked);
  const history = match.kind === 'matched' ? historyOf(facts, book, match.engagement, nowMs) : [];
  return {
    match,
    history,
    current: currentInquiry(history),
    zoneDoubtful: hasLaterMessage(facts.messages, nowMs),
  };
}

/** Whether a customer's message can have been missed: not read, not told apart, or folded away by the page. */
function isReadWhole({ unread, earlierMessages }: TicketFacts): boolean {
  return earlierMessages === 0 && !unread.includes('messages') && !unread.includes('roles');
}

function historyOf(
  facts: TicketFacts,
  book: DirectoryBook,
  engagement: Engagement,
  nowMs: number,
): Inquiry[] {
  const clock = clockOf(book, engagement);
  const { readings } = book.rulebook;
  return inquiriesOf(facts.messages.map(threadMessage), {
    clock,
    reading: readings.businessDay,
    dueSoonMs: readings.dueSoonMinutes * MINUTE_MS,
    nowMs,
    status: facts.status?.value.kind ?? null,
    dismissals: dismissalsOf(facts, book),
    availability: {
      ...book.rulebook.availability.clauses,
      agreedHours: hoursRestOf(book, engagement),
    },
    answers: readings.answeredBy === 'any-staff' ? () => true : (author) => serves(author, book, engagement),
    termsAt: (receivedMs) => {
      const { target, targetRests } = termsAt(book, engagement, receivedMs);
      return { inTerm: inTerm(engagement, clock.localDateOf(receivedMs)), target, targetRests };
    },
  });
}

function threadMessage({ role, at, author }: MessageFact): ThreadMessage {
  return { role, author, at: at && [at.fromMs, at.untilMs] };
}

function dismissalsOf(facts: TicketFacts, book: DirectoryBook): Dismissal[] {
  return [...(claimIndexOf(book).marksOfTicket.get(ticketKey(facts.url)) ?? [])];
}

/** Whether an author is the engagement's manager or backup, by address or, where none is shown, by name. */
function serves(author: Person, book: DirectoryBook, engagement: Engagement): boolean {
  const backup = engagement.backup ?? book.managers.get(engagement.manager)?.backup;
  return [engagement.manager, backup].some((id) => {
    const manager = id === undefined ? undefined : book.managers.get(id);
    if (!manager) return false;
    if (author.email !== undefined)
      return manager.email !== undefined && folded(author.email) === folded(manager.email);
    return author.name !== undefined && folded(author.name) === folded(manager.name);
  });
}

function scopeOf(
  book: DirectoryBook,
  engagement: Engagement,
  current: Inquiry | null,
  nowMs: number,
): ScopeChip[] {
  const chips = usageChips(book, engagement, nowMs);
  if (chips.length === 0) {
    chips.push({ rule: 'no-limits', severity: null, message: 'no-limits', values: {}, rests: null });
  }
  const { contacts } = termsAt(book, engagement, nowMs);
  const email = current?.author.email;
  const receivedMs = current?.received?.[0] ?? nowMs;
  const date = clockOf(book, engagement).localDateOf(receivedMs);
  if (contacts && email !== undefined && !isIdentified(engagement.contacts ?? [], email, date)) {
    chips.push({
      rule: 'unidentified-writer',
      severity: 'warning',
      message: 'unidentified-writer',
      values: { writer: email },
      rests: contacts.rests,
    });
  }
  return chips;
}

function openAround(clock: BusinessClock, current: Inquiry | null, nowMs: number): [number, number][] {
  const sinceMs = Math.min(nowMs, current?.due?.[0] ?? nowMs, current?.received?.[0] ?? nowMs);
  const fromMs = Math.max(sinceMs, nowMs - BEHIND_MS);
  const untilMs = Math.max(nowMs, current?.due?.[1] ?? nowMs) + AHEAD_MS;
  return clock.openBetween(fromMs, untilMs).map(({ startMs, endMs }) => [startMs, endMs]);
}
