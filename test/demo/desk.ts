/** The demo ticket desk: a small help desk of our own on loopback, for looking and for tests. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { articlePage, queuePage, settingsPage, signInPage } from './other-pages.ts';
import { ticketPage } from './ticket-page.ts';
import { ACCOUNTS } from './tickets/index.ts';

export interface DeskTicket {
  id: number;
  url: string;
  subject: string;
  organisation: string;
  language: string;
}

export interface Desk {
  url: string;
  tickets: DeskTicket[];
  /** Pages on which no overlay belongs. */
  otherPages: string[];
  close(): Promise<void>;
}

const OTHER_PATHS = ['/', '/articles/7', '/settings', '/sign-in'];

function pageAt(path: string, nowMs: number): string | null {
  if (path === '/') return queuePage(nowMs);
  if (path === '/articles/7') return articlePage();
  if (path === '/settings') return settingsPage();
  if (path === '/sign-in') return signInPage();
  const id = Number(/^\/tickets\/(\d+)$/.exec(path)?.[1]);
  for (const account of ACCOUNTS) {
    const ticket = account.tickets.find((each) => each.id === id);
    if (ticket) return ticketPage(account, ticket, nowMs);
  }
  return null;
}

/** Serves the desk on 127.0.0.1; port 0 or none: a free one. Its times hang on `nowMs`. */
export async function startDesk({ port = 0, nowMs }: { port?: number; nowMs: number }): Promise<Desk> {
  const css = await readFile(new URL('./desk.css', import.meta.url));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === '/desk.css') {
      response.setHeader('content-type', 'text/css; charset=utf-8');
      response.end(css);
      return;
    }
    const page = pageAt(pathname, nowMs);
    response.statusCode = page === null ? 404 : 200;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page ?? 'Not found');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The demo desk has no port.');
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    tickets: ACCOUNTS.flatMap(({ organisation, language, tickets }) =>
      tickets.map(({ id, subject }) => ({
        id,
        subject,
        organisation,
        language,
        url: `${url}/tickets/${id}`,
      })),
    ),
    otherPages: OTHER_PATHS.map((path) => url + path),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
