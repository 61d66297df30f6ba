/** An organisation with its own four tiers opens its tracker: its names, its limits, no code of ours changed. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Language, openDirectory, readDirectory } from '#core';
import {
  describeTracker,
  directoryRows,
  serialOf,
  type TrackerRows,
  tabOf,
  wordsOf,
} from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { differences, SMALL, shownAt } from './support/compare.ts';
import { openInOffice } from './support/office.ts';

const SAMPLE = new URL('../core/samples/hosting-company.json', import.meta.url);
const TODAY = '2026-05-22';

function hostingCompany() {
  const { directory } = readDirectory(readFileSync(SAMPLE, 'utf8'));
  const book = directory && openDirectory(directory);
  if (!book || Array.isArray(book)) throw new Error('the hosting company’s directory is not sound');
  return book;
}

async function opened(language: Language, locale: string) {
  const book = hostingCompany();
  // One more than the plan's ten people.
  const contacts = Array.from({ length: 11 }, (_, index) => ({
    engagement: 'p-2',
    name: `Person ${index + 1}`,
    email: `p${index + 1}@klinik-nord.example`,
  }));
  const rows: TrackerRows = { ...directoryRows(book, wordsOf(language), TODAY), contacts };
  const options = { language, rulebook: book.rulebook, capacity: SMALL, calendars: ['hamburg'] };
  const { values } = await openInOffice(
    writeRows(rows, { ...options, named: { asOf: serialOf(TODAY) } }),
    locale,
  );
  return { values, rows, workbook: describeTracker(options), rulebook: book.rulebook };
}

describe('a tracker over an organisation’s own rulebook', () => {
  test('shows its tiers by their names and holds its limits', async () => {
    const { values, workbook, rows, rulebook } = await opened('en', 'en-US');
    expect(differences(values, workbook, rows, rulebook)).toEqual([]);
    const overview = tabOf(workbook, 'overview');
    const said = rows.engagements?.map((_, place) =>
      ['tier', 'contacts', 'cases', 'hours'].map((column) => shownAt(values, overview, column, place)),
    );
    // Plan "Mission critical" has ten people, "Business" four hours a week; none has a limit of cases.
    expect(said).toEqual([
      ['Basic', '0, no limits stated', 'no limits stated', expect.stringContaining('no limits stated')],
      [
        'Mission critical',
        '11 of 10, over the limit',
        'no limits stated',
        expect.not.stringContaining('over'),
      ],
      ['Community', '0, no limits stated', 'no limits stated', expect.stringContaining('no limits stated')],
      ['Business', '0 of 5, ok', 'no limits stated', '2026-W21: 4.50 of 4 h, over the limit'],
    ]);
  });

  test('in German with its own German names', async () => {
    const { values, workbook, rows, rulebook } = await opened('de', 'de-DE');
    expect(differences(values, workbook, rows, rulebook)).toEqual([]);
    const rules = tabOf(workbook, 'rules');
    expect(values.get(rules.title)?.flat()).toEqual(
      expect.arrayContaining(['Community', 'Mission critical']),
    );
  });
});
