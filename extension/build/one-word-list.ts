/**
 * A page is read with the words of all languages, so the built scripts carry one list instead of one a language:
 * the first file holds what all of them hold, each word once, and the others nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

type Words = { [kind: string]: string | Words };

const WORDS = /\/readers\/words\/[\w-]+\.json$/;

export function oneWordList() {
  return {
    name: 'one-word-list',
    load(id: string) {
      if (!WORDS.test(id.replaceAll('\\', '/'))) return null;
      const folder = dirname(id);
      const files = readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort();
      if (basename(id) !== files[0]) return '{}';
      const all = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Words);
      return JSON.stringify(all.reduce(together));
    },
  };
}

export function together(one: Words, other: Words): Words {
  const both: Words = { ...one };
  for (const [kind, words] of Object.entries(other)) {
    const before = both[kind] ?? (typeof words === 'string' ? '' : {});
    if (typeof words === 'string') both[kind] = joined(String(before), words);
    else if (typeof before !== 'string') both[kind] = together(before, words);
  }
  return both;
}

const joined = (...lists: string[]): string =>
  [...new Set(lists.flatMap((each) => each.split(/, ?/)))].filter(Boolean).join();
