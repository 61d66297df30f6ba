/** Where in a row there is room for a badge: what the page shows is not covered. */

/** An edge of the badge, from the row's left and top edge. */
export interface Place {
  x: number;
  y: number;
  /** There is room for the badge's mark alone. */
  tight: boolean;
}

interface Size {
  width: number;
  height: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const STEP_PX = 8;
const GAP_PX = 6;
/** So many rows settle the column in which the badges stand. */
const SAMPLE = 12;
/** A badge without its words. */
const TIGHT_PX = 26;

type Found = Place & { covers: number };
const SEEN = 'img,svg,canvas,video,input,button,select,textarea';

/**
 * A place for the badge of each row. The badges stand in one column, the rightmost of those where they cover the
 * least. Where the list leaves no room in its rows and the page has some beside it, they stand there. Else a row in
 * which something is in the way has the mark alone at the end of the column; rows that are full there too have theirs
 * in one column of their own, or at last in the nearest free place.
 */
export function freePlaces(rows: readonly Element[], sizes: readonly Size[], pageWidth: number): Place[] {
  const frames = rows.map((row) => row.getBoundingClientRect());
  const shown = rows.map((row, index) => boxesIn(row, frames[index]!));
  const width = Math.max(0, ...sizes.map((size) => size.width));
  const rightmost = (frame: DOMRect) => Math.min(frame.right, pageWidth) - frame.left;
  const [frame] = frames;
  if (!frame) return [];

  const column = columnIn(shown.slice(0, SAMPLE), width, rightmost(frame));
  const inColumn = (index: number, size: Size, x: number, right: number | null) =>
    placeIn(shown[index]!, size, x, right, frames[index]!.height);
  const places: Found[] = rows.map((_, index) => inColumn(index, sizes[index]!, column, null));
  const full = [...places.keys()].filter((index) => places[index]!.covers > 0);
  if (full.length === 0) return places;
  const beside =
    frame.right + GAP_PX + width <= pageWidth
      ? frame.width + GAP_PX
      : frame.left >= width + GAP_PX
        ? -width - GAP_PX
        : null;
  if (beside !== null)
    return sizes.map((size, index) => ({ x: beside, y: middle(frames[index]!.height, size), tight: false }));

  const tight = (index: number): Size => ({ width: TIGHT_PX, height: sizes[index]!.height });
  const end = column + width - TIGHT_PX;
  for (const index of full) places[index] = { ...inColumn(index, tight(index), end, null), tight: true };
  const left = full.filter((index) => places[index]!.covers > 0);
  const other = columnIn(
    left.slice(0, SAMPLE).map((index) => shown[index]!),
    TIGHT_PX,
    rightmost(frame),
  );
  for (const index of left) {
    const place = inColumn(index, tight(index), other, null);
    const found =
      place.covers === 0 ? place : inColumn(index, tight(index), other, rightmost(frames[index]!));
    places[index] = { ...found, tight: true };
  }
  return places;
}

function columnIn(shown: readonly Box[][], width: number, right: number): number {
  let best = { x: Math.max(0, right - width), covers: Number.POSITIVE_INFINITY };
  for (let x = best.x; x >= 0; x -= STEP_PX) {
    const covers = shown.filter((boxes) =>
      boxes.some((box) => box.left < x + width + GAP_PX && x - GAP_PX < box.right),
    ).length;
    if (covers < best.covers) best = { x, covers };
  }
  return best.x;
}

/**
 * The place nearest to the column that covers the least: in the middle of the row, else above or below it. Without a
 * right end to go to, that in the column itself.
 */
function placeIn(
  boxes: readonly Box[],
  size: Size,
  column: number,
  right: number | null,
  height: number,
): Found {
  const heights = [middle(height, size), height - size.height - 2, 2].filter((y) => y >= 0);
  let best = { x: column, y: heights[0] ?? 0, tight: false, covers: Number.POSITIVE_INFINITY, away: 0 };
  const most = right === null ? -STEP_PX : Math.max(0, right - size.width);
  const candidates = [
    column,
    ...Array.from({ length: Math.floor(most / STEP_PX) + 1 }, (_, step) => most - step * STEP_PX),
  ];
  for (const y of heights) {
    for (const x of candidates) {
      const covers = boxes.reduce((sum, box) => sum + overlap(box, x, y, size), 0);
      const away = Math.abs(x - column) + Math.abs(y - heights[0]!) * 2;
      if (covers < best.covers || (covers === best.covers && away < best.away))
        best = { x, y, tight: false, covers, away };
    }
  }
  return best;
}

const middle = (height: number, size: Size) => (height - size.height) / 2;

function overlap(box: Box, x: number, y: number, { width, height }: Size): number {
  const wide = Math.min(box.right, x + width + GAP_PX) - Math.max(box.left, x - GAP_PX);
  const high = Math.min(box.bottom, y + height) - Math.max(box.top, y);
  return wide > 0 && high > 0 ? wide * high : 0;
}

/** What a row shows: its text as it is drawn, its pictures and its fields. */
function boxesIn(row: Element, frame: DOMRect): Box[] {
  const boxes: Box[] = [];
  const add = ({ left, right, top, bottom }: DOMRect) => {
    if (right <= left) return;
    boxes.push({
      left: left - frame.left,
      right: right - frame.left,
      top: top - frame.top,
      bottom: bottom - frame.top,
    });
  };
  const walker = row.ownerDocument.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  const range = row.ownerDocument.createRange();
  while (walker.nextNode()) {
    if (!/\S/.test(walker.currentNode.nodeValue ?? '')) continue;
    range.selectNodeContents(walker.currentNode);
    for (const rect of range.getClientRects()) add(rect);
  }
  for (const element of row.querySelectorAll(SEEN)) add(element.getBoundingClientRect());
  return boxes;
}
