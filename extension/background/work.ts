/** Time logged on tickets: one timer, which runs on one ticket at a time, and what it or its user has logged. */
import { clockOf, type DirectoryBook, termsAt } from '#core/engagement/book.ts';
import { ticketKey } from '#core/engagement/claims.ts';
import { guessDeliverable } from '#core/engagement/guess-deliverable.ts';
import type { Activity, Engagement } from '#core/engagement/schema.ts';
import type { Language } from '#core/language/index.ts';
import { termOf } from '#core/language/term.ts';
import { type Problem, problem } from '#core/problem.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { LogEntry, WorkView } from '../platform/changes.ts';
import { siteOf } from '../platform/sites.ts';
import { additionsItem, amendmentsItem, timerItem } from '../state/settings.ts';
import { amend } from './amend.ts';
import { changeAdditions, currentDirectory } from './directory.ts';
import { isLoggedOn, loggedOn, rememberLogged } from './logged.ts';
import { newId } from './new-id.ts';
import { type Logged, timedWork } from './timed-work.ts';

export async function startTimer(
  { facts, engagement }: { facts: TicketFacts; engagement: string },
  nowMs: number,
): Promise<Problem | null> {
  const { book } = await currentDirectory();
  const found = book?.engagements.get(engagement);
  if (!book || !found) return problem('missing-entry', [], { entry: '', kind: 'engagement', id: engagement });
  // Nobody works on two tickets at once: what ran until now is logged where it ran.
  const failed = await stopTimer(true, nowMs);
  if (failed) return failed;
  await timerItem.setValue({
    id: newId(nowMs),
    url: facts.url,
    ticket: facts.id?.value ?? '',
    engagement,
    deliverable: guessOf(facts, book, found, nowMs),
    startedMs: nowMs,
  });
  return null;
}

/** As a page asks: a timer is stopped, or thrown away, on its own site alone. */
export async function stopTimerOn(pageUrl: string, keep: boolean, nowMs: number): Promise<Problem | null> {
  const timer = await timerItem.getValue();
  return timer && siteOf(timer.url) !== siteOf(pageUrl) ? notHere() : stopTimer(keep, nowMs);
}

/** Stops the timer; what has run is logged, with two decimals, each local day for itself. */
export async function stopTimer(keep: boolean, nowMs: number): Promise<Problem | null> {
  const timer = await timerItem.getValue();
  if (timer === null) return null;
  if (keep) {
    const failed = await addAnew(timedWork(timer, nowMs, (await currentDirectory()).book));
    if (failed) return failed;
  }
  await timerItem.setValue(null);
  return null;
}

/** A background that ended between logging and forgetting its timer finds there what it has logged already. */
async function addAnew(activities: readonly Logged[]): Promise<Problem | null> {
  const fresh: Logged[] = [];
  for (const activity of activities) {
    const amended = await amend(activity.id, activity);
    if (amended === false) fresh.push(activity);
    else if (amended !== true) return amended;
  }
  return add(...fresh);
}

/** Logs an entry, or puts it in the place of one. */
export async function logWork(
  request: { facts: TicketFacts; engagement: string; id: string | null; entry: LogEntry },
  nowMs: number,
): Promise<Problem | null> {
  const { facts, engagement, entry } = request;
  if (request.id !== null && !(await isLoggedOn(request.id, facts.url))) return notHere();
  const activity: Logged = {
    id: request.id ?? newId(nowMs),
    engagement,
    ...workIn(entry),
    ticket: facts.url,
  };
  const amended = request.id !== null && (await amend(request.id, activity));
  if (amended !== false) return amended === true ? null : amended;
  // What was taken out of a tracker comes back as a row of its own.
  return add({ ...activity, id: newId(nowMs) });
}

/** An entry of the form in the directory's words. */
export function workIn(entry: LogEntry) {
  return {
    date: entry.date,
    hours: entry.hours,
    ...(entry.deliverable !== null && { deliverable: entry.deliverable }),
    ...(entry.method !== null && { method: entry.method }),
    ...(entry.note !== '' && { note: entry.note }),
    ...(entry.weeklyCall && { weeklyCall: true }),
  };
}

export async function unlogWork({ facts, id }: { facts: TicketFacts; id: string }): Promise<Problem | null> {
  if (!(await isLoggedOn(id, facts.url))) return notHere();
  const amended = await amend(id, null);
  return amended === true || amended === false ? null : amended;
}

const notHere = () => problem('request-refused', [], { reason: 'address' });

async function add(...activities: Logged[]): Promise<Problem | null> {
  for (const { id, ticket = '' } of activities) await rememberLogged(id, ticket);
  return changeAdditions((additions) => ({
    ...additions,
    activities: [...additions.activities, ...activities],
  }));
}

/** What the panel shows of the work on a ticket. */
export async function workOn(
  facts: TicketFacts,
  book: DirectoryBook,
  engagement: Engagement,
  { nowMs, language }: { nowMs: number; language: Language },
): Promise<WorkView> {
  const timer = await timerItem.getValue();
  const key = ticketKey(facts.url);
  const clock = clockOf(book, engagement);
  return {
    timer: timer && {
      startedMs: timer.startedMs,
      here: ticketKey(timer.url) === key,
      ticket: timer.ticket,
      url: timer.url,
    },
    entries: (await ownWork(facts, book, engagement)).map((activity) => ({
      id: activity.id,
      ...entryOf(activity, book, engagement),
    })),
    deliverables: deliverablesFor(book, engagement, { nowMs, language }),
    guess: guessOf(facts, book, engagement, nowMs),
    today: clock.localDateOf(nowMs),
  };
}

/** What was logged on a ticket here: with what waits, changed or not; without what a tracker has lost since. */
async function ownWork({ url }: TicketFacts, book: DirectoryBook, engagement: Engagement): Promise<Logged[]> {
  const [{ activities }, logged, amendments] = await Promise.all([
    additionsItem.getValue(),
    loggedOn(url),
    amendmentsItem.getValue(),
  ]);
  const key = ticketKey(url);
  const gone = new Set(amendments.flatMap(({ base, next }) => (next === null ? base.id : [])));
  const waiting = (activities as readonly Logged[]).filter(
    ({ id, ticket }) => !gone.has(id) && ticketKey(ticket ?? '') === key,
  );
  const standing =
    logged.size === 0 ? [] : (book.directory.activities ?? []).filter(({ id }) => logged.has(id));
  const own = new Map([...waiting, ...standing].map((activity) => [activity.id, activity]));
  return [...own.values()].filter((activity) => activity.engagement === engagement.id);
}

/** As the form shows it. */
export function entryOf(activity: Activity, book: DirectoryBook, engagement: Engagement): LogEntry {
  return {
    date: activity.date ?? clockOf(book, engagement).localDateOf(Date.parse(activity.at ?? '')),
    hours: activity.hours,
    deliverable: activity.deliverable ?? null,
    method: activity.method ?? null,
    note: activity.note ?? '',
    weeklyCall: activity.weeklyCall ?? false,
  };
}

/** Those that the tier includes, with their methods. */
export function deliverablesFor(
  book: DirectoryBook,
  engagement: Engagement,
  { nowMs, language }: { nowMs: number; language: Language },
): WorkView['deliverables'] {
  const { tier } = termsAt(book, engagement, nowMs);
  return tier.grants
    .filter(({ included }) => included)
    .map(({ deliverable, delivery }) => ({
      id: deliverable,
      name: termOf(
        'deliverable',
        book.rulebook.deliverables.find(({ id }) => id === deliverable) ?? { id: deliverable },
        language,
      ),
      methods: [...(delivery?.methods ?? [])],
    }));
}

function guessOf(
  facts: TicketFacts,
  book: DirectoryBook,
  engagement: Engagement,
  nowMs: number,
): string | null {
  return guessDeliverable(facts.subject?.value ?? '', book.rulebook, termsAt(book, engagement, nowMs).tier);
}
