/** Keeps the user's mapping of a site at hand in its pages, and current. */
import type { Amend } from '../overlay/amend.ts';
import type { PageMapping } from '../platform/mapping.ts';
import type { AnswerFor, Push, Request } from '../platform/messages.ts';
import { addressShape } from './address.ts';
import { applyMapping } from './apply.ts';

export interface MappedSurroundings {
  window: Window;
  ask: <R extends Request>(request: R) => Promise<AnswerFor<R>>;
  onPush: (callback: (push: Push) => void, signal: AbortSignal) => void;
  /** A mapping has come, or has changed: the page is to be read anew. */
  ready: (amend: Amend) => void;
}

export function startMapped({ window, ask, onPush, ready }: MappedSurroundings): void {
  let mappings: readonly PageMapping[] = [];
  const amend: Amend = (found, options) => {
    const { href } = window.location;
    const shape = addressShape(href);
    const mapping = mappings.find(({ address }) => address === shape);
    if (!mapping) return found;
    return applyMapping(found, mapping, { document: window.document, url: new URL(href), options });
  };
  const load = async () => {
    try {
      const answer = await ask({ type: 'mapping' });
      if (answer?.kind !== 'mapping') return;
      mappings = answer.mappings;
      ready(amend);
    } catch (error) {
      // Without a background nothing of ours is shown; the next page asks anew.
      console.debug(error);
    }
  };
  onPush((push) => {
    if (push.type === 'changed') void load();
  }, new AbortController().signal);
  void load();
}
