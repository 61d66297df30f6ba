/** `export` of a tracker as a workbook: with the service review that was asked for as its last tab. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { wordsOf } from '#core/tracker/index.ts';
import { fixtureT } from '../support/fixture-t.ts';
import { wantedTracker } from './account.ts';
import { capacityFor, trackerWorld } from './world.ts';

async function world(rows = fixtureT(wordsOf('en'))) {
  const { terminal, id } = await trackerWorld(wantedTracker('en', rows, capacityFor(rows)));
  const file = join(terminal.folder, 'tracker.xlsx');
  const exporting = (...more: string[]) => terminal.tracker('export', id, '--out', file, ...more);
  const lastTab = async () => {
    const sheet = (await readXlsx(readFileSync(file))).sheets.at(-1)!;
    return { name: sheet.name, texts: sheet.rows.flat().filter(Boolean).map(String) };
  };
  return { terminal, id, exporting, lastTab };
}

test('the review of the first engagement, or of the one and the period that were asked for', async () => {
  const { exporting, lastTab } = await world();
  expect(await exporting()).toBe(0);
  // Premium, on 2026-06-15: the last complete month is May.
  const first = await lastTab();
  expect(first.name).toBe('Service review');
  expect(first.texts[0]).toBe('Service review: Customer A, May 1\u2009–\u200931, 2026');
  expect(await exporting('--engagement', 'E-3', '--period', '2026-Q2')).toBe(0);
  const { texts } = await lastTab();
  expect(texts[0]).toBe('Service review: Customer B, Apr 1\u2009–\u2009Jun 30, 2026');
  // The one activity of E-3: 12 hours in the eleventh week of the quarter.
  expect(texts[texts.indexOf('2026-W24') + 1]).toBe('12');
  expect(texts.filter((text) => /Customer [AC]|E-[124]/.test(text))).toEqual([]);
});

test('a tracker without engagements says how to begin', async () => {
  const { exporting, lastTab } = await world({});
  expect(await exporting()).toBe(0);
  expect((await lastTab()).texts).toEqual(['Service review', wordsOf('en').text('tracker.nothing-yet')]);
});

test('what is not there, cannot be read or would be passed over is said, and no file is written', async () => {
  const { terminal, id, exporting, lastTab } = await world();
  expect(await exporting('--engagement', 'E-9')).toBe(1);
  expect(terminal.notes.join()).toContain('E-9');
  expect(await exporting('--period', 'soon')).toBe(1);
  expect(terminal.notes.join()).toContain('soon');
  await expect(lastTab()).rejects.toThrow(/ENOENT/);
  expect(await terminal.tracker('export', id, '--out', terminal.folder, '--engagement', 'E-1')).toBe(1);
  expect(terminal.notes.join()).toContain('--out tracker.xlsx [--engagement E-1]');
});
