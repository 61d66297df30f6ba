/** When a page has come to rest: the overlay reads it anew at every change, and what it read last is what counts. */
import type { Page, Request } from 'playwright-core';

const QUIET_MS = 600;
const LONGEST_MS = 20_000;
/** What is asked for longer than this is a line that stays open, or a worker's, of which a page is never told the end. */
const OPEN_LINE_MS = 8_000;

/** Call it before the page is asked for; what it gives waits until nothing is fetched and nothing changes any more. */
export function settling(page: Page): () => Promise<void> {
  const open = new Map<Request, number>();
  page.on('request', (request) => open.set(request, Date.now()));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  const fetches = () => [...open.values()].some((since) => Date.now() - since < OPEN_LINE_MS);
  return async () => {
    const until = Date.now() + LONGEST_MS;
    let rested = false;
    while ((!rested || fetches()) && Date.now() < until) rested = await isStill(page);
    open.clear();
  };
}

/** Waits until nothing has changed for a while; false where it changes on, or went to another page meanwhile. */
const isStill = (page: Page): Promise<boolean> =>
  page
    .evaluate(
      ([quietMs, longestMs]) =>
        new Promise<boolean>((resolve) => {
          let quiet = setTimeout(() => resolve(true), quietMs);
          setTimeout(() => resolve(false), longestMs);
          new MutationObserver(() => {
            clearTimeout(quiet);
            quiet = setTimeout(() => resolve(true), quietMs);
          }).observe(document, { subtree: true, childList: true, characterData: true });
        }),
      [QUIET_MS, LONGEST_MS / 4] as const,
    )
    .catch(() => false);
