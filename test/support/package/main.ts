/** Packages for the stores: what they publish, listing texts, pictures and the privacy statement. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { step } from '../progress.mjs';
import { CHROMIUM, findTool } from '../tools.ts';
import { ROOT } from '../walk.ts';
import { LISTED, listingOf } from './listing.ts';
import { makePackages } from './made.ts';
import { takeStorePictures } from './pictures.ts';

const FOLDER = join(ROOT, 'dist', 'package');

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(join(FOLDER, 'listing'), { recursive: true });
await makePackages(FOLDER);
for (const language of LISTED) {
  writeFileSync(join(FOLDER, 'listing', `${language}.md`), listingOf(language));
}
cpSync(join(ROOT, 'extension', 'PRIVACY.md'), join(FOLDER, 'PRIVACY.md'));
console.log(`All of it is in ${relative(ROOT, FOLDER)}, with listing texts in ${LISTED.length} languages.`);

const program = findTool(CHROMIUM);
if (program) {
  const build = join(ROOT, 'extension', '.output', 'chrome-mv3');
  const pictures = await step('taking pictures', () =>
    takeStorePictures(program, build, join(FOLDER, 'pictures')),
  );
  console.log(`${pictures.length} pictures in ${relative(ROOT, join(FOLDER, 'pictures'))}`);
} else console.log(`No pictures: ${CHROMIUM.wayOut}`);
