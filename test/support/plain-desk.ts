/** The plainest ticket desk there is, on loopback, for tests of the extension that are not about reading pages. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PlainMessage {
  from: 'customer' | 'staff';
  author: string;
  atMs: number;
}

export interface PlainTicket {
  id: string;
  subject: string;
  /** Name and address: `Ana <ana@customer.example>`. */
  requester: string;
  organisation: string;
  /** The desk's own deadline. */
  dueMs?: number;
  messages: readonly PlainMessage[];
}

export interface PlainDesk {
  base: string;
  close: () => Promise<void>;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** What stands in `<main>`: a heading, labelled facts, and the thread. */
export function ticketMain({ id, subject, requester, organisation, dueMs, messages }: PlainTicket): string {
  const facts = {
    Requester: requester,
    Organization: organisation,
    Status: 'Open',
    ...(dueMs !== undefined && { 'Due date': new Date(dueMs).toISOString() }),
  };
  const rows = Object.entries(facts).map(
    ([label, value]) => `<dt>${label}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  const thread = messages.map(({ from, author, atMs }) => {
    const time = new Date(atMs).toISOString();
    return `<article class="message ${from}"><header><b>${escapeHtml(author)}</b> <time datetime="${time}">${time}</time></header><p>The text of this message.</p></article>`;
  });
  return `<h1>Ticket #${id}: ${escapeHtml(subject)}</h1><dl>${rows.join('')}</dl>${thread.join('')}`;
}

/** The queue of the desk: a row for each ticket, with the time of its last message. */
export function queueMain(tickets: readonly PlainTicket[]): string {
  const heads = ['Ticket', 'Subject', 'Organization', 'Requester', 'Status', 'Updated'];
  const rows = tickets.map(({ id, subject, organisation, requester, messages }) => {
    const time = new Date(Math.max(...messages.map(({ atMs }) => atMs))).toISOString();
    const link = `<a href="/tickets/${id}">`;
    const cells = [`${link}#${id}</a>`, `${link}${escapeHtml(subject)}</a>`, escapeHtml(organisation)];
    cells.push(escapeHtml(requester), 'Open', `<time datetime="${time}">${time}</time>`);
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  const head = heads.map((each) => `<th>${each}</th>`).join('');
  return `<h1>Queue</h1><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** A strict policy: nothing of ours may depend on what a page allows. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; img-src data:; connect-src 'self'; base-uri 'none'";

function page(title: string, main: string, script: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><link rel="icon" href="data:,"></head><body><main>${main}</main><script>${script}</script></body></html>`;
}

/** Single-page navigation: `go('2')` changes the address and then, a frame later, what `<main>` shows. */
const ROUTER = `
  const show = () => { const id = location.pathname.split('/').pop(); document.querySelector('main').innerHTML = MAINS[id] ?? '<p>Nothing here.</p>'; };
  const go = (id) => { history.pushState(null, '', '/tickets/' + id); requestAnimationFrame(show); };
  addEventListener('popstate', () => requestAnimationFrame(show));
`;

export async function servePlainDesk(tickets: readonly PlainTicket[]): Promise<PlainDesk> {
  const mains = Object.fromEntries(tickets.map((ticket) => [ticket.id, ticketMain(ticket)]));
  mains.queue = queueMain(tickets);
  const router = `const MAINS = ${JSON.stringify(mains).replaceAll('<', '\\u003c')};${ROUTER}`;
  const server: Server = createServer((request, response) => {
    const id = (request.url ?? '').split('/').pop() ?? '';
    const main = mains[id] ?? '<p>Nothing here.</p>';
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
    });
    response.end(page(`Ticket ${id}`, main, router));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A browser that stays open keeps its connections for minutes.
        server.closeAllConnections();
      }),
  };
}
