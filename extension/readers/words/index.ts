/**
 * Words that ticket pages use, one file a language, alphabetical. A page is read with all of them, for its `lang`
 * is often wrong. Lists are comma-separated text, because every page that is read carries them.
 */
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

type Words = typeof en;
export type Label = keyof Words['labels'];
export type Mark = keyof Words['marks'];

/** The built scripts have all of them in the first, and nothing in the others; see `oneWordList`. */
const LANGUAGES: Partial<Words & { parts: string }>[] = [de, en, es, it, ko, zhCN];

/** No list has any that are longer, and the end of a long text is not looked for. */
const LONGEST_WORDS = 99;

/** Lower case, one space, without the colon or star of a form's label. */
export const wordKey = (text: string): string =>
  text
    .slice(0, LONGEST_WORDS)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?<=.{3}) (on|at|am|el|il)(?=:?$)/, '')
    .replace(/^[\s([*#–-]+|[\s:*)\].–-]+$/g, '');

const PARTS = LANGUAGES[0]!.parts?.split('|') ?? [];

/**
 * A list as people write it, or as `packed` and `shortened` do: a capital stands for a part of a word, a digit says how
 * many letters a word shares with the one before.
 */
export function wordsOf(list = '', parts: readonly string[] = PARTS): string[] {
  let word = '';
  const whole = parts.reduceRight(
    (text, part, at) => text.replaceAll(String.fromCharCode(65 + at), part),
    list,
  );
  return [...whole.matchAll(/(\d|[,;] ?|^)([^\d,;]+)/g)].map(([, shared, rest]) => {
    word = word.slice(0, Number(shared) || 0) + rest!;
    return word;
  });
}

function mapOf<K extends string>(
  pick: (words: Partial<Words>) => Record<K, string> | undefined,
): Map<string, Set<K>> {
  const map = new Map<string, Set<K>>();
  for (const words of LANGUAGES) {
    for (const [kind, each] of Object.entries(pick(words) ?? {}) as [K, string][]) {
      for (const word of wordsOf(each))
        map.set(wordKey(word), (map.get(wordKey(word)) ?? new Set<K>()).add(kind));
    }
  }
  return map;
}

export const LABELS = mapOf((words) => words.labels);
export const isLabel = (text: string): boolean => LABELS.has(wordKey(text));
/** A label of what was said at the opening. */
export const describes = ({ text }: { text: string }) => LABELS.get(wordKey(text))?.has('description');
export const STATUSES = mapOf((words) => words.statuses);
export const MARKS = mapOf((words) => words.marks);
export const SYSTEM_AUTHORS = new Set(LANGUAGES.flatMap((words) => wordsOf(words.system)).map(wordKey));
/** Words beside the number of messages that a page has folded away: parts of an expression. */
export const EARLIER = new RegExp(LANGUAGES.flatMap((words) => wordsOf(words.earlier)).join('|'), 'i');

/** Of a list that several languages share, those that put the day first have what stands before the semicolon. */
const labelsOf = (part: 0 | 1) =>
  LANGUAGES.flatMap(({ labels = {}, dayFirst }) =>
    Object.values(labels).flatMap((list) => wordsOf(dayFirst ? list.split(';')[part] : part ? list : '')),
  ).map(wordKey);
const anyOrder = new Set(labelsOf(1));
/** Labels of none but those languages that write the day of a date before its month: they say so in `dayFirst`. */
export const DAY_FIRST = new Set(labelsOf(0).filter((word) => !anyOrder.has(word)));
