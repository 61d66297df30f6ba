/** Frames around several places of the page, for as long as they are looked at. */
import { rectOf } from '../roots.ts';

const MOST = 60;

/** Gives the way to take them away. */
export function markPlaces(window: Window, box: HTMLElement, elements: readonly Element[]): () => void {
  const life = new AbortController();
  const frames = elements.slice(0, MOST).map((element) => {
    const frame = window.document.createElement('div');
    frame.className = 'frame';
    return { element, frame };
  });
  const place = () => {
    for (const { element, frame } of frames) {
      const { left, top, width, height } = rectOf(element);
      frame.hidden = !element.isConnected;
      Object.assign(frame.style, {
        left: `${left}px`,
        top: `${top}px`,
        width: `${width}px`,
        height: `${height}px`,
      });
    }
  };
  if (frames.length > 0) {
    place();
    box.append(...frames.map(({ frame }) => frame));
    const { signal } = life;
    window.addEventListener('scroll', place, { capture: true, passive: true, signal });
    window.addEventListener('resize', place, { signal });
  }
  return () => {
    life.abort();
    box.replaceChildren();
  };
}
