/** Badges of a long list come where its rows are looked for: none may be looked for in too few of them. */
import { describe, expect, test } from 'vitest';
import { rowsBetween } from '../../../extension/lists/rows-between.ts';

const HEIGHT_PX = 20;
let measured = 0;

/** A thousand rows, of which the first stands at `startPx`, in as many columns as asked for. */
function rows(startPx: number, { count = 1000, columns = 1 } = {}): Element[] {
  const perColumn = Math.ceil(count / columns);
  return Array.from({ length: count }, (_, place) => {
    const top = startPx + (place % perColumn) * HEIGHT_PX;
    const getBoundingClientRect = () => {
      measured += 1;
      return { top, bottom: top + HEIGHT_PX };
    };
    return { getBoundingClientRect } as unknown as Element;
  });
}

describe('the rows between two heights', () => {
  test.each([
    ['the list begins in the window', 100, [0, 24]],
    ['scrolled by five rows', -100, [5, 34]],
    ['scrolled to half a row', -110, [5, 35]],
    ['its last rows', -19_900, [995, 999]],
  ])('%s', (_, startPx, places) => {
    measured = 0;
    expect(rowsBetween(rows(startPx), 0, 600)).toEqual(places);
    expect(measured).toBeLessThan(50);
  });

  test.each([
    ['none is in the window: below it', rows(700)],
    ['none is in the window: above it', rows(-30_000)],
    ['in two columns', rows(0, { columns: 2 })],
    ['in three columns', rows(0, { columns: 3 })],
    ['in columns of a few', rows(0, { columns: 100 })],
    ['hidden, with no height at all', Array.from({ length: 100 }, () => rows(0, { count: 1 })[0]!)],
    ['few', rows(0, { count: 31 })],
    ['none', []],
  ])('each has to be looked at: %s', (_, list) => {
    expect(rowsBetween(list, 0, 600)).toBeNull();
  });
});
