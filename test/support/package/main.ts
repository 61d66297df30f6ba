/** Packages for the stores: a zip for each browser, Firefox' sources, listing texts, pictures and the privacy statement. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import { step } from '../progress.mjs';
import { CHROMIUM, findTool } from '../tools.ts';
import { ROOT } from '../walk.ts';
import { billOfMaterials } from './bill.ts';
import { BROWSERS, buildFor } from './browsers.ts';
import { LISTED, listingOf } from './listing.ts';
import { takeStorePictures } from './pictures.ts';
import { sourceEntries } from './sources.ts';
import { entriesBelow, zipOf } from './zip.ts';

const FOLDER = join(ROOT, 'dist', 'package');
const KB = 1000;

function write(name: string, bytes: Uint8Array | string): void {
  const path = join(FOLDER, name);
  writeFileSync(path, bytes);
  console.log(`${relative(ROOT, path)}  ${(bytes.length / KB).toFixed(0)} kB`);
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(join(FOLDER, 'listing'), { recursive: true });
for (const browser of BROWSERS) {
  const folder = await step(`building for ${browser}`, () => buildFor(browser));
  write(`dueline-${browser}-${manifest.version}.zip`, await zipOf(entriesBelow(folder)));
}
write(`dueline-firefox-sources-${manifest.version}.zip`, await zipOf(sourceEntries()));
write(`dueline-${manifest.version}.cdx.json`, billOfMaterials());
for (const language of LISTED) write(join('listing', `${language}.md`), listingOf(language));
cpSync(join(ROOT, 'extension', 'PRIVACY.md'), join(FOLDER, 'PRIVACY.md'));

const program = findTool(CHROMIUM);
if (program) {
  const build = join(ROOT, 'extension', '.output', 'chrome-mv3');
  const pictures = await step('taking pictures', () =>
    takeStorePictures(program, build, join(FOLDER, 'pictures')),
  );
  console.log(`${pictures.length} pictures in ${relative(ROOT, join(FOLDER, 'pictures'))}`);
} else console.log(`No pictures: ${CHROMIUM.wayOut}`);
