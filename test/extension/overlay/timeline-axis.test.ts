/** A day of 1,000 milliseconds on an axis of 336 pixels, of which 6 at either end are for a marker. */
import { expect, test } from 'vitest';
import { axisOf, labelsOf } from '../../../extension/overlay/panel/timeline-axis.ts';

test('before it is due the axis runs from received to a little past due, and now lies between', () => {
  const axis = axisOf(0, 1000, 500, 336);
  expect([axis.fromMs, axis.untilMs]).toEqual([0, 1060]);
  expect(axis.x(0)).toBe(6);
  expect(axis.x(1060)).toBe(330);
  expect(axis.x(530)).toBe(168);
});

test('overdue by months, the way to the due time still has half of the axis; now stands at its end', () => {
  const axis = axisOf(0, 1000, 90_000, 336);
  expect(axis.untilMs).toBe(2120);
  expect(axis.x(90_000)).toBe(330);
});

test('names that would run into each other are not both shown: the one listed first is', () => {
  const axis = axisOf(0, 1000, 900, 336);
  const shown = labelsOf(axis, [
    { atMs: 1000, text: 'due' },
    { atMs: 990, text: 'now' },
    { atMs: 0, text: 'received' },
  ]);
  expect(shown.map(({ text }) => text)).toEqual(['due', 'received']);
});

test('a name at the end of the axis stays whole inside the picture', () => {
  const [label] = labelsOf(axisOf(0, 1000, 0, 336), [{ atMs: 0, text: '创立纪念日' }]);
  // Five letters of double width: 62 pixels, half of them on either side.
  expect(label!.x).toBeCloseTo(31);
});

test('a name that is wider than the picture is left out', () => {
  const axis = axisOf(0, 1000, 0, 240);
  // Twenty letters of double width take 248 pixels.
  expect(labelsOf(axis, [{ atMs: 500, text: '节'.repeat(20) }])).toEqual([]);
  expect(labelsOf(axis, [{ atMs: 500, text: '节'.repeat(19) }])).toHaveLength(1);
});
