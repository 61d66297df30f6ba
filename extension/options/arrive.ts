import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The heading that the address leads to: it has the focus as soon as it is there, later than the page itself. */
export function useArrival(id: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (location.hash !== `#${id}`) return;
    heading.current?.scrollIntoView();
    heading.current?.focus({ preventScroll: true });
  }, [id]);
  return heading;
}
