/** Makes what the stores publish from the sources: a zip for each browser, Firefox' sources, the bill of materials. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import manifest from '../../../package.json' with { type: 'json' };
import { step } from '../progress.mjs';
import { billOfMaterials } from './bill.ts';
import { BROWSERS, buildFor } from './browsers.ts';
import { sourceEntries } from './sources.ts';
import { entriesBelow, zipOf } from './zip.ts';

const KB = 1000;

/** Writes them into a folder. */
export async function makePackages(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(join(folder, name), bytes);
    console.log(`${name}  ${(bytes.length / KB).toFixed(0)} kB`);
  };
  for (const browser of BROWSERS) {
    const built = await step(`building for ${browser}`, () => buildFor(browser));
    write(`dueline-${browser}-${manifest.version}.zip`, await zipOf(entriesBelow(built)));
  }
  write(`dueline-firefox-sources-${manifest.version}.zip`, await zipOf(sourceEntries()));
  write(`dueline-${manifest.version}.cdx.json`, billOfMaterials());
}

if (argv[1] === fileURLToPath(import.meta.url)) await makePackages(argv[2]!);
