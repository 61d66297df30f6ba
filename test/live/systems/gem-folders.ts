/**
 * Folders that Debian's Ruby packages leave out: a library that lies among all of Ruby's has only its specification.
 * Since 2.3.15-2+deb12u1 Debian's bundler takes it for deleted then, and Redmine's own set-up fails.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = '/usr/share/rubygems-integration';
const SPECIFICATION = /\.gemspec$/;

/** Makes those that are missing; says whether there were any. */
export async function makeGemFolders(): Promise<boolean> {
  let made = false;
  for (const version of existsSync(ROOT) ? await readdir(ROOT) : []) {
    const specifications = join(ROOT, version, 'specifications');
    const files = existsSync(specifications) ? await readdir(specifications) : [];
    for (const file of files.filter((each) => SPECIFICATION.test(each))) {
      const folder = join(ROOT, version, 'gems', file.replace(SPECIFICATION, ''));
      if (existsSync(folder)) continue;
      await mkdir(folder, { recursive: true });
      made = true;
    }
  }
  return made;
}
