/** What a system says of a ticket as data on its own origin, for pages that show no machine time. */
import type {
  Fact,
  MessageFact,
  MessageRole,
  StatusKind,
  TicketFacts,
  TimeFact,
} from '#core/response/ticket-facts.ts';
import { fact, requesterFromMessages, unreadIn } from '../generic/facts.ts';

/** Where a system keeps a ticket as data, and how its answers are understood. */
export interface JsonSource {
  /** Paths on the page's own origin, each asked with the user's own session. */
  paths(id: string): readonly string[];
  /** What not every system of the kind has: asked beside, left alone once it was refused, and then answered by `null`. */
  more?(id: string): readonly string[];
  /** The ticket in the answers, in the order of the paths; `null` where they are not what was expected. */
  read(answers: readonly unknown[]): JsonTicket | null;
}

export interface JsonPerson {
  name?: string | undefined;
  email?: string | undefined;
}

export interface JsonTicket {
  subject?: string | undefined;
  requester?: JsonPerson | undefined;
  organisation?: string | undefined;
  assignee?: string | undefined;
  priority?: string | undefined;
  status?: { shown: string; kind: StatusKind | null } | undefined;
  createdMs?: number | undefined;
  /** When the system itself wants an answer, or where it says only that, a solution. */
  deadlineMs?: number | undefined;
  /** `undefined`: the answers do not hold the whole thread's end, and the page must do. */
  messages?: readonly { role: MessageRole; author: JsonPerson; atMs: number | undefined }[] | undefined;
  earlierMessages?: number;
}

/** A value inside of data whose shape nobody has promised. */
export function dig(value: unknown, ...path: readonly (string | number)[]): unknown {
  let inner = value;
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return undefined;
    inner = (inner as Record<string | number, unknown>)[key];
  }
  return inner;
}

export const listAt = (value: unknown, ...path: (string | number)[]): unknown[] => {
  const found = dig(value, ...path);
  return Array.isArray(found) ? found : [];
};

export const textAt = (value: unknown, ...path: (string | number)[]): string | undefined => {
  const found = dig(value, ...path);
  return typeof found === 'string' && found.trim() !== '' ? found.trim().slice(0, 400) : undefined;
};

/** An instant in ISO 8601 with its offset; anything else is none. */
export const instantAt = (value: unknown, ...path: (string | number)[]): number | undefined => {
  const text = textAt(value, ...path);
  const isInstant = text !== undefined && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/.test(text);
  const ms = isInstant ? Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
};

/** A JSON ticket as facts of the page. */
export function factsFrom(
  ticket: JsonTicket,
  frame: Pick<TicketFacts, 'url' | 'reader' | 'language' | 'id'>,
) {
  const at = (ms: number | undefined) => (ms === undefined ? null : fact(timeAt(ms), 'site'));
  const text = (value: string | undefined): Fact<string> | null => (value ? fact(value, 'site') : null);
  const messages: MessageFact[] = (ticket.messages ?? []).map(({ role, author, atMs }) => ({
    role,
    author: plain(author),
    at: atMs === undefined ? null : timeAt(atMs),
    source: 'site',
  }));
  const requester = ticket.requester && plain(ticket.requester);
  const facts: TicketFacts = {
    ...frame,
    subject: text(ticket.subject),
    requester:
      requester?.name || requester?.email ? fact(requester, 'site') : requesterFromMessages(messages, 'site'),
    organisation: text(ticket.organisation),
    created: at(ticket.createdMs),
    deadline: at(ticket.deadlineMs),
    status: ticket.status ? fact(ticket.status, 'site') : null,
    priority: text(ticket.priority),
    assignee: text(ticket.assignee),
    messages,
    earlierMessages: ticket.earlierMessages ?? 0,
    unread: [],
  };
  facts.unread = unreadIn(facts);
  return facts;
}

function timeAt(ms: number): TimeFact {
  return { fromMs: ms, untilMs: ms, zone: 'offset', shown: new Date(ms).toISOString() };
}

function plain({ name, email }: JsonPerson): { name?: string; email?: string } {
  return { ...(name && { name }), ...(email && { email: email.toLowerCase() }) };
}
