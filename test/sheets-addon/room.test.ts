/** What stands in a tracker's cell has to be read without making its column wider first. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES, serviceManagement } from '#core';
import { describeTracker, wordsOf } from '#core/tracker/index.ts';
import { widthOf } from '#core/tracker/text-lines.ts';

describe.each(LANGUAGES)('room in %s', (language) => {
  const { tabs } = describeTracker({ rulebook: serviceManagement, language });
  const words = wordsOf(language);
  const columnIn = (tab: string, column: string) =>
    tabs.find(({ id }) => id === tab)!.columns.find(({ id }) => id === column)!;

  it('no word of a header breaks, its bold letters and the mark of the filter allowed for', () => {
    const broken = tabs
      .filter(({ hidden }) => !hidden)
      .flatMap(({ id, columns }) =>
        columns
          .filter(({ role }) => role !== 'helper')
          .flatMap(({ header, width }) =>
            header
              .split(' ')
              .filter((word) => widthOf(word) >= width && !/\p{Script=Han}/u.test(word))
              .map((word) => `${id}: ${word}`),
          ),
      );
    expect(broken).toEqual([]);
  });

  it.each([
    ['cases', 'finding', 'case-over', { manager: 'mara', count: 31, limit: 30 }],
    ['contacts', 'status', 'contact-over', { limit: 3 }],
    ['activities', 'status', 'week-over', { week: '2026-W46', used: '10.25', limit: 10 }],
  ])('the finding of %s is read to its end', (tab, column, key, values) => {
    const finding = words.text(`trackerStatus.${key}`, values);
    expect(finding).not.toMatch(/[{}]/);
    expect(widthOf(finding)).toBeLessThan(columnIn(tab, column).width);
  });

  it('four findings beside one another wrap', () => {
    for (const column of ['status', 'contacts', 'cases', 'hours']) {
      expect(columnIn('overview', column).wrap).toBe(true);
    }
  });
});
