/** Draws the overlay and keeps its clock. */
import { computed, effect, signal as makeSignal } from '@preact/signals';
import { h } from 'preact';
import { MINUTE_MS } from '#core/time/units.ts';
import type { Change, KeptLook, Place } from '../platform/changes.ts';
import { startNow } from '../state/now.ts';
import { makeZoneHere } from '../state/zone-here.ts';
import { sayIn } from '../ui/words.ts';
import { type Run, runOn, untilNextTick } from './countdown.ts';
import { dueInWords } from './due-in-words.ts';
import { makeFreshness } from './freshness.ts';
import { makeHost } from './host.ts';
import type { OverlayModel } from './model.ts';
import { makeMover } from './mover.ts';
import { Overlay } from './Overlay.tsx';
import { HOME } from './placement.ts';
import { standingAt } from './standing.ts';
import { type Figures, type MakeView, type Shown, world } from './view-contract.ts';

export const makeView: MakeView = (actions, signal) => {
  const host = makeHost(window, signal);
  const mover = makeMover(host, window, signal);
  const shown = makeSignal<Shown | null>(null);
  const folded = makeSignal(true);
  const refocus = makeSignal(false);
  const panelInto = makeSignal<Element | null>(null);
  const place = makeSignal(HOME);
  let styled = false;
  /** Asked for by the shortcut on a site where the overlay is hidden. */
  let summoned = false;
  let before: HTMLElement | null = null;

  const zoneHere = makeZoneHere();
  const keepFresh = makeFreshness(actions.askAgain);
  const figures: Figures = new Set();
  let run: Run | null = null;
  const { now, refresh } = startNow({
    clock: Date.now,
    page: document,
    signal,
    pace: (nowMs) => {
      const current = shown.peek();
      if (!actions.alive() || current === null) return null;
      keepFresh(current, nowMs);
      const countdown = standing.peek()?.countdown ?? null;
      run = countdown && runOn(countdown, nowMs);
      // Where nothing is counted, the machine may still have slept, and a timer show what has run.
      return countdown ? untilNextTick(countdown, nowMs) : MINUTE_MS;
    },
    // Only the figure: nothing else of the overlay, nor of what it is worked out from, runs each second.
    beat: (nowMs) => {
      if (run === null || nowMs < run.fromMs || nowMs >= run.untilMs) return false;
      // The panel draws where now is.
      if (nowMs - run.fromMs >= MINUTE_MS && !folded.peek()) return false;
      for (const write of figures) write(run.zeroMs - nowMs);
      return true;
    },
  });
  const standing = computed(() => {
    const answer = shown.value?.answer;
    return answer?.kind === 'verdict' ? standingAt(answer, now.value) : null;
  });
  // A page that comes back from the history cache has a clock that stood still.
  window.addEventListener('pageshow', refresh, { signal });
  signal.addEventListener('abort', host.remove);

  const keep = (look: KeptLook) => void actions.send({ type: 'keep', look });
  const open = async () => {
    if (!world.panel) await actions.send({ type: 'bring', part: 'panel' });
    // Without its panel the overlay stays the line that it is.
    if (signal.aborted || !world.panel) return;
    if (!styled) host.style(world.panel.css);
    styled = true;
    refresh();
    folded.value = false;
  };
  const openByHand = () => {
    refocus.value = true;
    keep({ folded: false });
    void open();
  };
  const fold = () => {
    refocus.value = true;
    refresh();
    folded.value = true;
    keep({ folded: true });
  };
  const dock = (next: Place) => {
    mover.put(next);
    place.value = next;
    keep({ place: next });
  };
  const drag = (event: PointerEvent) => mover.drag(event, dock);
  const send = (change: Change) => {
    // Whoever hides the overlay sees first how to get it back.
    if (change.type === 'keep' && change.look.hidden) summoned = true;
    return actions.send(change);
  };

  const model: OverlayModel = {
    shown,
    folded,
    refocus,
    standing,
    state: computed(() => standing.value?.state),
    counts: computed(() => Boolean(standing.value?.countdown)),
    figures,
    dueWords: computed(() => {
      const answer = shown.value?.answer;
      if (answer?.kind !== 'verdict') return null;
      const { engagement, current } = answer.verdict;
      if (!engagement || !current?.due) return null;
      return dueInWords(current.due, [zoneHere(), engagement.zone], now.value, sayIn(answer));
    }),
    open: openByHand,
    drag,
    panel: (element) => {
      panelInto.value = element;
    },
  };
  const draw = () => {
    if (shown.peek()?.answer.site.hidden && !summoned) host.detach();
    else host.draw(h(Overlay, { model }));
  };
  const stop = effect(() => {
    const into = panelInto.value;
    const current = shown.value;
    const isFolded = folded.value;
    if (into === null || !world.panel) return;
    world.panel.draw(
      into,
      isFolded || current === null
        ? null
        : {
            shown: current,
            standing,
            figures,
            nowMs: now.value,
            zone: zoneHere(),
            place: place.value,
            focus: refocus.peek(),
            fold,
            send,
            dock,
            drag,
            leave: () => {
              summoned = false;
              draw();
            },
          },
    );
    if (!isFolded) refocus.value = false;
  });
  signal.addEventListener('abort', stop);

  return {
    show: (next) => {
      const { site } = next.answer;
      if (shown.peek() === null) {
        place.value = site.place ?? HOME;
        mover.put(place.value);
        if (!site.folded) void open();
      }
      if (shown.peek() !== next) {
        shown.value = next;
        refresh();
      }
      draw();
    },
    hide: () => {
      shown.value = null;
      folded.value = true;
      host.detach();
    },
    toggle: () => {
      if (shown.peek() === null) return;
      if (folded.peek()) {
        before = document.activeElement as HTMLElement | null;
        summoned = true;
        draw();
        openByHand();
        return;
      }
      fold();
      refocus.value = false;
      before?.focus();
    },
  };
};
