/**
 * The catalogues as the extension carries them: without what only the tracker and the stores say, and the keys, which
 * are the same in every language, once. The sentences of a language are one text: quotes and brackets between them all
 * would be a good part of it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Catalogue = Record<string, Record<string, unknown>>;

const CATALOGUE = /\/language\/([a-z]{2}(?:-[A-Z]{2})?)\.json$/;
/** Not `tab` and `column`: a cell that cannot be read is named by them. */
const ONLY_TRACKER = [
  ...['cadence', 'daily', 'menu', 'portfolio', 'provision', 'report', 'rule'],
  ...['sidebar', 'store', 'trackerStatus'],
];
/** What stands in the rows of a tracker that is made here. */
const IN_ROWS = /^tracker\.(case|decision|kind)-|^tracker\.(yes|no)$/;
/** Columns of tabs that are neither read nor made here, and what a header says when it is pointed at. */
const ONLY_THERE = /^column\.((overview|violations|deliverables|rules)\.|[^.]+\.[^.]+\.note$)/;
/** Ends a sentence. */
const END = '^';
/** Between the forms of a plural, each after its name. */
const FORM = '*';
const KEYS = '\0dueline-word-keys';
const ONE = '\0dueline-words-';

/** `folder`: where the catalogues are. */
export function ownWords(folder: string) {
  const read = (language: string) =>
    JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Catalogue;
  const keys = keysOf(read('en'));
  return {
    name: 'own-words',
    enforce: 'pre' as const,
    resolveId(id: string, importer?: string) {
      if (id === KEYS) return KEYS;
      const [, language] = CATALOGUE.exec(id.replace('./', '/language/')) ?? [];
      return language && importer?.replaceAll('\\', '/').endsWith('/core/language/index.ts')
        ? `${ONE}${language}`
        : null;
    },
    load(id: string) {
      if (id === KEYS) return withKeys(keys);
      if (!id.startsWith(ONE)) return null;
      const messages = messagesOf(read(id.slice(ONE.length)), keys);
      return `import { withKeys } from '${KEYS.replace('\0', '\\0')}';\nexport default withKeys(${JSON.stringify(messages)});`;
    },
  };
}

type Keys = [section: string, keys: string[]][];

function keysOf(catalogue: Catalogue): Keys {
  return Object.entries(catalogue)
    .filter(([section]) => !ONLY_TRACKER.includes(section))
    .map(([section, entries]) => [
      section,
      Object.keys(entries).filter((key) => isShipped(`${section}.${key}`)),
    ]);
}

const isShipped = (key: string) =>
  !ONLY_THERE.test(key) && (!key.startsWith('tracker.') || IN_ROWS.test(key));

function messagesOf(catalogue: Catalogue, keys: Keys): string {
  return keys
    .flatMap(([section, names]) => names.map((name) => inOneLine(catalogue[section]![name])))
    .join(END);
}

function inOneLine(message: unknown): string {
  const parts = typeof message === 'string' ? [message] : Object.entries(message as object).flat();
  const mark = [END, FORM].find((each) => parts.join('').includes(each));
  if (mark) throw new Error(`own-words.ts sets sentences apart by ${mark}, which is in: ${parts.join(' ')}`);
  return parts.join(FORM);
}

const withKeys = (keys: Keys): string => `
const sections = ${JSON.stringify(keys.map(([section, names]) => [section, ...names].join(END)))};
const messageOf = (text) => {
  const [first, ...parts] = text.split('${FORM}');
  if (parts.length === 0) return first;
  const forms = { [first]: parts[0] };
  for (let at = 1; at < parts.length; at += 2) forms[parts[at]] = parts[at + 1];
  return forms;
};
export const withKeys = (text) => {
  const messages = text.split('${END}').values();
  const catalogue = {};
  for (const keys of sections) {
    const [section, ...names] = keys.split('${END}');
    catalogue[section] = {};
    for (const name of names) catalogue[section][name] = messageOf(messages.next().value);
  }
  return catalogue;
};`;
