/** Moves the overlay: where its user drags it, into the window after a change of size, and away from typing. */
import type { Place } from '../platform/changes.ts';
import type { Host } from './host.ts';
import { boxOf, clearOf, HOME, insetOf, NARROW_PX, placeOf, type Size } from './placement.ts';

export interface Mover {
  /** Puts the overlay somewhere, as it was kept or chosen. */
  put: (place: Place) => void;
  /** Follows the pointer that went down on the overlay until it goes up; then `dropped` is told, if it moved. */
  drag: (event: PointerEvent, dropped: (place: Place) => void) => void;
}

/** A hand that clicks trembles by less. */
const MOVED_PX = 5;
/** A frame of more than this share of the window is the page's own content, not a field that is typed into. */
const FIELD_SHARE = 0.6;
const NO_TYPING = 'button checkbox color file hidden image radio range reset submit'.split(' ');

export function makeMover(host: Host, window: Window, signal: AbortSignal): Mover {
  const { document } = window;
  let place = HOME;
  let aside: Place | null = null;
  let veiled = false;
  let frame: number | null = null;

  const viewport = (): Size => ({ width: window.innerWidth, height: window.innerHeight });
  const size = (): Size => {
    const { width, height } = host.element.getBoundingClientRect();
    return { width, height };
  };
  const apply = () => {
    const at = aside ?? place;
    host.move(insetOf(at, size(), viewport()), at.corner.startsWith('top'), veiled);
  };

  /** What is typed into must stay in sight: the overlay goes to a free corner, or out of sight until it is done. */
  const makeWay = () => {
    frame = null;
    if (!host.element.isConnected) return;
    // Whoever reaches into the overlay wants it where it is.
    if (document.activeElement !== host.element) {
      const field = fieldTypedInto(document, window);
      const free = field && clearOf(field.getBoundingClientRect(), place, size(), viewport());
      aside = free === place ? null : free;
      veiled = field !== null && free === null;
    } else veiled = false;
    apply();
  };
  const soon = () => {
    if (!signal.aborted) frame ??= window.requestAnimationFrame(makeWay);
  };
  for (const type of ['focusin', 'focusout', 'input', 'scroll']) {
    document.addEventListener(type, soon, { signal, capture: true, passive: true });
  }
  window.addEventListener('resize', soon, { signal, passive: true });
  const sizes = new ResizeObserver(soon);
  sizes.observe(host.element);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    if (frame !== null) window.cancelAnimationFrame(frame);
  });

  return {
    put: (next) => {
      place = next;
      soon();
    },
    drag: (down, dropped) => {
      if (down.button !== 0 || window.innerWidth <= NARROW_PX) return;
      const start = boxOf(aside ?? place, size(), viewport());
      const held = new AbortController();
      let moved = false;
      const follow = (event: PointerEvent) => {
        const [dx, dy] = [event.clientX - down.clientX, event.clientY - down.clientY];
        moved ||= Math.hypot(dx, dy) > MOVED_PX;
        if (!moved) return;
        place = placeOf({ ...start, left: start.left + dx, top: start.top + dy }, viewport());
        aside = null;
        apply();
      };
      const release = () => {
        held.abort();
        if (!moved) return;
        // The click that ends a drag is none.
        host.element.addEventListener('click', (click) => click.stopPropagation(), {
          capture: true,
          once: true,
          signal: AbortSignal.any([signal, afterClick(window)]),
        });
        dropped(place);
      };
      const options = { signal: AbortSignal.any([signal, held.signal]), capture: true };
      window.addEventListener('pointermove', follow, options);
      window.addEventListener('pointerup', release, options);
      window.addEventListener('pointercancel', release, options);
    },
  };
}

/** Ends with the task in which a click would come. */
function afterClick(window: Window): AbortSignal {
  const control = new AbortController();
  window.requestAnimationFrame(() => control.abort());
  return control.signal;
}

function fieldTypedInto(document: Document, window: Window): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (active === null || active === document.body) return null;
  switch (active.localName) {
    case 'textarea':
      return active;
    case 'input':
      return NO_TYPING.includes((active as HTMLInputElement).type) ? null : active;
    case 'iframe':
      return active.getBoundingClientRect().height < window.innerHeight * FIELD_SHARE ? active : null;
    default:
      return (active as HTMLElement).isContentEditable ? active : null;
  }
}
