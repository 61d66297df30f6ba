/** The response clock: from a thread of messages to what is owed, since when, until when, and how it went. */
import type { Rest } from '../engagement/rest.ts';
import { isProblem, problem } from '../problem.ts';
import type { BusinessDayReading } from '../rulebook/business-day-readings.ts';
import type { BusinessClock } from '../time/business-clock.ts';
import { dueAt, type TargetAmount } from '../time/due-at.ts';
import { paceOf } from '../time/pace.ts';
import { type AvailabilityClauses, restSteps } from './derivation.ts';
import type { Between, Inquiry } from './inquiry.ts';
import { CLOCK_SKEW_MS } from './later-message.ts';
import { type Dismissal, inquiriesIn, type Person, type RawInquiry, type ThreadMessage } from './thread.ts';
import type { StatusKind } from './ticket-facts.ts';

/** What the contract says of an inquiry received at some instant. */
export interface InquiryTerms {
  inTerm: boolean;
  /** `null`: no target is stated. */
  target: TargetAmount | null;
  targetRests: Rest;
}

export interface ResponseClockOptions {
  clock: BusinessClock;
  reading: BusinessDayReading;
  /** Business milliseconds before the due time from which the answer is due soon. */
  dueSoonMs: number;
  termsAt: (receivedMs: number) => InquiryTerms;
  /** Clauses that the steps about hours and days off rest on. */
  availability: AvailabilityClauses;
  nowMs: number;
  /** The ticket's status; `null` (unread) counts as open. */
  status: StatusKind | null;
  dismissals?: readonly Dismissal[];
  /** Whose staff replies answer; everybody's where absent (reading "Who answers"). */
  answers?: (author: Person) => boolean;
}

/**
 * Every inquiry of a thread with its state at `nowMs`, oldest first; empty where the customer never wrote.
 * Times are epoch milliseconds; lateness is business time of the clock's calendar.
 *
 * Reading "Inquiry": the clock runs from the first customer message that no staff reply has answered. A time
 * known only approximately gives a range of due times; a state that depends on it is not `certain`.
 * @example
 * inquiriesOf([], { clock: compileCalendar({ zone: 'UTC', week: {} }), reading: 'same-time', dueSoonMs: 0, termsAt: () => ({ inTerm: true, target: null, targetRests: { kind: 'clause', clause: 'target.not-stated' } }), availability: { hours: 'availability.hours', exceptions: 'availability.exceptions' }, nowMs: 0, status: null }) // []
 */
export function inquiriesOf(messages: readonly ThreadMessage[], options: ResponseClockOptions): Inquiry[] {
  const found = inquiriesIn(messages, options.dismissals ?? [], options.answers ?? (() => true));
  const doubtful = messages.some(({ at }) => at !== null && at[0] > options.nowMs + CLOCK_SKEW_MS);
  return found.map((raw) => judge(raw, doubtful, options));
}

/**
 * The inquiry that the ticket's state is about: the last one; `null` where the customer never wrote.
 * @example
 * currentInquiry([]) // null
 */
export function currentInquiry(inquiries: readonly Inquiry[]): Inquiry | null {
  return inquiries[inquiries.length - 1] ?? null;
}

function judge(raw: RawInquiry, doubtful: boolean, options: ResponseClockOptions): Inquiry {
  const inquiry: Inquiry = {
    state: 'unread',
    certain: true,
    received: raw.received,
    due: null,
    answered: raw.answered,
    author: raw.author,
    answeredBy: raw.answeredBy,
    dismissed: raw.dismissed && { by: raw.dismissed.by, atMs: raw.dismissed.atMs },
    lateMs: 0,
    leftMs: 0,
    usedShare: null,
    target: null,
    targetRests: null,
    steps: [],
    problem: null,
  };
  // A message from the future means that its zone was read wrong: no due time may rest on it.
  if (raw.received === null || doubtful) return inquiry;
  const terms = options.termsAt(raw.received[0]);
  inquiry.target = terms.target;
  inquiry.targetRests = terms.targetRests;
  if (terms.inTerm && terms.target) addDue(inquiry, raw.received, terms.target, options, terms.targetRests);
  if (inquiry.problem) return inquiry;
  settle(inquiry, terms.inTerm, options);
  return inquiry;
}

function addDue(
  inquiry: Inquiry,
  received: Between,
  target: TargetAmount,
  options: ResponseClockOptions,
  targetRests: Rest,
): void {
  const earliest = dueAt(options.clock, received[0], target, options.reading);
  const latest =
    received[1] === received[0] ? earliest : dueAt(options.clock, received[1], target, options.reading);
  if (isProblem(earliest) || isProblem(latest)) {
    inquiry.problem = isProblem(earliest)
      ? earliest
      : isProblem(latest)
        ? latest
        : problem('nothing-open', [], { years: 0 });
    return;
  }
  inquiry.due = [earliest.dueMs, latest.dueMs];
  inquiry.steps = restSteps(earliest.steps, targetRests, options.availability);
}

function settle(inquiry: Inquiry, inTerm: boolean, options: ResponseClockOptions): void {
  const { due, answered, dismissed } = inquiry;
  if (dismissed) inquiry.state = 'nothing-owed';
  else if (!inTerm) inquiry.state = 'outside-term';
  else if (!due) inquiry.state = answered ? 'nothing-owed' : 'not-stated';
  else if (answered) judgeAnswer(inquiry, due, answered, options.clock);
  else if (options.status === 'solved' || options.status === 'closed') inquiry.state = 'closed-unanswered';
  else judgeWaiting(inquiry, due, options);
}

/** An answer at the due instant itself is in time; a millisecond later it is late. */
function judgeAnswer(inquiry: Inquiry, due: Between, answered: Between, clock: BusinessClock): void {
  const surelyInTime = answered[1] <= due[0];
  const surelyLate = answered[0] > due[1];
  inquiry.certain = surelyInTime || surelyLate;
  inquiry.state = surelyLate ? 'answered-late' : 'answered-in-time';
  if (surelyLate) inquiry.lateMs = clock.elapsed(due[1], answered[0]);
  inquiry.usedShare = paceOf(clock, inquiry.received![0], due[0], answered[0]);
}

function judgeWaiting(
  inquiry: Inquiry,
  due: Between,
  { clock, nowMs, dueSoonMs }: ResponseClockOptions,
): void {
  inquiry.certain = nowMs <= due[0] || nowMs > due[1];
  inquiry.usedShare = paceOf(clock, inquiry.received![0], due[0], nowMs);
  if (nowMs > due[1]) {
    inquiry.state = 'overdue';
    inquiry.lateMs = clock.elapsed(due[1], nowMs);
    return;
  }
  inquiry.leftMs = Math.max(0, clock.elapsed(nowMs, due[0]));
  inquiry.state = inquiry.leftMs <= dueSoonMs ? 'due-soon' : 'running';
}
