/** Pages that are hard on an overlay: long, busy, and navigated without a reload. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ticketMain } from '../../support/plain-desk.ts';
import { DAY, HOUR, nowMs } from '../../support/plain-tickets.ts';

const NODES = 5_000;
const ROWS = 1_000;

/** Due in a few minutes, when a countdown ticks each second. */
const SOON = '900';
const MINUTES_LEFT = 5;
const MINUTE = 60_000;

const ticket = (id: string) =>
  ticketMain({
    id,
    subject: `Ticket ${id}`,
    requester: 'Ana <ana@acme.example>',
    organisation: 'Acme',
    messages: [
      {
        from: 'customer',
        author: 'Ana <ana@acme.example>',
        atMs: id === SOON ? nowMs - DAY + MINUTES_LEFT * MINUTE : nowMs - HOUR,
      },
    ],
  });

/** What else a help desk shows beside a ticket: boxes in boxes, with words in them. */
function rest(nodes: number): string {
  const boxes = Array.from(
    { length: Math.floor(nodes / 5) },
    (_, index) => `<div class="box"><p>Word <b>${index}</b> and <i>more</i></p><span>of it</span></div>`,
  );
  return `<aside>${boxes.join('')}</aside>`;
}

function queue(rows: number): string {
  const cells = (id: number) => {
    const time = new Date(nowMs - id * 60_000).toISOString();
    return `<td><a href="/tickets/${id}">#${id}</a></td><td><a href="/tickets/${id}">Subject of ticket ${id}</a></td><td>Acme</td><td>Ana &lt;ana@acme.example&gt;</td><td>Open</td><td>Mira Roth</td><td><time datetime="${time}">${time}</time></td>`;
  };
  const body = Array.from({ length: rows }, (_, index) => `<tr>${cells(index + 1)}</tr>`).join('');
  return `<h1>Queue</h1><table><thead><tr><th>Ticket</th><th>Subject</th><th>Organization</th><th>Requester</th><th>Status</th><th>Assignee</th><th>Updated</th></tr></thead><tbody>${body}</tbody></table>`;
}

/** Runs in the page: navigation without a reload, and ten changes a second. */
const SCRIPT = `
  const MAINS = { none: '<p>Nothing here.</p>', queue: QUEUE, 900: SOON };
  const mainOf = (id) => MAINS[id] ?? TICKET.replaceAll('@ID', id);
  const show = (id) => { document.querySelector('main').innerHTML = mainOf(id); };
  const go = (id) => { history.pushState(null, '', '/tickets/' + id); requestAnimationFrame(() => show(id)); };
  const cells = [...document.querySelectorAll('aside b')];
  /** Ten changes a second, so many of them. */
  const busyFor = (changes) => new Promise((done) => {
    let n = 0;
    const busy = setInterval(() => {
      cells[n % cells.length].textContent = String(++n);
      if (n >= changes) { clearInterval(busy); done(); }
    }, 100);
  });
  /** So many seconds of the page's clock. */
  const ticking = (left) => new Promise((done) => {
    const clock = setInterval(() => { if (--left <= 0) { clearInterval(clock); done(); } }, 1000);
  });
  const frames = (n) => new Promise((done) => {
    const next = () => (n-- > 0 ? requestAnimationFrame(next) : done());
    next();
  });
  shifts = 0; longTasks = [];
  new PerformanceObserver((list) => { for (const each of list.getEntries()) shifts += each.value; }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => { for (const each of list.getEntries()) longTasks.push(Math.round(each.duration)); }).observe({ type: 'longtask' });
  /** Milliseconds from the page's being ready until an element of that name was put into it. */
  let cameMs = {};
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) cameMs[node.localName] ??= performance.now();
  }).observe(document.documentElement, { childList: true });
  const readyUntil = async (name) => {
    while (cameMs[name] === undefined) await frames(1);
    return cameMs[name] - performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd;
  };
  /** Milliseconds from a change of the address until the overlay stands in the page. */
  const timed = (id, name) => new Promise((resolve) => {
    const start = performance.now();
    const watch = new MutationObserver((records) => {
      if (!records.some(({ addedNodes }) => [...addedNodes].some((node) => node.localName === name))) return;
      watch.disconnect();
      resolve(performance.now() - start);
    });
    watch.observe(document.documentElement, { childList: true });
    go(id);
  });
`;

export interface BenchDesk {
  port: number;
  close: () => Promise<void>;
}

export async function serveBenchDesk(): Promise<BenchDesk> {
  const text = (value: string) => JSON.stringify(value).replaceAll('<', '\\u003c');
  const script = SCRIPT.replace('QUEUE', () => text(queue(ROWS)))
    .replace('SOON', () => text(ticket(SOON)))
    .replace('TICKET', () => text(ticket('@ID')));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const aside = url.searchParams.has('small') ? '' : rest(NODES);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Desk</title><link rel="icon" href="data:,"></head><body><main></main>${aside}<script>${script}show(location.pathname.split('/').pop());</script></body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
