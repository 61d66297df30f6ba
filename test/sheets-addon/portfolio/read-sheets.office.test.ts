/** A tracker that another program has saved, with shared texts and results beside its formulas, is read fast as well. */
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { serviceManagement } from '#core';
import { wordsOf } from '#core/tracker/index.ts';
import { cellOf } from '../../../sheets-addon/provision/import/source.ts';
import { readSheets } from '../../../sheets-addon/provision/workbook/read-sheets.ts';
import { writeRows } from '../../../sheets-addon/provision/write-tracker.ts';
import { fixtureT } from '../support/fixture-t.ts';
import { convertInOffice } from '../support/office.ts';

const words = wordsOf('de');
const TABS = ['activities', 'cases', 'contacts', 'engagements'].map((tab) => words.title(tab)).sort();

test('as LibreOffice saves it', async () => {
  const capacity = {
    activities: 20,
    cases: 40,
    contacts: 20,
    deliverables: 20,
    inquiries: 5,
    violations: 20,
  };
  const written = writeRows(fixtureT(words), {
    language: 'de',
    rulebook: serviceManagement,
    capacity,
  });
  const file = await convertInOffice(written, 'xlsx', 'de-DE');
  const all = { headerRow: Number.POSITIVE_INFINITY, isWanted: () => true };
  const found = readSheets(Buffer.from(file), (name) => (TABS.includes(name) ? all : null));
  expect([...found!.keys()].sort()).toEqual(TABS);
  const { sheets } = await readXlsx(file, { sheets: ({ name }) => TABS.includes(name) });
  for (const { name, rows } of sheets) {
    const fast = found!.get(name)!;
    const texts = (cells: readonly unknown[] | undefined) =>
      (cells ?? []).map((cell) => String(cell ?? '')).filter((text) => text !== '');
    expect(fast.map(texts).filter((row) => row.length > 0)).toEqual(
      rows.map((row) => texts((row ?? []).map(cellOf))).filter((row) => row.length > 0),
    );
    expect(fast.flat().length).toBeGreaterThan(50);
  }
});
