/** Pages of a test's own making under the built extension. */
import type { ExtensionBrowser, ListenedPage } from './extension-browser.ts';
import { escapeHtml } from './plain-desk.ts';

/** Opens an address of the desk where each path answers with the page given for it. */
export async function openServed(
  dueline: ExtensionBrowser,
  path: string,
  pages: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<ListenedPage> {
  const page = await dueline.openTicket('none');
  await page.route('**/*', (route) => {
    const body = pages[new URL(route.request().url()).pathname];
    return body === undefined
      ? route.fulfill({ status: 404, body: '' })
      : route.fulfill({ headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body });
  });
  await page.goto(dueline.base + path);
  return page;
}

export const wholePage = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Desk</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

/** A ticket as any page may show it: a heading, two labelled facts, one message of the customer. */
export const plainTicket = (requester: string, atMs: number): string => `<main><h1>Ticket #102: Printer</h1>
  <dl><dt>Requester</dt><dd>${escapeHtml(requester)}</dd><dt>Status</dt><dd>Open</dd></dl>
  <article class="message customer"><header><b>Ana</b> <time datetime="${new Date(atMs).toISOString()}">then</time></header><p>It is stuck.</p></article></main>`;
