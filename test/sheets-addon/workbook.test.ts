import fc from 'fast-check';
import { type Cell as ReadCell, readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { describedPosition, describeTracker, firstRowOf, tabOf } from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { SMALL } from './support/compare.ts';
import { HOSTILE } from './support/hostile.ts';

const options = { language: 'en' as const, rulebook: serviceManagement, capacity: SMALL };
const workbook = describeTracker(options);
const cases = tabOf(workbook, 'cases');
const subject = describedPosition(cases, 'subject');

/** The Subject cells of some cases, as an independent reader finds them in the file. */
async function readSubjects(subjects: readonly string[]): Promise<(ReadCell | undefined)[]> {
  const rows = { cases: subjects.map((text, index) => ({ id: `K-${index}`, subject: text })) };
  const read = await readXlsx(writeRows(rows, options), { readStyles: true });
  const sheet = read.sheets.find(({ name }) => name === 'Cases')!;
  return subjects.map((_, place) => sheet.cells?.get(`${firstRowOf(cases) - 1 + place},${subject}`));
}

describe('the tracker as a file', () => {
  test('text-is-data: what a ticket says stays text, to the letter, and never becomes a formula', async () => {
    const cells = await readSubjects(HOSTILE);
    expect(cells.map((cell) => cell?.value)).toEqual(HOSTILE);
    expect(cells.map((cell) => cell?.formula)).toEqual(HOSTILE.map(() => undefined));
  });

  test('any text at all is read back equal', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 40 }), async (texts) => {
        const cells = await readSubjects(texts);
        expect(cells.map((cell) => cell?.value)).toEqual(texts);
        expect(cells.some((cell) => cell?.formula !== undefined)).toBe(false);
      }),
      { numRuns: 15 },
    );
  });

  test('has the described tabs, frozen headers, filters and dropdowns', async () => {
    const read = await readXlsx(writeRows({}, options), { readStyles: true });
    expect(read.sheets.map(({ name }) => name)).toEqual(workbook.tabs.map(({ title }) => title));
    for (const [index, tab] of workbook.tabs.entries()) {
      const sheet = read.sheets[index]!;
      expect(sheet.freezePane?.rows, tab.id).toBe(firstRowOf(tab) - 1);
      expect(sheet.autoFilter !== undefined, tab.id).toBe(tab.filter);
      const lists = (sheet.dataValidations ?? []).filter(({ type }) => type === 'list');
      expect(lists.length, tab.id).toBe(tab.columns.filter(({ dropdown }) => dropdown).length);
    }
  });
});
