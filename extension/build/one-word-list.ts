/**
 * A page is read with the words of all languages, so the built scripts carry one list instead of one a language:
 * the first file that says `dayFirst` holds what all of them hold, each word once, and the first that does not the
 * labels that are not those languages' alone. The others hold nothing.
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
      const read = readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => ({ name, words: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Words }));
      const [dayFirst, others] = [true, false].map((is) =>
        read.filter(({ words }) => !words.dayFirst !== is),
      );
      const labels = others!.map(({ words }) => words.labels as Words).reduce(together);
      const all = read.map(({ words }) => words).reduce(together);
      if (basename(id) === dayFirst![0]!.name)
        return JSON.stringify({ ...all, labels: without(all.labels as Words, labels) });
      return JSON.stringify(basename(id) === others![0]!.name ? { labels } : {});
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

const wordsIn = (list: string): string[] => list.split(/, ?/);

const joined = (...lists: string[]): string => [...new Set(lists.flatMap(wordsIn))].filter(Boolean).join();

const without = (one: Words, other: Words): Words =>
  Object.fromEntries(
    Object.entries(one).map(([kind, words]) => {
      const known = wordsIn(String(other[kind] ?? ''));
      return [
        kind,
        wordsIn(String(words))
          .filter((word) => !known.includes(word))
          .join(),
      ];
    }),
  );
