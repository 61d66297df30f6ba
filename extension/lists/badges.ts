/**
 * A badge over every row in view. They lie in one layer above the page, out of the reach of the mouse: nothing is
 * put into the page's rows, so nothing there moves, breaks or is counted twice. The price is that we follow the
 * rows ourselves: what scrolls, is covered or goes takes its badge along.
 */
import { h, render } from 'preact';
import type { ResponseState } from '#core/response/inquiry.ts';
import { StateMark, toneOf } from '../ui/StateMark.tsx';
import { freePlaces, type Place } from './free-place.ts';
import { watchInView } from './in-view.ts';

export interface BadgeLook {
  state: ResponseState;
  text: string;
  less: boolean;
}

export interface BadgedRow {
  element: Element;
  /** Asked for only while the row is in view. */
  look: () => BadgeLook;
}

interface Badge {
  box: HTMLElement;
  shown: string;
  at: string;
}

export interface Badges {
  show(rows: readonly BadgedRow[]): void;
  clear(): void;
}

export function makeBadges(window: Window, layer: HTMLElement, signal: AbortSignal): Badges {
  const { document } = window;
  const rows = new Map<Element, () => BadgeLook>();
  const badges = new Map<Element, Badge>();
  /** Where in their rows the badges lie; forgotten when the page is laid out anew. */
  let places = new Map<Element, Place>();
  let frame: number | null = null;

  const schedule = () => {
    if (frame === null && rows.size > 0) frame = window.requestAnimationFrame(placeNow);
  };
  const placeNow = () => {
    frame = null;
    const { left, top } = layer.getBoundingClientRect();
    const pageWidth = document.documentElement.clientWidth;
    const visible = [...inView.rows].filter((row) => row.isConnected && rows.has(row));
    // All that is measured comes before all that is changed: the page is laid out once.
    for (const row of visible) draw(row);
    findPlaces(visible, pageWidth);
    const found = visible.map((row) => {
      const rect = row.getBoundingClientRect();
      const place = places.get(row)!;
      const x = rect.left + place.x;
      const y = rect.top + place.y;
      return { row, x, y, tight: place.tight, covered: rect.height === 0 || isCovered(row, rect, x, y + 8) };
    });
    for (const { row, x, y, tight, covered } of found) {
      const badge = badges.get(row)!;
      const at = `translate(${Math.round(x - left)}px, ${Math.round(y - top)}px)`;
      if (badge.at !== at) badge.box.style.transform = at;
      badge.at = at;
      badge.box.classList.toggle('tight', tight);
      badge.box.style.visibility = covered ? 'hidden' : 'visible';
    }
    for (const row of badges.keys()) if (!visible.includes(row)) drop(row);
  };

  /** The rows that stand in one parent are one list, with one column of badges. */
  const findPlaces = (visible: readonly Element[], pageWidth: number) => {
    const fresh = visible.filter((row) => !places.has(row));
    for (const list of new Set(fresh.map((row) => row.parentElement))) {
      const siblings = visible.filter((row) => row.parentElement === list);
      // Measured whole, whatever there was room for before.
      for (const row of siblings) badges.get(row)!.box.classList.remove('tight');
      const sizes = siblings.map((row) => {
        const { offsetWidth: width, offsetHeight: height } = badges.get(row)!.box;
        return { width, height };
      });
      const found = freePlaces(siblings, sizes, pageWidth);
      for (const [index, row] of siblings.entries()) places.set(row, found[index]!);
    }
  };
  /** Whether something of the page lies over the row: a menu, a dialog, a header that stays. */
  const isCovered = (row: Element, rect: DOMRect, x: number, y: number) => {
    const inside = Math.min(Math.max(x + 8, rect.left + 2), rect.right - 2);
    const hit = document.elementFromPoint(inside, y);
    return hit === null || !(row.contains(hit) || hit.contains(row));
  };
  const draw = (row: Element) => {
    const look = rows.get(row)!();
    let badge = badges.get(row);
    if (!badge) {
      badge = { box: document.createElement('div'), shown: '', at: '' };
      badge.box.style.visibility = 'hidden';
      layer.append(badge.box);
      badges.set(row, badge);
    }
    const shown = `${look.state} ${look.less} ${look.text}`;
    if (badge.shown === shown) return;
    badge.shown = shown;
    places.delete(row);
    badge.box.className = `row-badge tone-${toneOf(look.state)}${look.less ? ' less' : ''}`;
    badge.box.dataset.state = look.state;
    render([h(StateMark, { state: look.state }), h('span', null, look.text)], badge.box);
  };
  const drop = (row: Element) => {
    const badge = badges.get(row);
    if (badge) render(null, badge.box);
    badge?.box.remove();
    badges.delete(row);
  };

  const inView = watchInView(window, schedule, signal);
  const laidOut = new ResizeObserver(() => {
    places = new Map();
    schedule();
  });
  laidOut.observe(document.documentElement);
  const changes = new MutationObserver(schedule);
  window.addEventListener('scroll', schedule, { capture: true, passive: true, signal });
  window.addEventListener('resize', schedule, { signal });
  signal.addEventListener('abort', () => {
    clear();
    laidOut.disconnect();
  });

  const clear = () => {
    if (frame !== null) window.cancelAnimationFrame(frame);
    frame = null;
    changes.disconnect();
    rows.clear();
    inView.follow([]);
    places = new Map();
    for (const row of [...badges.keys()]) drop(row);
  };
  return {
    show: (next) => {
      const wanted = new Map(next.map(({ element, look }) => [element, look]));
      inView.follow([...wanted.keys()]);
      if (rows.size === 0 && wanted.size > 0) {
        changes.observe(document, {
          subtree: true,
          childList: true,
          attributes: true,
          attributeFilter: ['class', 'style', 'hidden', 'open'],
        });
      }
      if (rows.size !== wanted.size) places = new Map();
      rows.clear();
      for (const [row, look] of wanted) rows.set(row, look);
      schedule();
    },
    clear,
  };
}
