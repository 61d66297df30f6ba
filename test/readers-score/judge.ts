/** Compares what was read on a page with what was put into the system. */
import { inquiriesIn, type ThreadMessage } from '#core/response/thread.ts';
import type { MessageFact, TicketFacts, TimeFact } from '#core/response/ticket-facts.ts';
import type { MessageTruth, TicketTruth } from '../live/systems/system.ts';
import type { Field, Outcome, Verdict } from './outcome.ts';

/** A range wider than this tells a reader of the overlay nothing: it counts as not read. */
const WIDEST_MS = 24 * 3_600_000;

export function judge(facts: TicketFacts | null, truth: TicketTruth | null): Outcome[] {
  if (!truth) {
    const read = facts ? `a ticket: ${facts.id?.value}` : 'no ticket';
    return [outcome('no false alarm', facts ? 'wrong' : 'right', read, 'no ticket')];
  }
  if (!facts) return [outcome('is a ticket', 'abstained', 'no ticket', truth.ids.join(' or '))];
  return [
    outcome('is a ticket', 'right', 'a ticket', 'a ticket'),
    ...oneOf('id', facts.id?.value, truth.ids),
    ...oneOf('subject', facts.subject?.value, [truth.subject]),
    ...oneOf('requester', nameOf(facts.requester?.value), truth.requester),
    ...oneOf('organisation', facts.organisation?.value, truth.organisation),
    ...createdOf(facts, truth),
    ...oneOf('status', facts.status?.value.kind, truth.status && [truth.status.kind]),
    ...oneOf(
      'status as shown',
      facts.status?.value.shown,
      truth.status?.shown ?? null,
      facts.status !== null,
    ),
    ...oneOf('priority', facts.priority?.value, truth.priority),
    ...oneOf('assignee', facts.assignee?.value, truth.assignee),
    ...messagesOf(facts, truth.messages),
    inquiryOf(facts, truth.messages),
  ];
}

const outcome = (field: Field, verdict: Verdict, read: string, truth: string): Outcome => ({
  field,
  verdict,
  read,
  truth,
});

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** `accepted` null: the page does not show it. Nothing read is right then, and is not counted. */
function oneOf(
  field: Field,
  read: string | null | undefined,
  accepted: readonly string[] | null,
  mayBeUnknown = false,
): Outcome[] {
  if (accepted === null) {
    return mayBeUnknown || !read ? [] : [outcome(field, 'wrong', read, 'not on the page')];
  }
  const truth = accepted.join(' or ');
  if (!read) return [outcome(field, 'abstained', 'unread', truth)];
  const right = accepted.some((each) => plain(each) === plain(read));
  return [outcome(field, right ? 'right' : 'wrong', read, truth)];
}

const nameOf = (person: { name?: string; email?: string } | undefined): string | undefined =>
  person?.email ?? person?.name;

const holds = ({ fromMs, untilMs }: TimeFact, atMs: number): boolean => fromMs <= atMs && atMs <= untilMs;
const isVague = ({ fromMs, untilMs }: TimeFact): boolean => untilMs - fromMs > WIDEST_MS;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 16);
const isoOf = (time: TimeFact): string => `${iso(time.fromMs)}–${iso(time.untilMs)} ("${time.shown}")`;

function createdOf({ created }: TicketFacts, { createdMs }: TicketTruth): Outcome[] {
  if (createdMs === null)
    return created ? [outcome('created', 'wrong', isoOf(created.value), 'not on the page')] : [];
  if (!created) return [outcome('created', 'abstained', 'unread', iso(createdMs))];
  const verdict = timeVerdict(created.value, createdMs);
  return [outcome('created', verdict, isoOf(created.value), iso(createdMs))];
}

const timeVerdict = (time: TimeFact, atMs: number): Verdict =>
  !holds(time, atMs) ? 'wrong' : isVague(time) ? 'abstained' : 'right';

/** The reader has said itself that there is more than it gives. */
const admitsMore = ({ earlierMessages, messages, unread }: TicketFacts): boolean =>
  earlierMessages > 0 || unread.includes('messages') || messages.some(({ at }) => at === null || isVague(at));

function messagesOf(facts: TicketFacts, truths: readonly MessageTruth[]): Outcome[] {
  // An automatic message starts and ends nothing: neither asked for nor held against the reader.
  const left = facts.messages.filter(({ role, at }) => role !== 'automatic' && at !== null);
  const outcomes: Outcome[] = [];
  for (const truth of truths) {
    const wanted = `${truth.role} ${truth.authors[0]} ${iso(truth.atMs)}`;
    const found = left.find(({ at }) => at && !isVague(at) && holds(at, truth.atMs));
    if (!found) {
      const vague = left.find(({ at }) => at && holds(at, truth.atMs));
      const verdict = vague || admitsMore(facts) ? 'abstained' : 'wrong';
      outcomes.push(outcome('message instant', verdict, 'not there', wanted));
      continue;
    }
    left.splice(left.indexOf(found), 1);
    outcomes.push(outcome('message instant', 'right', said(found), wanted));
    const roleVerdict =
      found.role === 'unknown' ? 'abstained' : found.role === truth.role ? 'right' : 'wrong';
    outcomes.push(outcome('message role', roleVerdict, said(found), wanted));
    outcomes.push(...oneOf('message author', nameOf(found.author), truth.authors));
  }
  const tooMuch = left.filter(({ at }) => at && !isVague(at)).map(said);
  outcomes.push(
    outcome('nothing but messages', tooMuch.length === 0 ? 'right' : 'wrong', tooMuch.join('; '), 'nothing'),
  );
  return outcomes;
}

const said = ({ role, author, at }: MessageFact): string =>
  `${role} ${author.name ?? author.email ?? 'nobody'} ${at ? isoOf(at) : 'at no time'}`;

/** What it is all for: is an answer owed, and since when. */
function inquiryOf(facts: TicketFacts, truths: readonly MessageTruth[]): Outcome {
  const wanted = owed(
    truths.map(({ role, atMs, authors }) => ({ role, at: [atMs, atMs], author: { name: authors[0] ?? '' } })),
  );
  const shown = wanted ? iso(wanted[0]) : 'nothing owed';
  const unsure =
    facts.messages.length === 0 ||
    facts.messages.some(({ role, at }) => role === 'unknown' || at === null || isVague(at)) ||
    facts.earlierMessages > 0;
  const read = owed(
    facts.messages.map(({ role, at, author }) => ({ role, at: at && [at.fromMs, at.untilMs], author })),
  );
  const readShown = read ? `${iso(read[0])}–${iso(read[1])}` : 'nothing owed';
  const same = wanted ? read !== null && read[0] <= wanted[0] && wanted[0] <= read[1] : read === null;
  return outcome('inquiry owed', same ? 'right' : unsure ? 'abstained' : 'wrong', readShown, shown);
}

function owed(messages: readonly ThreadMessage[]): readonly [number, number] | null {
  const open = inquiriesIn(messages, [], () => true).find((each) => each.answered === null);
  return open?.received ?? null;
}
