/** Threads that no box holds together, and tickets whose messages are numbered: who asked, when, and once each. */
import { describe, expect, it } from 'vitest';
import { FACTS, message, readPage, summary, ticketPage } from './page.ts';

const ASKED = 'customer Ada Lund 2026-06-10T08:00:00.000Z';
const ANSWERED = 'staff Bo Kern 2026-06-10T09:00:00.000Z';

describe('a table of all messages with one of them opened below it', () => {
  const row = (at: number, kind: string, who: string, time: string) =>
    `<tr class="${kind}"><td>${at}</td><td>E-mail</td><td class="from"><a>${who}</a></td><td><a>Printer</a></td><td><div title="${time} (Europe/Berlin)">${time} (Europe/Berlin)</div></td></tr>`;
  const rows = (...each: string[]) =>
    `<div><h2>Messages</h2><table><thead><tr><th>No.</th><th>Via</th><th class="from">Sender</th><th>Subject</th><th>Created</th></tr></thead><tbody>${each.join('')}</tbody></table></div>`;
  const opened = (at: number, kind: string, who: string, time: string, text: string) =>
    `<div><div class="${kind}"><div class="head"><h2>#${at} – Printer – via e-mail by <span>${who}</span> <span title="Created: ${time} (Europe/Berlin)">${time} (Europe/Berlin)</span></h2></div><div class="body">${text}</div></div></div>`;
  const page = (messages: string) =>
    `<html><head><title>2026061000000102 - Zoom</title></head><body><main><h1>Ticket#2026061000000102 — Printer</h1>
    <aside><dl><dt>State:</dt><dd>closed successfully</dd><dt>Created:</dt><dd>13/06/2026 10:00</dd><dt>Owner:</dt><dd>Bo Kern</dd></dl></aside><section>${messages}</section></main></body></html>`;
  const read = (messages: string) =>
    readPage(page(messages), {
      url: 'https://desk.example/index.pl?Action=TicketZoom;TicketID=2',
      zone: null,
    });
  const ADA = ['customer Incoming Shown', 'Ada Lund', '10/06/2026 10:00'] as const;
  const BO = ['agent Outgoing VisibleForCustomer', 'Bo Kern', '10/06/2026 11:00'] as const;

  it('the ticket’s number is the one in its title; each message is there once, by the table', () => {
    const facts = read(
      rows(row(2, ...BO), row(1, ...ADA)) + opened(2, ...BO, 'Restart on 06/21/2026 08:00.'),
    );
    expect([facts?.id?.value, facts?.subject?.value]).toEqual(['2026061000000102', 'Printer']);
    expect(summary(facts)).toEqual([ANSWERED, ASKED]);
    expect(facts?.messages[0]?.at?.zone).toBe('page');
  });

  it('a single message, in the table and opened', () => {
    const facts = read(rows(row(1, ...ADA)) + opened(1, ...ADA, 'It is stuck.<br>Status: solved'));
    expect(summary(facts)).toEqual([ASKED]);
    expect(facts?.status?.value).toEqual({ shown: 'closed successfully', kind: 'closed' });
    expect(facts?.requester?.value.name).toBe('Ada Lund');
  });

  it('what is not visible for the customer is a note', () => {
    const note = row(2, 'agent Outgoing NotVisibleForCustomer', 'Bo Kern', '10/06/2026 11:00');
    expect(summary(read(rows(note, row(1, ...ADA))))).toEqual([
      'note Bo Kern 2026-06-10T09:00:00.000Z',
      ASKED,
    ]);
  });
});

describe('lines that say who and when, each above what was said', () => {
  const OPENED = ASKED.replace('customer', 'unknown');
  const said = (who: string, when: string, text: string) =>
    `<span>${who} added on ${when}:</span><pre>${text}</pre><hr>`;
  const HASH = '396bc1d0d4ff2bb80999279d8ae0c8eef8991272';
  const page = (thread: string) =>
    `<html><head><title>Port Desk: View</title></head><body><h1>Port Desk</h1><table>
    <tr><td>Ticket Hash:</td><td><span>${HASH}</span></td></tr><tr><td>Title:</td><td>Printer</td></tr>
    <tr><td>Status:</td><td>Open</td><td>Type:</td><td></td></tr><tr><td>Severity:</td><td></td><td>Priority:</td><td>High</td></tr>
    <tr><td>Last Modified:</td><td>2026-06-10 11:07:00</td></tr><tr><td colspan="5">${thread}</td></tr></table></body></html>`;
  const read = (thread: string) => readPage(page(thread), { url: 'https://desk.example/view/396bc1d0d4' });
  const ADA = said('Ada Lund', '2026-06-10 10:00:00', 'It is stuck. See 2026-05-01 09:00.');

  it('are its messages; where nothing says whose ticket it is, nobody is guessed', () => {
    const facts = read(ADA + said('Bo Kern', '2026-06-10 11:00:00', 'Mended.'));
    expect(summary(facts)).toEqual([OPENED, 'unknown Bo Kern 2026-06-10T09:00:00.000Z']);
    expect(facts?.requester).toBeNull();
    expect(facts?.unread).toContain('roles');
  });

  it('one alone is one message; the time of a change is none', () => {
    expect(summary(read(ADA)).filter((each) => !each.startsWith('automatic'))).toEqual([OPENED]);
  });

  it('the address may cut its number short; an empty value is no neighbour’s label', () => {
    const facts = read(ADA);
    expect([facts?.id?.value, facts?.subject?.value, facts?.priority?.value]).toEqual([
      HASH,
      'Printer',
      'High',
    ]);
  });
});

describe('a thread of tables, each with a row of who and when above what was said', () => {
  const entry = (when: string, who: string, did: string, text = '', tag = 'div') =>
    `<${tag}><table><tbody><tr><td>${when}</td><td>${who}</td><td>${did}</td><td></td></tr><tr><td colspan="4">${text && `<div>${text}</div>`}</td></tr></tbody></table></${tag}>`;
  const OPENED = entry(
    '10.06.2026 10:00',
    '<b>Ada Lund</b>',
    'Comment 1<br>State ⇒ New',
    'It is stuck. Restart on 06/21/2026 08:00.',
  );
  const read = (changed: string) => readPage(ticketPage({ thread: changed + OPENED }));

  it('what says nothing but what was changed answers nobody', () => {
    const changed = entry('10.06.2026 11:00', 'Bo Kern', 'given to Bo Kern<br>State ⇒ Assigned');
    expect(summary(read(changed))).toEqual([
      expect.stringMatching(/^automatic .* 2026-06-10T09:00:00.000Z$/),
      ASKED,
    ]);
  });

  it.each([
    ['a row without a change', 'Please call me'],
    ['a change of something that is no property of a ticket', 'Berth 4 ⇒ free'],
    ['a long line beside the change', 'I looked at it and it still does nothing at all here<br>State ⇒ Open'],
  ])('%s may have been said by somebody', (_what, did) => {
    const [role] = summary(read(entry('10.06.2026 11:00', 'Bo Kern', did)))[0]!.split(' ');
    expect(role).not.toBe('automatic');
  });

  it('lines of changes are none, whatever arrow they have', () => {
    const changed = message('Bo Kern', '<span>10.06.2026 11:00</span>', 'Status → Closed');
    const facts = readPage(
      ticketPage({ thread: changed + message('Ada Lund', '<span>10.06.2026 10:00</span>', 'It is stuck.') }),
    );
    expect(summary(facts)).toEqual(['automatic Bo Kern 2026-06-10T09:00:00.000Z', ASKED]);
  });
});

describe('a thread in the form of its answer', () => {
  it('is read like any other', () => {
    const thread = message('Ada Lund', '<span>10 June 2026, 10:00</span>', 'It is stuck.');
    const page = ticketPage({ thread })
      .replace('<ol>', '<form><ol>')
      .replace('</ol>', '</ol><textarea>Mended</textarea></form>');
    expect(summary(readPage(page))).toEqual([ASKED]);
  });
});

describe('the words of a status', () => {
  const THREAD = message('Ada Lund', '<span>10 June 2026, 10:00</span>', 'It is stuck.');
  it.each([
    ['pending reminder', 'pending'],
    ['warten zur Erinnerung', 'pending'],
    ['chiuso con successo', 'closed'],
    ['closed successful-成功关闭', 'closed'],
    ['not closed', null],
    ['nicht gelöst', null],
    ['open, waiting for customer', null],
  ])('"%s" is %s', (shown, kind) => {
    const facts = readPage(ticketPage({ facts: FACTS.replace('Open', shown), thread: THREAD }));
    expect(facts?.status?.value).toEqual({ shown, kind });
  });

  it('a mark in the heading is none of the subject', () => {
    const page = ticketPage({
      facts: FACTS.replace('</dl>', '<dt>Priority</dt><dd>3 normal</dd></dl>'),
      thread: THREAD,
    });
    const facts = readPage(page.replace('<h1>#102 Printer</h1>', '<h1>Printer <span>3 normal</span></h1>'));
    expect([facts?.subject?.value, facts?.priority?.value]).toEqual(['Printer', '3 normal']);
  });
});

it('whose ticket it is, is not taken from its opening where that is marked as staff’s', () => {
  const facts = readPage(
    ticketPage({
      facts: '<dl><dt>Status</dt><dd>Open</dd><dt>Priority</dt><dd>High</dd></dl>',
      thread: message('Bo Kern', '<span>10 June 2026, 10:00</span>', 'We will restart it.', 'Agent'),
    }),
  );
  expect([facts?.requester, summary(facts)]).toEqual([null, ['staff Bo Kern 2026-06-10T08:00:00.000Z']]);
});
