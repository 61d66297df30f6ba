/** Words of a list that were others when a file was written: what somebody chose then counts as what it is called today. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Language, serviceManagement } from '#core';
import { HOUR_MS } from '#core/time/units.ts';
import { describeTracker, serialOf, type TrackerRows, tabOf, wordsOf } from '#core/tracker/index.ts';
import { convertWorkbook } from '../../sheets-addon/provision/portfolio/convert.ts';
import { folderReader } from '../../sheets-addon/provision/portfolio/folder.ts';
import { writeFolder } from '../../sheets-addon/provision/tables/write-folder.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { type Portfolio, portfolioAt } from './portfolio/loaded.ts';
import { importWorld } from './provision/import-world.ts';

// Whole trackers are made here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000 });

/** Friday of the week 2026-W24. */
const NOW_MS = Date.parse('2026-06-12T10:00:00Z');

let portfolio: Portfolio;
beforeEach(async () => {
  portfolio = await portfolioAt(NOW_MS);
});
afterEach(() => portfolio.close());

/** The .xlsx of a tracker in which one word is still the one before, in its cells and its headers. */
function olderFile(language: Language, rows: TrackerRows, [former, today]: readonly [string, string]) {
  const parts = unzipSync(writeRows(rows, { language, rulebook: serviceManagement }));
  const older = Object.entries(parts).map(([path, bytes]) => [
    path,
    path.endsWith('.xml') ? strToU8(strFromU8(bytes).replaceAll(today, former)) : bytes,
  ]);
  return zipSync(Object.fromEntries(older));
}

const TSAM = ['技术支持客户经理 (TSAM)', wordsOf('zh-CN').text('tier.tsam')] as const;

test('a portfolio finds the limits of a tier that was called otherwise, in its rows and over its column of limits', async () => {
  const rows: TrackerRows = {
    managers: [{ id: 'M-1', name: 'Mira' }],
    engagements: [{ id: 'E-1', name: 'Acme', tier: TSAM[1], manager: 'M-1' }],
    // One hundredth over what a week has room for.
    activities: [{ date: serialOf('2026-06-10'), engagement: 'E-1', hours: 10.01 }],
  };
  const file = olderFile('zh-CN', rows, TSAM);
  expect(TSAM[0]).not.toBe(TSAM[1]);
  writeFileSync(join(portfolio.folder, 'older.xlsx'), file);
  expect(await portfolio.load()).toMatchObject({ loaded: 1, bad: [] });
  expect(await portfolio.ask('limits')).toMatchObject([
    { rule: 'weekly-hours', used: 10.01 * HOUR_MS, most: 10 * HOUR_MS },
  ]);
});

const TRAINING = ['formación interna', wordsOf('es').text('tracker.kind-training')] as const;
const AWAY = [
  { from: serialOf('2026-06-08'), until: serialOf('2026-06-09'), kind: TRAINING[1], name: 'kept as it is' },
  { from: serialOf('2026-06-10'), until: serialOf('2026-06-10'), kind: 'siesta', name: TRAINING[0] },
];

test.each([
  [
    'an .xlsx',
    async (out: string) => {
      const path = `${out}.xlsx`;
      writeFileSync(path, olderFile('es', { calendar: AWAY }, TRAINING));
      await convertWorkbook({ path, out, rulebook: serviceManagement, nowMs: NOW_MS });
      expect(readFileSync(join(out, 'calendar.csv'), 'utf8')).toContain(TRAINING[1]);
    },
  ],
  [
    'a folder of CSV files',
    async (out: string) => {
      const { tabs } = describeTracker({ language: 'es', rulebook: serviceManagement });
      const older = AWAY.map((row) => ({ ...row, kind: row.kind.replace(TRAINING[1], TRAINING[0]) }));
      writeFolder(out, tabs, { calendar: older, rules: tabOf({ tabs }, 'rules').rows });
    },
  ],
])(
  '%s: a day of internal training is one; other texts, and other columns, stay what they are',
  async (_, write) => {
    const out = join(portfolio.folder, 'older');
    await write(out);
    const { calendar } = folderReader(serviceManagement)(out).rows;
    expect(calendar!.map(({ kind, name }) => [kind, name])).toEqual([
      [TRAINING[1], 'kept as it is'],
      ['siesta', TRAINING[0]],
    ]);
  },
);

test('an import brings in what a list was called before, in any language, as what the tracker calls it', async () => {
  const world = await importWorld();
  try {
    const csv = [
      'Data,Incarico,Ore,Attività prevista',
      '2026-06-10,E-1,1,Difesa degli interessi dei clienti',
      '2026-06-10,E-1,2,analisi delle cause radice',
      '2026-06-10,E-1,3,Difesa',
    ].join('\n');
    const columns = ['Data=Date', 'Incarico=Engagement', 'Ore=Hours', 'Attività prevista=Deliverable'];
    const from = world.file('older.csv', csv);
    const argv = ['--into', 'activities', '--from', from, '--columns', columns.join(',')];
    expect(await world.importing(...argv, '--apply')).toBe(0);
    expect(world.rowsOf('Activities').map(({ Deliverable }) => Deliverable)).toEqual([
      'Customer advocacy',
      'Root cause analysis',
      'Difesa',
    ]);
  } finally {
    await world.end();
  }
});
