/** The sources as Firefox' reviewers want them: all that the build is made from, and how to make it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../walk.ts';
import type { Entry } from './zip.ts';

const NEEDED = [
  ...['core', 'extension', 'package.json', 'package-lock.json', 'tsconfig.json'],
  ...['LICENSE', 'README.md', 'CONTRIBUTING.md'],
];

const HOW = `To make the same bytes as in the package:

    npm ci
    npx wxt build extension --browser firefox

The result is in extension/.output/firefox-mv3. Node 20.19 or newer; no other tool, no network but npm's.
`;

export function sourceEntries(): Entry[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...NEEDED];
  const listed = execFileSync('git', args, { cwd: ROOT }).toString().split('\0');
  return [
    { path: 'BUILDING.md', bytes: Buffer.from(HOW) },
    ...listed
      .filter((path) => path !== '' && existsSync(join(ROOT, path)))
      .map((path) => ({ path, bytes: readFileSync(join(ROOT, path)) })),
  ];
}
