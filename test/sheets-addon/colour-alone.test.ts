/** colour-alone: a row that is highlighted says in words what it is highlighted for. */
import { expect, test } from 'vitest';
import { serviceManagement, translator } from '#core';
import { LANGUAGES, type MessageKey } from '#core/language/index.ts';
import { describeTracker } from '#core/tracker/index.ts';
import en from '../../core/language/en.json' with { type: 'json' };
import { SMALL } from './support/compare.ts';

const { tabs } = describeTracker({ language: 'en', rulebook: serviceManagement, capacity: SMALL });
const highlighted = tabs.filter(({ highlights }) => highlights.length > 0);

test.each(highlighted)(
  '$title: whatever takes a colour has a status in words in its row',
  ({ columns, highlights }) => {
    const spoken = highlights.filter(({ weight }) => weight === 'strong');
    for (const { levelColumn, level } of highlights) {
      const words =
        spoken.find((one) => one.levelColumn === levelColumn && one.level === level)?.columns ?? [];
      expect(words, `${levelColumn} ${level}`).not.toEqual([]);
      for (const id of words)
        expect(columns.find((column) => column.id === id)).toMatchObject({ format: 'text' });
    }
  },
);

test('the tabs that people look at for trouble are among them', () => {
  expect(highlighted.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'activities',
      'cases',
      'contacts',
      'deliverables',
      'engagements',
      'overview',
      'violations',
    ]),
  );
});

test.each(LANGUAGES)('%s: no two statuses of a row are worded alike', (language) => {
  const say = translator(language);
  const words = Object.keys(en.trackerStatus).map((status) => say(`trackerStatus.${status}` as MessageKey));
  expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([]);
});
