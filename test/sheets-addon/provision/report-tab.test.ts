/** The service review on a tab of a tracker at Google: charts of its own kind, one write, nothing of anybody else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Directory, LANGUAGES, type Language } from '#core';
import { directoryRows, wordsOf } from '#core/tracker/index.ts';
import { nordwind } from '../../core/report/nordwind.ts';
import { openBook } from '../../core/scope/book.ts';
import type { Book } from '../../support/google/book.ts';
import type { FaultName } from '../../support/google/faults.ts';
import { rangesIn } from '../../support/google/page-requests.ts';
import type { StandInGoogle } from '../../support/google/server.ts';
import type { Sheet } from '../../support/google/sheet.ts';
import { anyMarkedDirectory, foreignMarks } from '../report/marked.ts';
import { wantedTracker } from './account.ts';
import { snapshotOf } from './snapshot.ts';
import type { Terminal } from './terminal.ts';
import { capacityFor, trackerWorld } from './world.ts';

/** Monday June 15, 2026: the last complete month of Premium is May. */
async function world(directory: ReturnType<typeof openBook> = nordwind(), language: Language = 'en') {
  const rows = directoryRows(directory, wordsOf(language), '2026-06-15');
  return trackerWorld(wantedTracker(language, rows, capacityFor(rows)));
}

const reportIn = (book: Book, language: Language = 'en') =>
  book.sheets.find(({ title }) => title.startsWith(wordsOf(language).text('report.tab')))!;
const textsOf = ({ rows }: Sheet) =>
  rows.flatMap((row) => (row ?? []).flatMap((cell) => cell?.userEnteredValue?.stringValue ?? []));
const writes = (google: StandInGoogle) =>
  google.calls.filter(({ method, path }) => method === 'POST' && path.endsWith(':batchUpdate')).length;

async function report(terminal: Terminal, id: string, ...more: string[]): Promise<void> {
  const code = await terminal.tracker('report', id, '--engagement', 'E-1', ...more);
  expect([code, terminal.notes]).toEqual([0, []]);
}

describe('the tab', () => {
  test('comes in with one write, and its charts stand on cells that say what they show', async () => {
    const { google, terminal, id, book } = await world();
    const before = writes(google);
    await report(terminal, id, '--period', '2026-06');
    expect(writes(google) - before).toBe(1);
    expect(terminal.out).toEqual([expect.stringContaining('Service review')]);
    const sheet = reportIn(book());
    expect(textsOf(sheet)).toEqual(expect.arrayContaining(['E-1', '2026-06', 'C-1 · Slow sign-in']));
    const shown = (spec: (typeof sheet.charts)[number]['spec']) =>
      rangesIn(spec).map(({ startRowIndex, endRowIndex, startColumnIndex }) =>
        sheet.rows
          .slice(startRowIndex!, endRowIndex!)
          .map((row) => Object.values(row?.[startColumnIndex!]?.userEnteredValue ?? {})[0]),
      );
    const weeks = ['2026-W23', '2026-W24', '2026-W25', '2026-W26', '2026-W27'];
    const hours = sheet.charts.find(({ spec }) =>
      spec?.basicChart?.series?.some(({ type }) => type === 'LINE'),
    );
    // Each column with the words above it. A sheet knows days only: the two hours from 23:00 on are June 30's.
    expect(shown(hours!.spec)).toEqual([
      ['Week'],
      weeks,
      ['Hours'],
      [4, 10.5, 0, 0.25, 2],
      ['Limit'],
      [10, 10, 10, 10, 10],
    ]);
    expect(sheet.charts.length).toBeGreaterThanOrEqual(2);
  });

  test('written again is the same tab; what stood there before is gone, what people keep elsewhere stays', async () => {
    const { terminal, id, book } = await world();
    await report(terminal, id, '--period', '2026-06');
    const first = snapshotOf(book());
    await report(terminal, id, '--period', '2026-06');
    const withoutRun = (snapshot: ReturnType<typeof snapshotOf>) => ({
      ...snapshot,
      marks: snapshot.marks.filter((mark) => !mark.includes('dueline-report"')),
    });
    expect(withoutRun(snapshotOf(book()))).toEqual(withoutRun(first));
    const sheet = reportIn(book());
    const [last] = [sheet.rowCount - 1];
    sheet.append('ROWS', 5);
    sheet.append('COLUMNS', 3);
    sheet.cell(last + 4, 8).userEnteredValue = { stringValue: 'left behind' };
    sheet.cell(4, sheet.columnCount - 1).userEnteredValue = { stringValue: 'left behind' };
    await terminal.tracker('report', id, '--engagement', 'E-2', '--period', '2026-05');
    const texts = textsOf(reportIn(book()));
    expect(texts).not.toContain('left behind');
    expect(texts.join('\n')).not.toMatch(/Nordwind|Slow sign-in/);
    expect(reportIn(book()).charts.every(({ chartId }) => chartId! > 0)).toBe(true);
  });

  test.each(LANGUAGES)('%s: in the tracker’s own language, whatever its user speaks', async (language) => {
    const { terminal, id, book } = await world(nordwind(), language);
    await report(terminal, id, '--period', '2026-06', '--language', 'en');
    const words = wordsOf(language);
    expect(textsOf(reportIn(book(), language))).toEqual(
      expect.arrayContaining([words.text('report.answers'), words.text('report.hint')]),
    );
  });

  test('an engagement that is not there writes nothing', async () => {
    const { google, terminal, id } = await world();
    const before = writes(google);
    expect(await terminal.tracker('report', id, '--engagement', 'E-9')).toBe(1);
    expect(terminal.notes).toEqual(['There is no engagement E-9 there.']);
    expect(writes(google)).toBe(before);
  });
});

test('whatever goes wrong at whichever call, the tab is written once in the end', async () => {
  const calm = await world();
  const from = calm.google.calls.length;
  await report(calm.terminal, calm.id, '--period', '2026-06');
  const count = calm.google.calls.length - from;
  const wanted = textsOf(reportIn(calm.book()));
  const faults: FaultName[] = [
    '429',
    '500-after',
    'cut-after',
    'half-after',
    '409',
    '503-after',
    'cut',
    '500',
    '403-rate',
  ];
  const { google, terminal, id, book } = await world();
  for (const fault of faults) {
    for (let position = 1; position <= count; position++) {
      const at = google.calls.length + position;
      google.plan = ({ number }) => (number === at ? fault : undefined);
      expect(await terminal.tracker('report', id, '--engagement', 'E-1', '--period', '2026-06')).toBe(0);
      const tabs = book().sheets.filter(({ title }) => title.startsWith('Service review'));
      expect(tabs.map(textsOf), `${fault} at call ${position}`).toEqual([wanted]);
      expect(tabs[0]!.charts).toHaveLength(reportIn(calm.book()).charts.length);
    }
  }
}, 180_000);

test('nothing of another customer is in the tab, nor left over from a review of theirs', async () => {
  await fc.assert(
    fc.asyncProperty(anyMarkedDirectory, async (directory: Directory) => {
      const { terminal, id, book } = await world(openBook(directory));
      for (const engagement of directory.engagements.slice(0, 2)) {
        expect(
          await terminal.tracker('report', id, '--engagement', engagement.id, '--period', '2026-06'),
        ).toBe(0);
        const { rows, charts } = reportIn(book());
        // The choice above the page names every engagement: it is the manager's, and no part of what is passed on.
        const page = JSON.stringify([rows.slice(1), charts]);
        expect(page).toContain(engagement.id);
        expect(foreignMarks(page, engagement.id, directory)).toEqual([]);
      }
    }),
    { numRuns: 5 },
  );
}, 120_000);

test('an engagement whose id would be a formula is in no list of the tab', async () => {
  const rows = directoryRows(nordwind(), wordsOf('en'), '2026-06-15');
  const hostile = { ...rows.engagements![0], id: '=IMPORTDATA("https://x.example")' };
  const more = { ...rows, engagements: [...rows.engagements!, hostile] };
  const { terminal, id, book } = await trackerWorld(wantedTracker('en', more, capacityFor(more)));
  await report(terminal, id, '--period', '2026-06');
  const checks = reportIn(book()).rows.flatMap((row) =>
    (row ?? []).flatMap((cell) => cell?.dataValidation ?? []),
  );
  const offered = checks
    .flatMap(({ condition }) => condition?.values ?? [])
    .map((value) => value.userEnteredValue);
  expect(offered).toContain('E-1');
  expect(offered.filter((text) => /^[=+]/.test(text ?? ''))).toEqual([]);
});
