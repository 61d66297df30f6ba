/** What a seeded ticket's page says, wherever a system shows it as it was put in. */
import { isStaff, PEOPLE, type SeedPerson } from './people.ts';
import type { TicketTruth } from './system.ts';
import type { SeedTicket } from './tickets.ts';

const namesOf = ({ id, name, email }: SeedPerson): string[] => [
  name,
  id,
  email,
  `${id} (${name})`,
  `${name} (${id})`,
];

/** The parts of the truth that are the same everywhere; a system adds its own words for the rest. */
export function plainTruth(
  ticket: SeedTicket,
  ids: string[],
  options: { notes: boolean } = { notes: true },
): Omit<TicketTruth, 'status' | 'priority'> {
  const [opening] = ticket.messages;
  const requester = PEOPLE[opening!.by]!;
  const owner = ticket.owner && PEOPLE[ticket.owner]!;
  return {
    ids,
    subject: ticket.subject,
    requester: namesOf(requester),
    organisation: requester.organisation === null ? null : [requester.organisation],
    createdMs: opening!.atMs,
    assignee: owner && namesOf(owner),
    messages: ticket.messages
      .filter((message) => options.notes || !message.note)
      .map(({ atMs, by, note }) => ({
        atMs,
        authors: namesOf(PEOPLE[by]!),
        role: note ? 'note' : isStaff(by) ? 'staff' : 'customer',
      })),
  };
}
