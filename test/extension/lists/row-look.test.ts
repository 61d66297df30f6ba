/** The words of a badge: somebody with a list before them decides by these alone. */
import { expect, it } from 'vitest';
import { translator } from '#core';
import { sayRow } from '../../../extension/lists/row-look.ts';
import type { RowAnswer } from '../../../extension/platform/rows.ts';
import type { Say } from '../../../extension/ui/words.ts';

const row = {
  match: 'matched',
  basis: 'messages',
  state: 'due-soon',
  due: [0, 0],
  readMs: 0,
} as unknown as RowAnswer;
const say = translator('en') as unknown as Say;
const saidAt = (leftMs: number, running: boolean) =>
  sayRow(
    row,
    { state: 'due-soon', countdown: { leftMs, running, resumesMs: null, steadyUntilMs: null } },
    say,
  );

it('an answer due at the very opening is never "0 min left" all weekend', () => {
  expect(saidAt(0, false)).toBe('due at opening');
  expect(saidAt(30 * 60_000, false)).toBe('30 min left');
  expect(saidAt(-60_000, true)).toBe('late by 1 min');
});
