/** LibreOffice as the engine that computes a workbook: its values, and the colours that it paints. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parseHTML } from 'linkedom';

const run = promisify(execFile);
const ENOUGH_MS = 240_000;
/** Comma, double quote, UTF-8, from row 1, cells as they are shown, every sheet into a file of its own. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

export interface ShownCell {
  text: string;
  /** Ground colour as painted, `#rrggbb`; `null` where it has none. */
  ground: string | null;
}

export interface Opened {
  /** Cells of a sheet by its title, as shown. */
  values: Map<string, string[][]>;
}

/** Opens a workbook in a fresh profile of a locale (`de-DE`) and gives every sheet's shown values. */
export async function openInOffice(xlsx: Uint8Array, locale = 'en-US'): Promise<Opened> {
  return inOffice(xlsx, locale, EVERY_SHEET, async (folder) => {
    const values = new Map<string, string[][]>();
    for (const file of await readdir(folder)) {
      if (!file.endsWith('.csv')) continue;
      const title = file.slice('tracker-'.length, -'.csv'.length);
      values.set(title, parseCsv(await readFile(join(folder, file), 'utf8')));
    }
    return { values };
  });
}

/** What the engine paints, sheet by sheet in their order, conditional formats and all. */
export async function paintInOffice(xlsx: Uint8Array, locale = 'en-US'): Promise<ShownCell[][][]> {
  return inOffice(xlsx, locale, 'html', (folder) => readPainted(join(folder, 'tracker.html')));
}

/** The cells of a workbook that the engine has written as a page, table by table. */
export async function readPainted(path: string): Promise<ShownCell[][][]> {
  const { document } = parseHTML(await readFile(path, 'utf8'));
  return [...document.querySelectorAll('table')].map((table) =>
    [...table.querySelectorAll('tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => ({
        text: cell.textContent?.trim() ?? '',
        ground: cell.getAttribute('bgcolor')?.toLowerCase() ?? null,
      })),
    ),
  );
}

/** The workbook in another format of the engine's. */
export function convertInOffice(xlsx: Uint8Array, format: string, locale = 'en-US'): Promise<Uint8Array> {
  return inOffice(xlsx, locale, format, (folder) => readFile(join(folder, `tracker.${format}`)));
}

async function inOffice<T>(
  xlsx: Uint8Array,
  locale: string,
  format: string,
  read: (folder: string) => Promise<T>,
): Promise<T> {
  return inProfile(async ({ folder, profile, start }) => {
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings(locale));
    const file = join(folder, 'tracker.xlsx');
    await writeFile(file, xlsx);
    const out = join(folder, 'out');
    await start('--convert-to', format, '--outdir', out, file);
    return await read(out);
  });
}

export interface FreshOffice {
  /** For the files of one use; gone afterwards. */
  folder: string;
  profile: string;
  /** Waits for the engine to end. */
  start(...args: string[]): Promise<unknown>;
}

/** Works with an engine that nobody has used before. */
export async function inProfile<T>(work: (office: FreshOffice) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'dueline-office-'));
  try {
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    const own = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless'];
    const start = (...args: string[]) => run('soffice', [...own, ...args], { timeout: ENOUGH_MS });
    return await work({ folder, profile, start });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function settings(locale: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
</oor:items>
`;
}

/** Reads CSV with doubled quotes and line breaks inside quotes. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  const row: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (text[index + 1] === '"') field += text[++index];
      else isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === ',' || character === '\n') {
      row.push(field);
      field = '';
      if (character === '\n') rows.push(row.splice(0));
    } else field += character;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}
