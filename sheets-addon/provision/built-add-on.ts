/** The add-on as it is built now, file by file, as Apps Script takes it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, parse } from 'node:path';
import { buildAddOn } from '../build.ts';
import type { ScriptFile } from './online/script.ts';

const KINDS: Readonly<Record<string, string>> = { '.html': 'HTML', '.js': 'SERVER_JS', '.json': 'JSON' };

export async function builtAddOn(): Promise<ScriptFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dueline-add-on-'));
  try {
    await buildAddOn(folder);
    return readdirSync(folder)
      .sort()
      .map((name) => {
        const type = KINDS[extname(name)];
        if (type === undefined) throw new Error(`Apps Script has no files like ${name}`);
        return { name: parse(name).name, type, source: readFileSync(join(folder, name), 'utf8') };
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
