/** A 400 × 50 line in a window of 1000 × 800, worked out on paper. */
import { expect, test } from 'vitest';
import { boxOf, clearOf, HOME, insetOf, placeOf } from '../../../extension/overlay/placement.ts';

const WINDOW = { width: 1000, height: 800 };
const LINE = { width: 400, height: 50 };
const PANEL = { width: 372, height: 640 };

test('where nobody has moved it, the overlay is 16 pixels from the lower right corner', () => {
  expect(boxOf(HOME, LINE, WINDOW)).toEqual({ left: 584, top: 734, ...LINE });
  expect(insetOf(HOME, LINE, WINDOW)).toBe('auto 16px 16px auto');
});

test.each([
  ['the upper left', { left: 100, top: 60 }, { corner: 'top-left', x: 100, y: 60 }],
  ['the upper right', { left: 550, top: 60 }, { corner: 'top-right', x: 50, y: 60 }],
  ['the lower left', { left: 100, top: 600 }, { corner: 'bottom-left', x: 100, y: 150 }],
])('dropped nearest to %s, it is kept by its distance from that corner', (_, at, place) => {
  expect(placeOf({ ...at, ...LINE }, WINDOW)).toEqual(place);
});

test('dropped over the edge of the window it comes back in, to be reached again', () => {
  expect(placeOf({ left: -300, top: 900, ...LINE }, WINDOW)).toEqual({ corner: 'bottom-left', x: 8, y: 8 });
});

test('a line that was moved up leaves no panel cut off: 800 − 640 − 8 is the most that a panel can be up', () => {
  const up = { corner: 'bottom-right', x: 16, y: 500 } as const;
  expect(insetOf(up, LINE, WINDOW)).toBe('auto 16px 500px auto');
  expect(insetOf(up, PANEL, WINDOW)).toBe('auto 16px 152px auto');
});

test('in a window smaller than the overlay its corner stays in sight', () => {
  expect(insetOf(HOME, PANEL, { width: 300, height: 200 })).toBe('auto 8px 8px auto');
});

test('what is typed into stays free: the overlay goes to another corner, and stays where it is in nobody’s way', () => {
  const below = { left: 500, top: 650, width: 500, height: 150 };
  expect(clearOf(below, HOME, LINE, WINDOW)).toEqual({ corner: 'bottom-left', x: 16, y: 16 });
  const whole = { left: 0, top: 400, width: 1000, height: 400 };
  expect(clearOf(whole, HOME, LINE, WINDOW)).toEqual({ corner: 'top-right', x: 16, y: 16 });
  const above = { left: 0, top: 0, width: 1000, height: 300 };
  expect(clearOf(above, HOME, LINE, WINDOW)).toBe(HOME);
});

test('a field that takes the whole window leaves no corner', () => {
  expect(clearOf({ left: 0, top: 0, ...WINDOW }, HOME, LINE, WINDOW)).toBeNull();
});
