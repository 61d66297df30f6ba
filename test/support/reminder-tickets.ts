/** Stored tickets and settings from which reminders come, for the browser tests. */

/** What the background would have stored of a ticket of Acme, received at `receivedMs`, looked at just now. */
export function ticketOf(id: string, receivedMs: number, base = 'https://desk.example') {
  const url = `${base}/tickets/${id}`;
  const fact = (value: unknown) => ({ value, source: 'label' });
  const facts = {
    ...{ url, reader: 'generic', language: 'en', created: null, priority: null, assignee: null },
    ...{ status: null, organisation: null, earlierMessages: 0, unread: [] },
    id: fact(id),
    subject: fact(`Subject <b>${id}</b>`),
    requester: fact({ email: 'ana@acme.example' }),
    messages: [
      {
        role: 'customer',
        author: { email: 'ana@acme.example' },
        at: { fromMs: receivedMs, untilMs: receivedMs, zone: 'offset', shown: '' },
        source: 'label',
      },
    ],
  };
  return { facts, seenMs: Date.now() };
}

/** Reminders switched on: an hour before, and once overdue, of everybody's answers, at any time of the day. */
export const REMINDERS = {
  ...{ on: true, minutesBefore: [60], overdue: true, person: null, quiet: null },
  ...{ badge: true, pausedUntilMs: null },
};
