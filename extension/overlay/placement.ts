/** Where the overlay stands: its corner of the window, and which corner is free of something. Geometry alone. */
import type { Corner, Place } from '../platform/changes.ts';

export interface Size {
  width: number;
  height: number;
}

export interface Box extends Size {
  left: number;
  top: number;
}

/** Distance from the window's edges where nobody has moved the overlay, and the least that a move leaves. */
export const HOME: Place = { corner: 'bottom-right', x: 16, y: 16 };
const LEAST = 8;
/** Up to this width the overlay takes the whole of it, and has nowhere to be moved to. */
export const NARROW_PX = 480;

export const CORNERS: readonly Corner[] = ['bottom-right', 'bottom-left', 'top-right', 'top-left'];

/** A place whose box lies in the window as a whole, as far as the window is large enough. */
export function within({ corner, x, y }: Place, size: Size, window: Size): Place {
  return {
    corner,
    x: clamp(x, window.width - size.width - LEAST),
    y: clamp(y, window.height - size.height - LEAST),
  };
}

export function boxOf(place: Place, size: Size, window: Size): Box {
  const { corner, x, y } = within(place, size, window);
  return {
    ...size,
    left: corner.endsWith('left') ? x : window.width - size.width - x,
    top: corner.startsWith('top') ? y : window.height - size.height - y,
  };
}

/** The place of a box that was dropped somewhere: its distances from the corner that it is nearest to. */
export function placeOf({ left, top, width, height }: Box, window: Size): Place {
  const right = window.width - left - width;
  const bottom = window.height - top - height;
  const corner: Corner = `${top < bottom ? 'top' : 'bottom'}-${left < right ? 'left' : 'right'}`;
  const dropped = { corner, x: Math.round(Math.min(left, right)), y: Math.round(Math.min(top, bottom)) };
  return within(dropped, { width, height }, window);
}

/** The place itself where it leaves `taken` free, else the first corner that does; `null` where none does. */
export function clearOf(taken: Box, place: Place, size: Size, window: Size): Place | null {
  const others = CORNERS.map((corner) => ({ ...HOME, corner }));
  return [place, ...others].find((candidate) => !overlap(boxOf(candidate, size, window), taken)) ?? null;
}

/** The declarations that bring a fixed box to its place. */
export function insetOf(place: Place, size: Size, window: Size): string {
  const { corner, x, y } = within(place, size, window);
  const [top, bottom] = corner.startsWith('top') ? [`${y}px`, 'auto'] : ['auto', `${y}px`];
  const [left, right] = corner.endsWith('left') ? [`${x}px`, 'auto'] : ['auto', `${x}px`];
  return `${top} ${right} ${bottom} ${left}`;
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}

function clamp(offset: number, most: number): number {
  return Math.max(LEAST, Math.min(offset, most));
}
