/** A site's own words for a status: whoever has said that "Parked" is pending must not be told otherwise. */
import { expect, it } from 'vitest';
import { readStatus } from '../../../extension/background/own-status.ts';
import type { StatusWord } from '../../../extension/platform/mapping.ts';

const WORDS: StatusWord[] = [
  { word: 'Parked', kind: 'pending' },
  { word: 'Open', kind: 'closed' },
];

it('a word counts as its user has said, however the page sets it, and against our own reading', () => {
  expect(readStatus({ shown: ' PARKED ', kind: null }, WORDS)?.kind).toBe('pending');
  expect(readStatus({ shown: 'open', kind: 'open' }, WORDS)?.kind).toBe('closed');
});

it('every other word stays as it was read', () => {
  expect(readStatus({ shown: 'Parked here', kind: null }, WORDS)?.kind).toBeNull();
  expect(readStatus({ shown: 'Solved', kind: 'solved' }, WORDS)?.kind).toBe('solved');
  expect(readStatus(null, WORDS)).toBeNull();
});
