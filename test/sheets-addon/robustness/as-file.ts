/** The .xlsx file, as another program has saved it: read by the portfolio, and brought into a tracker at Google. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { onTestFinished } from 'vitest';
import { serviceManagement } from '#core';
import { type Cell, describeTracker, firstRowOf, headerRowOf, tabOf, wordsOf } from '#core/tracker/index.ts';
import { writeRows } from '../../../sheets-addon/provision/write-tracker.ts';
import { portfolioAt } from '../portfolio/loaded.ts';
import { capacityFor, trackerWorld } from '../provision/world.ts';
import { fixtureT } from '../support/fixture-t.ts';
import { saidAt, wantedT } from './at-google.ts';
import type { OpenOptions, Rendering, Said, Tracker } from './tracker.ts';

/** Friday of fixture T's week: a portfolio looks at the running week. */
const FRIDAY_MS = Date.parse('2026-06-12T10:00:00Z');
const HOUR_MS = 3_600_000;

export const inPortfolio: Rendering = {
  name: 'the .xlsx file in a portfolio',
  open: (options) => opened(options, saidByPortfolio),
};

export const imported: Rendering = {
  name: 'the .xlsx file brought into a tracker at Google',
  open: (options) => opened(options, saidAfterImport),
};

type Sheets = { name: string; rows: unknown[][] }[];

async function opened(
  { language }: OpenOptions,
  say: (file: Uint8Array, title: (tab: string) => string) => Promise<Said>,
): Promise<Tracker> {
  const rows = fixtureT(wordsOf(language));
  const options = { language, rulebook: serviceManagement, capacity: capacityFor(rows) };
  const workbook = describeTracker(options);
  const { sheets: read } = await readXlsx(writeRows(rows, options));
  const sheets: Sheets = read.map(({ name, rows: cells }) => ({ name, rows: cells }));
  const places = new Map(
    workbook.tabs.map(({ id, title }) => [id, sheets.findIndex(({ name }) => name === title)]),
  );
  const sheetOf = (tab: string) => sheets[places.get(tab)!]!;
  const columnOf = (id: string, column: string) => {
    const tab = tabOf(workbook, id);
    const { header } = tab.columns.find((candidate) => candidate.id === column)!;
    return sheetOf(id).rows[headerRowOf(tab) - 1]!.indexOf(header);
  };
  const rowOf = (id: string, place: number) => firstRowOf(tabOf(workbook, id)) - 1 + place;
  return {
    turnRound: (id) => {
      const { rows: cells } = sheetOf(id);
      const count = rows[id]!.length;
      cells.splice(rowOf(id, 0), count, ...cells.slice(rowOf(id, 0), rowOf(id, count)).reverse());
    },
    insertColumn: (id, before) => {
      const column = columnOf(id, before);
      for (const [row, cells] of sheetOf(id).rows.entries()) cells.splice(column, 0, row < 3 ? 'mine' : null);
    },
    moveToFront: (id, column) => {
      const from = columnOf(id, column);
      for (const cells of sheetOf(id).rows) cells.unshift(...cells.splice(from, 1));
    },
    deleteRow: (id, place) => {
      sheetOf(id).rows.splice(rowOf(id, place), 1);
    },
    rename: (id, title) => {
      sheetOf(id).name = title;
    },
    type: (id, column, place, cell: Cell) => {
      sheetOf(id).rows[rowOf(id, place)]![columnOf(id, column)] = cell;
    },
    said: async () => say(await writeXlsx({ sheets: sheets as never }), (tab) => sheetOf(tab).name),
  };
}

async function saidByPortfolio(file: Uint8Array): Promise<Said> {
  const portfolio = await portfolioAt(FRIDAY_MS);
  onTestFinished(() => portfolio.close());
  writeFileSync(join(portfolio.folder, 'tracker.xlsx'), file);
  const { bad } = await portfolio.load();
  if (bad.length > 0) throw new Error(JSON.stringify(bad));
  const limits = await portfolio.ask('limits');
  const [counted] = await portfolio.sql('SELECT unread FROM trackers');
  const over = limits
    .filter(({ is_over }) => is_over)
    .map(({ rule, used }) => `${rule} ${rule === 'weekly-hours' ? Number(used) / HOUR_MS : used}`);
  return { over: over.sort(), unread: Number(counted!.unread) };
}

/** Into a tracker in English, whatever language the file is in; no sheet is named. */
async function saidAfterImport(file: Uint8Array): Promise<Said> {
  const world = await trackerWorld(wantedT('en', false));
  const path = join(world.terminal.folder, 'tracker.xlsx');
  writeFileSync(path, file);
  for (const tab of ['customers', 'managers', 'engagements', 'contacts', 'cases', 'activities']) {
    const code = await world.terminal.tracker('import', world.id, '--into', tab, '--from', path, '--apply');
    if (code !== 0) throw new Error(`${tab}: ${world.terminal.notes.join()}`);
  }
  return saidAt(world, 'en');
}
