/** Pointing at a place of the page, by mouse or keyboard: the page itself is neither clicked nor focused. */
import type { MappedFact } from '../../platform/mapping.ts';
import { elementAt, rectOf, rootsOf } from '../roots.ts';
import { candidatesOn, meantAt } from './candidates.ts';

export interface PointingOptions {
  window: Window;
  /** Our own elements: a sheet over the page that takes the mouse, and the frame around the place. */
  sheet: HTMLElement;
  frame: HTMLElement;
  fact: MappedFact;
  /** The place that would be taken now; `fits`: whether the fact can be read there. */
  onAim: (element: Element | null, fits: boolean) => void;
  onTake: (element: Element) => void;
  onStop: () => void;
  signal: AbortSignal;
}

export function startPointing(options: PointingOptions): void {
  const { window, sheet, frame, fact, onAim, onTake, onStop, signal } = options;
  const { document } = window;
  let aimed: Element | null = null;
  let isFitting = false;
  let candidates: Element[] | null = null;

  const place = () => {
    const rect = aimed?.isConnected ? rectOf(aimed) : null;
    frame.hidden = rect === null;
    if (!rect) return;
    frame.classList.toggle('wrong', !isFitting);
    Object.assign(frame.style, {
      left: `${rect.left - 3}px`,
      top: `${rect.top - 3}px`,
      width: `${rect.width + 6}px`,
      height: `${rect.height + 6}px`,
    });
  };
  const aim = (element: Element | null, fits: boolean) => {
    if (element === aimed && fits === isFitting) return;
    aimed = element;
    isFitting = fits;
    place();
    onAim(element, fits);
  };
  const under = (x: number, y: number): Element | null => {
    sheet.style.pointerEvents = 'none';
    const hit = elementAt(document, x, y);
    sheet.style.pointerEvents = '';
    return hit === null || hit === document.documentElement || hit.localName.startsWith('dueline-')
      ? null
      : hit;
  };
  const aimAt = ({ clientX, clientY }: MouseEvent) => {
    const hit = under(clientX, clientY);
    const meant = hit && meantAt(hit, fact);
    aim(meant ?? hit, meant !== null);
  };
  const step = (by: number) => {
    candidates ??= candidatesOn(rootsOf(document), fact).filter((element) => element.isConnected);
    if (candidates.length === 0) return;
    const from = aimed ? candidates.indexOf(aimed) : -1;
    const next = from < 0 ? (by > 0 ? firstInView(candidates, window) : candidates.length - 1) : from + by;
    const element = candidates[(next + candidates.length) % candidates.length]!;
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    aim(element, true);
  };
  const take = () => {
    if (aimed && isFitting) onTake(aimed);
  };
  const KEYS: Record<string, () => void> = {
    ArrowDown: () => step(1),
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    ArrowUp: () => step(-1),
    Enter: take,
    Escape: onStop,
    Tab: () => step(1),
  };

  const listen = <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ) => sheet.addEventListener(type, listener, { signal });
  listen('pointermove', aimAt);
  listen('click', (event) => {
    // A click that a keyboard or a script makes has no place.
    if (event.detail > 0) aimAt(event);
    take();
  });
  listen('keydown', (event) => {
    const act = event.key === 'Tab' && event.shiftKey ? () => step(-1) : KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  window.addEventListener('scroll', place, { capture: true, passive: true, signal });
  window.addEventListener('resize', place, { signal });
  signal.addEventListener('abort', () => {
    frame.hidden = true;
  });
  sheet.focus({ preventScroll: true });
}

function firstInView(candidates: readonly Element[], { innerHeight }: Window): number {
  const index = candidates.findIndex((element) => {
    const { top, bottom } = rectOf(element);
    return bottom > 0 && top < innerHeight;
  });
  return Math.max(0, index);
}
