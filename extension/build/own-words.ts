/**
 * The catalogues as the extension carries them: without what only the tracker and the stores say, and the keys, which
 * are the same in every language, once.
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
const IN_ROWS = /^tracker\.(case|decision|kind)-|^tracker\.yes$/;
/** Columns of tabs that are neither read nor made here, and what a header says when it is pointed at. */
const ONLY_THERE = /^column\.((overview|violations|deliverables|rules)\.|[^.]+\.[^.]+\.note$)/;
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
      if (id === KEYS) return `export const keys = ${JSON.stringify(keys)};\n${WITH_KEYS}`;
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

function messagesOf(catalogue: Catalogue, keys: Keys): unknown[][] {
  return keys.map(([section, names]) => names.map((name) => catalogue[section]![name]));
}

const WITH_KEYS = `export const withKeys = (messages) =>
  Object.fromEntries(keys.map(([section, names], s) =>
    [section, Object.fromEntries(names.map((name, n) => [name, messages[s][n]]))]));`;
