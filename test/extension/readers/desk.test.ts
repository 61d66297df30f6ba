/** The demo desk read by the generic reader, and judged: each verdict as worked out by hand. */

import { describe, expect, it } from 'vitest';
import { openDirectory } from '#core/engagement/book.ts';
import { LANGUAGES } from '#core/language/index.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { verdictOf } from '#core/response/verdict-of.ts';
import { demoDirectory } from '../../demo/directory.ts';
import { EXPECTED } from '../../demo/expected.ts';
import { articlePage, queuePage, settingsPage, signInPage } from '../../demo/other-pages.ts';
import { messageMs, ticketPage } from '../../demo/ticket-page.ts';
import { ACCOUNTS } from '../../demo/tickets/index.ts';
import { FIXED_NOW_MS } from '../../demo/when.ts';
import { readTicket } from '../../support/at-once.ts';
import { parseHTML } from '../../support/dom.ts';
import { withRandomNames } from './redesigned.ts';

const TICKETS = ACCOUNTS.flatMap((account) =>
  account.tickets.map((ticket) => ({ account, ticket, id: ticket.id })),
);

function read(html: string, path: string): TicketFacts | null {
  const { document } = parseHTML(html);
  const url = new URL(path, 'http://127.0.0.1:8080');
  return readTicket(document as unknown as Document, url, {
    zone: null,
    browserZone: 'America/Lima',
    nowMs: FIXED_NOW_MS,
  });
}

/** What must be the same in every language and every dress. */
function essence(facts: TicketFacts | null) {
  return {
    id: facts?.id?.value,
    subject: facts?.subject?.value,
    requester: facts?.requester?.value,
    organisation: facts?.organisation?.value,
    status: facts?.status?.value.kind,
    assignee: facts?.assignee?.value,
    created: facts?.created?.value.fromMs,
    messages: facts?.messages.map(({ role, author, at }) => ({ role, author, at: at?.fromMs })),
  };
}

describe.each(TICKETS)('ticket $id', ({ account, ticket, id }) => {
  const facts = read(ticketPage(account, ticket, FIXED_NOW_MS), `/tickets/${id}`);

  it('is read as it was written', () => {
    const shown = account.newestFirst ? ticket.messages.toReversed() : ticket.messages;
    expect(facts?.messages.map(({ role, at }) => [role, at?.fromMs])).toEqual(
      shown.map((message) => [
        message.kind === 'event' ? 'automatic' : message.kind,
        messageMs(account, message, FIXED_NOW_MS),
      ]),
    );
    expect(facts?.requester?.value).toEqual(ticket.requester);
    expect([facts?.id?.value, facts?.subject?.value, facts?.organisation?.value]).toEqual([
      String(id),
      ticket.subject,
      account.organisation,
    ]);
    expect(facts?.status?.value.kind).toBe(ticket.status === 'new' ? 'open' : ticket.status);
    expect(facts?.unread).toEqual([]);
  });

  it('comes to the verdict expected by hand', () => {
    const book = openDirectory(demoDirectory(FIXED_NOW_MS));
    if (Array.isArray(book)) throw new Error(JSON.stringify(book));
    const verdict = verdictOf(facts!, book, { nowMs: FIXED_NOW_MS, language: 'en' });
    const expected = EXPECTED.find((each) => each.id === id)!;
    expect({
      customer: verdict.engagement?.customer ?? null,
      tier: verdict.engagement?.tier.id ?? null,
      state: verdict.current?.state ?? null,
      due: verdict.current?.due ?? null,
    }).toEqual({
      customer: expected.customer,
      tier: expected.tier,
      state: expected.state,
      due: expected.due && [Date.parse(expected.due), Date.parse(expected.due)],
    });
  });

  it('label-language: says the same in six languages', () => {
    for (const language of LANGUAGES) {
      const other = read(
        ticketPage({ ...account, times: 'machine' }, ticket, FIXED_NOW_MS, language),
        `/tickets/${id}`,
      );
      const { assignee, ...rest } = essence(facts);
      expect(essence(other), language).toEqual({
        ...rest,
        assignee: ticket.assignee ? assignee : undefined,
      });
    }
  });

  it('redesign: with every class, id and data name replaced, the same facts or none, never others', () => {
    const same = essence(facts);
    for (const seed of [1, 2, 3]) {
      const html = withRandomNames(ticketPage(account, ticket, FIXED_NOW_MS), seed);
      const now = read(html, `/tickets/${id}`);
      for (const [name, value] of Object.entries(essence(now))) {
        if (name === 'messages' || value === undefined) continue;
        expect(value, name).toEqual(same[name as keyof typeof same]);
      }
      for (const message of now?.messages ?? []) {
        const before = same.messages!.filter(
          (each) => each.at === message.at?.fromMs && each.author.name === message.author.name,
        );
        if (message.role === 'unknown' || message.at === null) continue;
        expect(before.map((each) => each.role)).toContain(message.role);
      }
    }
  });
});

it.each([
  ['/', queuePage(FIXED_NOW_MS)],
  ['/articles/7', articlePage()],
  ['/settings', settingsPage()],
  ['/sign-in', signInPage()],
])('%s is no ticket', (path, html) => {
  expect(read(html, path)).toBeNull();
});
