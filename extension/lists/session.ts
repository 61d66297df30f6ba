/** The life of a list's badges: reads the rows, asks once for all of them, draws, and ends without a trace. */
import { signal as makeSignal } from '@preact/signals';
import { h, render } from 'preact';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { LatestAsk } from '../overlay/latest-ask.ts';
import type { AnswerFor, Push, Request } from '../platform/messages.ts';
import type { RowsRequest } from '../platform/rows.ts';
import { siteOf, siteOfPattern } from '../platform/sites.ts';
import { statedOrder } from '../readers/stated-order.ts';
import { startNow } from '../state/now.ts';
import { sayIn } from '../ui/words.ts';
import { makeBadges } from './badges.ts';
import type { Lists } from './contract.ts';
import { Dock } from './Dock.tsx';
import { makeLayer } from './layer.ts';
import type { ShownList } from './model.ts';
import { type ListRow, readList } from './read-list.ts';
import { knowsLess, rowStanding, sayRow } from './row-look.ts';
import { rowSignature } from './row-signature.ts';
import { slices } from './slices.ts';

export interface ListsSurroundings {
  window: Window;
  clock: () => number;
  /** The browser's own zone. */
  zone: string;
  ask: <R extends Request>(request: R, left?: AbortSignal) => Promise<AnswerFor<R>>;
  onPush: (callback: (push: Push) => void, signal: AbortSignal) => void;
  /** `false` once the extension was updated or removed under the page. */
  alive: () => boolean;
}

const MINUTE_MS = 60_000;
/** An answer is asked for again after this long. */
const STALE_MS = 5 * MINUTE_MS;

export function startLists(around: ListsSurroundings): Lists {
  const life = new AbortController();
  const { signal } = life;
  const { window, clock } = around;
  const layer = makeLayer(window.document, signal);
  const badges = makeBadges(window, layer.badges, signal);
  const shown = makeSignal<ShownList | null>(null);
  let zone: string | null = null;
  let reading: AbortController | null = null;
  let isOutdated = false;
  /** The page shows no ticket of its own. */
  let isOnList = false;
  let askedFor = '';

  const alive = () => {
    if (!signal.aborted && !around.alive()) life.abort();
    return !signal.aborted;
  };
  signal.addEventListener('abort', () => hide());

  const asking = new LatestAsk<readonly ListRow[], AnswerFor<RowsRequest>>({
    send: (rows, left) =>
      around.ask<RowsRequest>({ type: 'rows', rows: rows.map(({ facts }) => facts) }, left),
    receive: (answer, rows) => {
      if (!alive() || answer === undefined || answer.kind === 'refused') return;
      if (answer.site.zone !== zone) {
        zone = answer.site.zone;
        void read();
        return;
      }
      if (answer.site.hidden) {
        badges.clear();
        layer.detach();
        return;
      }
      show({ rows, answer });
    },
    fail: () => {
      askedFor = '';
      alive();
    },
  });

  const read = async () => {
    // A page in constant change is read to the end, and then once more.
    isOutdated = reading !== null;
    if (isOutdated) return;
    reading = new AbortController();
    const until = AbortSignal.any([signal, reading.signal]);
    try {
      const options = { zone, browserZone: around.zone, order: statedOrder(window.document), nowMs: clock() };
      const page = new URL(window.location.href);
      const rows = await readList(window.document, page, options, slices(clock, until));
      found(rows);
    } catch (error) {
      if (!until.aborted) throw error;
    } finally {
      reading = null;
      if (isOutdated && alive()) void read();
    }
  };
  const found = (rows: readonly ListRow[]) => {
    if (rows.length === 0) {
      hide();
      return;
    }
    const signature = `${zone ?? ''} ${rows.map(({ facts }) => rowSignature(facts)).join('\n')}`;
    const before = shown.peek();
    if (signature !== askedFor) {
      askedFor = signature;
      asking.ask(rows);
    } else if (before) {
      // The page may have drawn the same rows anew.
      show({ ...before, rows });
    }
  };
  const show = (next: ShownList) => {
    shown.value = next;
    layer.attach();
    refresh();
  };
  const hide = () => {
    reading?.abort();
    asking.cancel();
    askedFor = '';
    shown.value = null;
    badges.clear();
    layer.detach();
  };

  const drawBadges = (nowMs: number) => {
    const current = shown.peek();
    if (current?.answer.kind !== 'rows') return;
    const { answer, rows } = current;
    const say = sayIn(answer);
    badges.show(
      rows.map(({ element }, index) => {
        const look = () => {
          const own = answer.rows[index]!;
          const standing = rowStanding(own, answer, nowMs);
          const state = own.match === 'matched' ? standing.state : 'unread';
          return { state, text: sayRow(own, standing, say), less: knowsLess(own) };
        };
        return { element, look };
      }),
    );
  };
  const { now, refresh } = startNow({
    clock,
    page: window.document,
    signal,
    pace: (nowMs) => {
      const current = shown.peek();
      if (!alive() || current === null) return null;
      if (current.answer.kind === 'rows' && Math.abs(nowMs - current.answer.askedMs) >= STALE_MS) {
        asking.ask(current.rows);
      }
      drawBadges(nowMs);
      return MINUTE_MS - (nowMs % MINUTE_MS) + 1;
    },
  });
  const model = {
    shown,
    folded: makeSignal(true),
    urgentOnly: makeSignal(false),
    refocus: makeSignal(false),
    now,
    zone: around.zone,
    openOptions: () => void around.ask({ type: 'open-options' }).catch(alive),
  };
  render(h(Dock, { model }), layer.dock);

  around.onPush((push) => {
    if (!alive()) return;
    if (push.type === 'changed') {
      askedFor = '';
      if (isOnList) void read();
    } else if (
      push.type === 'switched-off' &&
      push.origins.some((pattern) => siteOfPattern(pattern) === siteOf(window.location.href))
    ) {
      life.abort();
    }
  }, signal);
  return {
    pageRead: (facts: TicketFacts | null) => {
      if (!alive()) return;
      isOnList = facts === null;
      if (isOnList) void read();
      else hide();
    },
    get ended() {
      return signal.aborted;
    },
  };
}
