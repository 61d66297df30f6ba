/** What the picker shows of each fact: its text as read now, and where from. */
import type { FactSource, TicketFacts } from '#core/response/ticket-facts.ts';
import type { MappedFact } from '../../platform/mapping.ts';

export interface ShownFact {
  text: string;
  source: FactSource;
}

type Show = (facts: TicketFacts) => ShownFact | null;

const lastMessage =
  (role: 'customer' | 'staff'): Show =>
  ({ messages }) => {
    const timed = messages.filter((each) => each.role === role && each.at !== null);
    const last = timed.sort((one, other) => other.at!.fromMs - one.at!.fromMs)[0];
    return last?.at ? { text: last.at.shown, source: last.source } : null;
  };

const SHOWN: Record<MappedFact, Show> = {
  answered: lastMessage('staff'),
  assignee: ({ assignee }) => assignee && { text: assignee.value, source: assignee.source },
  created: ({ created }) => created && { text: created.value.shown, source: created.source },
  id: ({ id }) => id && { text: id.value, source: id.source },
  messages: ({ messages }) =>
    messages[0] ? { text: String(messages.length), source: messages[0].source } : null,
  organisation: ({ organisation }) =>
    organisation && { text: organisation.value, source: organisation.source },
  priority: ({ priority }) => priority && { text: priority.value, source: priority.source },
  requester: ({ requester }) =>
    requester && {
      text: [requester.value.name, requester.value.email].filter(Boolean).join(' · '),
      source: requester.source,
    },
  status: ({ status }) => status && { text: status.value.shown, source: status.source },
  subject: ({ subject }) => subject && { text: subject.value, source: subject.source },
  wrote: lastMessage('customer'),
};

export function shownFact(facts: TicketFacts | null, fact: MappedFact): ShownFact | null {
  return facts && SHOWN[fact](facts);
}
