/** Asks a page's own origin with the page's session; where its policy forbids us that, the background does. */
import type { AnswerFor, Request } from './messages.ts';

export interface PageFetchEdge {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  ask: <R extends Request>(request: R) => Promise<AnswerFor<R>>;
  origin: () => string;
  /** Firefox holds a script of ours in a page to the page's policy. */
  heldToPolicy: boolean;
}

interface PageAnswer {
  ok: boolean;
  json: () => Promise<unknown>;
}

export function pageFetch({ fetch, ask, origin, heldToPolicy }: PageFetchEdge) {
  /** A page's policy holds for its life: each further try would be one more report of it to the site. */
  let isForbidden = false;

  const byBackground = async (path: string): Promise<PageAnswer> => {
    const answer = await ask({ type: 'system-data', path });
    if (answer.kind !== 'system-data') return { ok: false, json: async () => null };
    isForbidden = true;
    return { ok: true, json: async () => JSON.parse(answer.text) };
  };

  return async (path: string): Promise<PageAnswer> => {
    if (isForbidden) return byBackground(path);
    try {
      return await fetch(new URL(path, origin()).href, {
        credentials: 'same-origin',
        headers: { Accept: 'application/json' },
        redirect: 'error',
      });
    } catch (error) {
      if (!heldToPolicy) throw error;
      return byBackground(path);
    }
  };
}
