/** Draws the overlay and keeps its clock. */
import { signal as makeSignal } from '@preact/signals';
import { h } from 'preact';
import { startNow } from '../state/now.ts';
import { untilNextTick } from './countdown.ts';
import { makeHost } from './host.ts';
import type { OverlayModel } from './model.ts';
import { Overlay } from './Overlay.tsx';
import { standingAt } from './standing.ts';
import type { MakeView, Shown } from './view-contract.ts';

/** An answer is asked for again after this long, so that a new day reaches a tab that nobody touches. */
const STALE_MS = 5 * 60_000;
/** A new state is asked about at most this often. */
const RETRY_MS = 30_000;

export const makeView: MakeView = (actions, signal) => {
  const host = makeHost(window, signal);
  const shown = makeSignal<Shown | null>(null);
  const folded = makeSignal(true);
  const refocus = makeSignal(false);
  let askedAgainMs = 0;

  /** Asks again where the verdict has grown old, or time has moved the ticket into another state. */
  const keepFresh = (nowMs: number, { answer }: Shown) => {
    if (answer.kind !== 'verdict' || nowMs - askedAgainMs < RETRY_MS) return;
    const { askedMs, current } = answer.verdict;
    const standing = standingAt(answer, nowMs);
    if (nowMs - askedMs < STALE_MS && (standing === null || standing.state === current?.state)) return;
    askedAgainMs = nowMs;
    actions.askAgain();
  };
  const { now, refresh } = startNow({
    clock: Date.now,
    page: document,
    signal,
    pace: (nowMs) => {
      const current = shown.peek();
      if (!actions.alive() || current === null) return null;
      keepFresh(nowMs, current);
      const standing = current.answer.kind === 'verdict' ? standingAt(current.answer, nowMs) : null;
      return standing?.countdown ? untilNextTick(standing.countdown, nowMs) : STALE_MS;
    },
  });
  // A page that comes back from the history cache has a clock that stood still.
  window.addEventListener('pageshow', refresh, { signal });
  signal.addEventListener('abort', host.remove);

  const model: OverlayModel = {
    shown,
    folded,
    refocus,
    now,
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    setFolded: (value) => {
      refocus.value = true;
      folded.value = value;
      actions.fold(value);
    },
    pick: (engagement, scope) => {
      const facts = shown.peek()?.facts;
      if (facts) actions.pick(facts, engagement, scope);
    },
    unpick: () => {
      const facts = shown.peek()?.facts;
      if (facts) actions.unpick(facts);
    },
    openOptions: actions.openOptions,
  };
  return {
    element: host.element,
    show: (next) => {
      if (shown.peek() === null) folded.value = next.answer.site.folded;
      if (shown.peek() !== next) {
        shown.value = next;
        refresh();
      }
      host.draw(h(Overlay, { model }));
    },
    hide: () => {
      shown.value = null;
      host.detach();
    },
  };
};
