/** Puts a thread's messages in the order of time and finds the inquiries in it. Roles only; no target yet. */

import type { Between } from './inquiry.ts';
import type { MessageRole } from './ticket-facts.ts';

export interface Person {
  name?: string;
  email?: string;
}

export interface ThreadMessage {
  role: MessageRole;
  /** `null` where the page shows no time for it. */
  at: Between | null;
  author: Person;
}

/** A staff member's word that the inquiry received at `inquiryMs` needs no answer. */
export interface Dismissal {
  inquiryMs: number;
  by: string;
  atMs: number;
}

/** The first message that nobody had answered, and what ended it. */
export interface RawInquiry {
  received: Between | null;
  author: Person;
  answered: Between | null;
  answeredBy: Person | null;
  dismissed: Dismissal | null;
}

/**
 * The inquiries of a thread, oldest first (reading "Inquiry"): each runs from the first customer message that no
 * answer has followed to the next staff reply that `answers`. Notes, automatic messages and messages whose role
 * could not be read neither start nor end one. Messages that show the same time keep the page's order.
 */
export function inquiriesIn(
  messages: readonly ThreadMessage[],
  dismissals: readonly Dismissal[],
  answers: (author: Person) => boolean,
): RawInquiry[] {
  const inquiries: RawInquiry[] = [];
  let open: RawInquiry | null = null;
  for (const message of inOrderOfTime(messages)) {
    // A dismissal ends what was owed when it was given; what the customer wrote later is a new inquiry.
    if (open) open = dismissedBefore(open, message.at, dismissals) ? null : open;
    if (message.role === 'customer' && open === null) {
      open = {
        received: message.at,
        author: message.author,
        answered: null,
        answeredBy: null,
        dismissed: null,
      };
      inquiries.push(open);
    } else if (message.role === 'staff' && open !== null && answers(message.author)) {
      open.answered = message.at ?? open.received;
      open.answeredBy = message.author;
      open = null;
    }
  }
  if (open) dismissedBefore(open, null, dismissals);
  return inquiries;
}

/** Marks an inquiry dismissed where somebody said so before `next` came; `null`: by now. */
function dismissedBefore(
  inquiry: RawInquiry,
  next: Between | null,
  dismissals: readonly Dismissal[],
): boolean {
  const found = dismissals.find(
    (dismissal) => isAbout(dismissal, inquiry.received) && (next === null || dismissal.atMs <= next[0]),
  );
  if (!found) return false;
  inquiry.dismissed = found;
  return true;
}

/** A time that the page tells only roughly ("3 hours ago") is read a little differently each time. */
function isAbout({ inquiryMs }: Dismissal, received: Between | null): boolean {
  return received !== null && Math.abs(inquiryMs - received[0]) <= received[1] - received[0];
}

/**
 * Oldest first. Pages list newest first as often as oldest first, so the times decide; only messages of the same
 * time keep the page's order, read in the page's direction. A message without a time stays beside its neighbour.
 */
function inOrderOfTime(messages: readonly ThreadMessage[]): ThreadMessage[] {
  const listed = isNewestFirst(messages) ? [...messages].reverse() : [...messages];
  let lastMs = Number.NEGATIVE_INFINITY;
  const keyed = listed.map((message) => {
    if (message.at) lastMs = message.at[0];
    return { message, key: lastMs };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ message }) => message);
}

function isNewestFirst(messages: readonly ThreadMessage[]): boolean {
  const times = messages.flatMap(({ at }) => (at ? [at[0]] : []));
  let falling = 0;
  for (let i = 1; i < times.length; i++) falling += Math.sign(times[i - 1]! - times[i]!);
  return falling > 0;
}
