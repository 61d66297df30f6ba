/**
 * `npm run bench -- office [share]`: LibreOffice works out and paints a tracker of full size, or of a share of it, and
 * every status and every highlighted cell is compared with core's. It takes minutes, and some 12 GB at full size.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process, { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { serviceManagement } from '#core';
import { describeTracker, wordsOf } from '#core/tracker/index.ts';
import { writeRows } from '../../../sheets-addon/provision/write-tracker.ts';
import { paintedCells } from './painted.ts';
import { largeRows } from './rows.ts';
import { type WantedCell, wantedCells } from './wanted.ts';

const SHOWN = 20;
const options = { language: 'en', rulebook: serviceManagement } as const;
const rows = largeRows(1, wordsOf('en'), Number(argv[3] ?? 1));
const workbook = describeTracker(options);
const folder = mkdtempSync(join(tmpdir(), 'dueline-office-'));
try {
  const file = join(folder, 'tracker.xlsx');
  writeFileSync(file, writeRows(rows, options));
  const startMs = performance.now();
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const { error, stderr } = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'html', '--outdir', folder, file],
    { encoding: 'utf8' },
  );
  if (error) throw error;
  const seconds = (performance.now() - startMs) / 1000;
  console.log(
    Object.entries(rows)
      .map(([tab, { length }]) => `${length.toLocaleString('en')} ${tab}`)
      .join(', '),
  );
  console.log(`worked out, painted and written in ${Math.ceil(seconds)} s`);
  const wrong = await compared(join(folder, 'tracker.html'), wantedCells(workbook, rows));
  if (wrong.length > 0) console.error(wrong.slice(0, SHOWN).join('\n'), stderr);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compared(path: string, wanted: Map<string, WantedCell>): Promise<string[]> {
  const wrong: string[] = [];
  let [statuses, highlighted] = [0, 0];
  for await (const { sheet, row, column, text, ground } of paintedCells(path)) {
    const key = `${sheet} ${row} ${column}`;
    const want = wanted.get(key);
    if (!want) continue;
    wanted.delete(key);
    if (want.text !== undefined) statuses++;
    if (want.isHighlighted) highlighted++;
    if (text !== (want.text ?? text)) wrong.push(`${key}: ${text} instead of ${want.text}`);
    if (want.ground !== undefined && ground !== want.ground)
      wrong.push(`${key}: ${ground} instead of ${want.ground}`);
  }
  wrong.push(...[...wanted.keys()].map((key) => `${key}: not there`));
  const counts = `${statuses.toLocaleString('en')} statuses and ${highlighted.toLocaleString('en')} highlighted cells compared`;
  console.log(`${counts}: ${wrong.length} not as core says`);
  return wrong;
}
