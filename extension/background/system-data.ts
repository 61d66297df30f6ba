/**
 * Asks a ticket's own system for its data in place of our script in the page, which Firefox holds to the page's own
 * policy. Only what a reader of known systems asks for, of the ticket in the sender's address, of the sender's origin.
 */
import { type ProblemOf, problem } from '#core/problem.ts';
import type { SystemData } from '../platform/messages.ts';
import { DATA_PATHS } from '../readers/anchors/data-paths.ts';
import type { SiteId } from '../readers/sites/signs.ts';
import { addressId } from '../readers/sites/site-reader.ts';
import type { Sender } from './requests.ts';

/** In each minute of a tab: more than a page asks for that changes all the time. */
const MOST_CALLS = 30;
const MINUTE_MS = 60_000;
const LONGEST_MS = 20_000;
const MOST_BYTES = 5_000_000;
/** Where a tab without a container has its session, which is ours too. */
const SHARED_STORE = 'firefox-default';

type Refused = ProblemOf<'request-refused'>;

type Fetch = (url: string, init: RequestInit) => Promise<Response>;
type AskSystem = (path: string, sender: Sender, nowMs: number) => Promise<SystemData | Refused>;

export function systemData(fetch: Fetch): AskSystem {
  const calls = new Map<number, number[]>();

  const isTooMuch = (tab: number, nowMs: number): boolean => {
    for (const [id, times] of calls) if (nowMs - times.at(-1)! >= MINUTE_MS) calls.delete(id);
    const recent = (calls.get(tab) ?? []).filter((ms) => nowMs - ms < MINUTE_MS);
    if (recent.length >= MOST_CALLS) return true;
    calls.set(tab, [...recent, nowMs]);
    return false;
  };

  return async (path, { url, tab, frameId }, nowMs) => {
    const page = new URL(tab?.url ?? url ?? '');
    if (tab?.id === undefined || frameId !== 0 || page.origin !== originOf(url)) return refused('sender');
    // What another session than the page's own is shown of a ticket may be another person's.
    const isShared = tab.cookieStoreId === undefined || tab.cookieStoreId === SHARED_STORE;
    if (tab.incognito || !isShared) return refused('session');
    if (!dataPathsAt(page).includes(path)) return refused('address');
    if (isTooMuch(tab.id, nowMs)) return refused('too-many');
    try {
      const response = await fetch(page.origin + path, {
        credentials: 'include',
        headers: { Accept: 'application/json' },
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(LONGEST_MS),
      });
      const text = response.ok ? await textOf(response) : null;
      return text === null ? refused('system') : { kind: 'system-data', text };
    } catch (error) {
      console.debug(error);
      return refused('system');
    }
  };
}

/** What the readers of known systems ask for of the ticket at an address. */
function dataPathsAt(url: URL): string[] {
  return Object.entries(DATA_PATHS).flatMap(([site, { paths, more }]) => {
    const id = addressId({ id: site as SiteId }, url);
    return id === null ? [] : [...paths(id), ...(more?.(id) ?? [])];
  });
}

/** An answer's text; `null` where it has no end. */
async function textOf(response: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > MOST_BYTES) return null;
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

function originOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : null;
}

function refused(reason: string): Refused {
  return problem('request-refused', [], { reason });
}
