/**
 * A page is read with the words of all languages, so the built scripts carry one list instead of one a language: the
 * first file holds what all of them hold, each word once, and the others nothing. Labels of languages that write the
 * day first, and of no other, stand before a semicolon. A word is written as how many of its letters are those of the
 * word before it, and the rest; what stands in many of them is written as a capital, of which they have none.
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
      if (basename(id) !== read[0]!.name) return '{}';
      const all = read.map(({ words }) => words).reduce(together);
      const others = read.filter(({ words }) => !words.dayFirst).map(({ words }) => words.labels as Words);
      const labels = parted(all.labels as Words, others.reduce(together));
      const { words, parts } = shortened({ ...packed({ ...all, labels: {} }), labels });
      return JSON.stringify({ ...words, parts: parts.join('|') });
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

const parted = (all: Words, others: Words): Words =>
  Object.fromEntries(
    Object.entries(all).map(([kind, list]) => {
      const shared = wordsIn(String(others[kind] ?? ''));
      const own = wordsIn(String(list)).filter((word) => !shared.includes(word));
      return [kind, `${packedList(own.join())};${packedList(shared.join())}`];
    }),
  );

export function packed(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words).map(([kind, each]) => [
      kind,
      typeof each === 'string' ? packedList(each) : packed(each),
    ]),
  );
}

function packedList(list: string): string {
  let before = '';
  return wordsIn(list)
    .filter(Boolean)
    .sort()
    .map((word) => {
      let shared = 0;
      while (shared < 9 && shared < word.length - 1 && word[shared] === before[shared]) shared++;
      before = word;
      return `${shared}${word.slice(shared)}`;
    })
    .join('');
}

const MOST_PARTS = 26;
const LONGEST_PART = 8;

/** The parts of words that save most, each written as the capital of its place in the list; later ones hold earlier ones. */
export function shortened(words: Words): { words: Words; parts: string[] } {
  const parts: string[] = [];
  let text = JSON.stringify(words);
  const replaceIn = (part: string, capital: string) => {
    text = text.replace(/(?<=:")[^"]+/g, (list) => list.replaceAll(part, capital));
  };
  while (parts.length < MOST_PARTS) {
    const part = mostSaving(text.match(/(?<=:")[^"]+/g) ?? []);
    if (part === null) break;
    replaceIn(part, String.fromCharCode(65 + parts.length));
    parts.push(part);
  }
  return { words: JSON.parse(text), parts };
}

function mostSaving(lists: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const list of lists) {
    for (let start = 0; start < list.length; start++) {
      for (let length = 2; length <= LONGEST_PART; length++) {
        const part = list.slice(start, start + length);
        if (/[|;\\]/.test(part)) break;
        if (part.length === length) counts.set(part, (counts.get(part) ?? 0) + 1);
      }
    }
  }
  // Its own place in the list, and the stroke before it.
  const saved = ([part, count]: [string, number]) => (Buffer.byteLength(part) - 1) * (count - 1) - 2;
  const [best] = [...counts].sort((one, other) => saved(other) - saved(one));
  return best && saved(best) > 0 ? best[0] : null;
}
