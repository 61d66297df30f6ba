import { expect, it } from 'vitest';
import { summary } from '../page.ts';
import { readSite, ticket } from './site-page.ts';

const said = (who: string, at: string, what: string, kind = 'message') => `
  <div class="transaction Ticket-transaction ${kind} odd" data-transaction-id="1"><div class="metadata"><span class="type"><a name="txn-1" href="#txn-1"></a></span>
  <span class="date">${at}</span><span class="description"><span class="user" data-user-id="1"><a href="/User/Summary.html?id=1">${who}</a></span> - ${what}</span></div>
  <div class="content"><pre>On Mon May 13 2024 09:00, Ada wrote: <span class="user">Eve</span></pre></div></div>`;

const page = (
  comment: string,
  created: string,
  reply: string,
) => `<body id="comp-Ticket-Display"><h1>#102: Printer stops</h1>
  <div class="ticket-info-basics"><div class="form-row id"><div class="label">Id:</div><div class="value"><span class="current-value">102</span></div></div>
  <div class="form-row status"><div class="label">Status:</div><div class="value"><span class="current-value">new</span></div></div></div>
  <div class="ticket-info-people"><div class="form-row owner"><div class="value"><span class="user">Bo Kern</span></div></div>
  <div class="form-row requestors"><div class="label">Requestors:</div><div class="value"><span class="user">Ada Lund &lt;ada@nord.example&gt;</span></div></div></div>
  ${said('Ada Lund &lt;ada@nord.example&gt;', 'Mon Jun 08 10:00:00 2026', created)}${said('Bo Kern', 'Mon Jun 08 10:30:00 2026', 'Status changed', 'basics')}
  ${said('Bo Kern', 'Mon Jun 08 11:00:00 2026', comment)}${said('Bo Kern', 'Mon Jun 08 12:00:00 2026', reply)}</body>`;

it.each([
  ['English', 'Comments added', 'Ticket created', 'Correspondence added'],
  ['German', 'Kommentar hinzugefügt', 'Ticket erstellt', 'Korrespondenz hinzugefügt'],
])('Request Tracker in %s: a comment and a reply differ in words alone', (_language, ...words) => {
  const facts = readSite(
    page(...(words as [string, string, string])),
    'https://rt.nord.example/Ticket/Display.html?id=102',
  );
  expect(ticket(facts)).toEqual({
    reader: 'request-tracker',
    id: '102',
    subject: 'Printer stops',
    requester: 'Ada Lund ada@nord.example',
    status: 'open',
  });
  expect(summary(facts)).toEqual([
    'customer Ada Lund 2026-06-08T08:00:00.000Z',
    'note Bo Kern 2026-06-08T09:00:00.000Z',
    'staff Bo Kern 2026-06-08T10:00:00.000Z',
  ]);
});
