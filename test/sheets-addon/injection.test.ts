/**
 * Text that a spreadsheet would take for a formula, on every way in and out: it comes to stand as exactly that text, no
 * cell of it holds a formula, and it comes back as it went.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { serviceManagement } from '#core';
import { wordsOf } from '#core/tracker/index.ts';
import { TRACKER_COMMANDS } from '../../sheets-addon/provision/commands/index.ts';
import { PORTFOLIO_COMMANDS } from '../../sheets-addon/provision/commands/portfolio.ts';
import { readSource } from '../../sheets-addon/provision/import/source.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import type { Book } from '../support/google/book.ts';
import { wantedTracker } from './provision/account.ts';
import { trackerWorld } from './provision/world.ts';
import { anyTexts, casesOf } from './support/any-texts.ts';

const words = wordsOf('en');
/** A tracker with the texts as a customer's name and as subjects of cases. */
async function world(texts: readonly string[] = []) {
  const rows = {
    customers: [{ id: 'C-1', name: texts[0] ?? 'Nordwind' }],
    managers: [{ id: 'M-1', name: texts[1] ?? 'Mia' }],
    engagements: [
      { id: 'E-1', customer: 'C-1', tier: words.text('tier.premium'), manager: 'M-1', calendar: 'berlin' },
    ],
    cases: casesOf(texts).map((row) => ({ ...row, opened: 46_181 })),
  };
  return trackerWorld(wantedTracker('en', rows, { cases: 30, deliverables: 30 }));
}

/** The column's filled cells below its header; none may hold a formula. */
function textsIn(book: Book, tab: string, header: string): string[] {
  const { rows } = book.titled(tab);
  const top = rows.findIndex((row) => row?.some((cell) => cell?.userEnteredValue?.stringValue === header));
  const at = rows[top]!.findIndex((cell) => cell?.userEnteredValue?.stringValue === header);
  const values = rows.slice(top + 1).flatMap((row) => row?.[at]?.userEnteredValue ?? []);
  expect(values.filter(({ formulaValue }) => formulaValue !== undefined)).toEqual([]);
  return values.flatMap(({ stringValue }) => stringValue ?? []);
}

const { tabs } = wantedTracker().workbook;

/** A row's cells without those in which formulas of our own work something out from the others. */
function writtenOf<C>(title: string, cells: readonly C[]): readonly C[] {
  const tab = tabs.find((entry) => entry.title === title);
  return tab ? cells.filter((_, at) => tab.columns[at]?.role !== 'helper') : cells;
}

const RUNS = { numRuns: 4 };
const MINUTES = 120_000;

describe('ways at Google', () => {
  const holds = (check: (texts: string[]) => Promise<void>) =>
    fc.assert(fc.asyncProperty(anyTexts, check), RUNS);

  test(
    'create and update',
    () =>
      holds(async (texts) => {
        const { terminal, id, book } = await world(texts);
        expect(textsIn(book(), 'Cases', 'Subject')).toEqual(texts);
        expect(await terminal.tracker('update', id)).toBe(0);
        expect(textsIn(book(), 'Cases', 'Subject')).toEqual(texts);
      }),
    MINUTES,
  );

  test.each(['file.csv', 'file.xlsx'])(
    'import of a %s',
    (name) =>
      holds(async (texts) => {
        const { terminal, id, book } = await world();
        const file = join(terminal.folder, name);
        const rows = casesOf(texts);
        if (name.endsWith('.xlsx')) {
          writeFileSync(file, writeRows({ cases: rows }, { language: 'en', rulebook: serviceManagement }));
        } else {
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const lines = rows.map((row) =>
            [row.id, row.engagement, row.subject].map((cell) => quoted(String(cell))).join(),
          );
          writeFileSync(file, ['Case,Engagement,Subject', ...lines].join('\r\n'));
        }
        const sheet = name.endsWith('.xlsx') ? ['--sheet', 'Cases'] : [];
        expect(
          await terminal.tracker('import', id, '--into', 'cases', '--from', file, ...sheet, '--apply'),
        ).toBe(0);
        // A CSV's own apostrophe before a sign is the guard that we, and others, put there.
        const read = name.endsWith('.csv')
          ? texts.map((text) => text.replace(/^'(?='*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/, ''))
          : texts;
        expect(textsIn(book(), 'Cases', 'Subject')).toEqual(read);
      }),
    MINUTES,
  );

  test(
    'export as a workbook and as CSV',
    () =>
      holds(async (texts) => {
        const { terminal, id } = await world(texts);
        const [file, folder] = [join(terminal.folder, 'out.xlsx'), join(terminal.folder, 'out')];
        mkdirSync(folder);
        expect(await terminal.tracker('export', id, '--out', file)).toBe(0);
        expect(await terminal.tracker('export', id, '--out', folder)).toBe(0);
        for (const [bytes, sheet] of [
          [readFileSync(file), 'Cases'],
          [readFileSync(join(folder, 'cases.csv')), undefined],
        ] as const) {
          const source = await readSource(bytes, sheet);
          if ('problem' in source) throw new Error(source.problem);
          const at = source.headers.indexOf('Subject');
          expect(source.rows.map(({ cells }) => cells[at]).filter((cell) => cell)).toEqual(texts);
        }
      }),
    MINUTES,
  );

  test(
    'the service review on its tab and as a file, and the check’s tabs',
    () =>
      holds(async (texts) => {
        const { terminal, id, book } = await world(texts);
        const period = ['--engagement', 'E-1', '--period', '2026-06'];
        expect(await terminal.tracker('report', id, ...period)).toBe(0);
        const file = join(terminal.folder, 'review.xlsx');
        expect(await terminal.tracker('report', id, ...period, '--out', file)).toBe(0);
        expect(await terminal.tracker('check', id, '--write')).toBe(0);
        const cells = ['Service review', 'Violations', 'Deliverables'].flatMap((title) =>
          book()
            .titled(title)
            .rows.flatMap((row) =>
              writtenOf(title, row ?? []).flatMap((cell) => cell?.userEnteredValue ?? []),
            ),
        );
        expect(cells.filter(({ formulaValue }) => formulaValue !== undefined)).toEqual([]);
        const xml = Object.values(unzipSync(readFileSync(file)))
          .map((bytes) => strFromU8(bytes))
          .join('');
        expect(xml).not.toMatch(/<f[ >]/);
        const { sheets } = await readXlsx(readFileSync(file));
        const shown = sheets[0]!.rows.flat().map(String);
        for (const text of texts) {
          const folded = text.replace(/ +/g, ' ').replace(/^ | $/g, '');
          expect(shown.some((cell) => cell.includes(folded))).toBe(true);
          expect(cells.some(({ stringValue }) => stringValue?.includes(folded))).toBe(true);
        }
      }),
    MINUTES,
  );
});

test('there is no other way: a new command is looked at here', () => {
  const looked = ['check', 'create', 'export', 'import', 'report', 'update'];
  const withoutCells = ['sign-in', 'sign-out'];
  expect(Object.keys(TRACKER_COMMANDS)).toEqual([...looked, ...withoutCells].sort());
  // `export` writes the same CSV as above, `layout` says the names of columns.
  expect(Object.keys(PORTFOLIO_COMMANDS)).toEqual(['export', 'layout', 'report']);
});
