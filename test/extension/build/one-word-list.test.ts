/** The built scripts read with the words of all languages: one that is lost is a label that is not known. */
import { expect, it } from 'vitest';
import { together } from '../../../extension/build/one-word-list.ts';

it('has every word of both, once, by its kind', () => {
  const english = { labels: { status: 'status, state', owner: 'owner' }, system: 'bot' };
  const german = { labels: { status: 'status', owner: 'besitzer', zone: '' }, system: '' };
  expect(together(english, german)).toEqual({
    labels: { status: 'status,state', owner: 'owner,besitzer', zone: '' },
    system: 'bot',
  });
});
