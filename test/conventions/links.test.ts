import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, ROOT } from '../support/walk.ts';

const AT_THE_ROOT = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'];
const LINK = /\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g;

/** Links and pictures of a document that lead nowhere. */
function deadLinks(path: string, text: string): string[] {
  return [...text.matchAll(LINK)]
    .map(([, target]) => target!)
    .filter((target) => !existsSync(join(ROOT, dirname(path), target)))
    .map((target) => `${path} links to ${target}, which is not there: mend the link, or add the file.`);
}

describe('documents', () => {
  test('every link and picture is there', () => {
    const documents = [
      ...AT_THE_ROOT.filter((path) => existsSync(join(ROOT, path))),
      ...['core', 'extension', 'sheets-addon', 'test']
        .flatMap((folder) => filesBelow(folder))
        .filter((path) => path.endsWith('.md')),
    ];
    expect(documents.length).toBeGreaterThan(3);
    expect(documents.flatMap((path) => deadLinks(path, readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
  });

  test('a dead one would be found', () => {
    expect(deadLinks('README.md', '![x](no/such.png) [y](core/index.ts) [z](https://a.example)')).toEqual([
      'README.md links to no/such.png, which is not there: mend the link, or add the file.',
    ]);
  });
});
