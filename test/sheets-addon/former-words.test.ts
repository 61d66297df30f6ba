/** A file has no marks: a tracker written before its words were others is known by what they were. */
import { expect, test, vi } from 'vitest';
import { LANGUAGES, serviceManagement } from '#core';
import { describeTracker, tabOf } from '#core/tracker/index.ts';
import { headersOf, titlesOf } from '../../sheets-addon/former-words.ts';
import { imported, inPortfolio } from './robustness/as-file.ts';

// Whole trackers are made here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000 });

/** Where a place among the rows is asked for: the row above the first. */
const HEADER = -1;
const BOOKS = LANGUAGES.map((language) => describeTracker({ language, rulebook: serviceManagement }));

test.each(BOOKS.map((book) => [book.language, book] as const))(
  '%s: no word of today’s or of before means two tabs, or two columns of one that people write on',
  (_, book) => {
    const titles = book.tabs.flatMap((tab) => titlesOf(book, tab));
    expect(titles).toHaveLength(new Set(titles).size);
    for (const tab of book.tabs) {
      const headers = tab.columns
        .filter(({ formula }) => formula === undefined)
        .flatMap(({ id }) => headersOf(book, tab, id));
      expect(headers, tab.id).toHaveLength(new Set(headers).size);
    }
  },
);

test.each([
  ['the portfolio', inPortfolio],
  ['an import', imported],
])(
  '%s reads a tracker in which “Aktivitäten” was “Tätigkeiten”, and “Kontingent” was “Engagement”',
  async (_, rendering) => {
    const tracker = await rendering.open({ language: 'de', zone: 'Europe/Berlin' });
    for (const id of ['activities', 'cases', 'contacts', 'engagements']) {
      const column = id === 'engagements' ? 'id' : 'engagement';
      await tracker.type(id, column, HEADER, 'Engagement');
    }
    await tracker.rename('activities', 'Tätigkeiten');
    await tracker.rename('engagements', 'Engagements');
    expect(await tracker.said()).toEqual({
      over: ['cases-in-hand 31', 'contacts 4', 'weekly-hours 10.01', 'weekly-hours 12'],
      unread: 0,
    });
    expect(tabOf(BOOKS[LANGUAGES.indexOf('de')]!, 'activities').title).toBe('Aktivitäten');
  },
);
