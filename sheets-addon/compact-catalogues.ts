/** The language catalogues as the add-on carries them: what it says, and every key once for all languages. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const CATALOGUES = join(dirname(fileURLToPath(import.meta.url)), '..', 'core', 'language');
/** What of the language catalogues the add-on says. */
const SPOKEN =
  /^(advice|cadence|clause|column|deliverable|finding|frequency|menu|method|reading|rests|rule|section|tab|tier|tracker|trackerStatus)\.|^problem\.zone-unknown$/;
const IMPORTED = /^\.\/([\w-]+)\.json$/;
const KEYS = 'dueline-catalogue-keys';
/** Ids that no other plugin takes for a file begin like this. */
const OWN = `\0${KEYS}`;

type Catalogue = Record<string, Record<string, unknown>>;

export function compactCatalogues(): Plugin {
  const keys = Object.entries(spokenIn('en')).map(
    ([section, messages]) => [section, Object.keys(messages)] as const,
  );
  const messagesOf = (language: string) => {
    const catalogue = spokenIn(language);
    return keys.map(([section, own]) => own.map((key) => catalogue[section]![key]));
  };
  return {
    name: 'compact-catalogues',
    enforce: 'pre',
    resolveId: (id, importer) => {
      if (id === KEYS) return OWN;
      const language = importer?.startsWith(CATALOGUES) ? IMPORTED.exec(id)?.[1] : undefined;
      return language === undefined ? null : `${OWN}/${language}`;
    },
    load: (id) => {
      if (id === OWN) return fillFrom(keys);
      if (!id.startsWith(`${OWN}/`)) return null;
      const messages = JSON.stringify(messagesOf(id.slice(OWN.length + 1)));
      return `import { filled } from '${KEYS}';\nexport default filled(${messages});`;
    },
  };
}

const fillFrom = (keys: unknown) => `const keys = ${JSON.stringify(keys)};
export const filled = (messages) => Object.fromEntries(keys.map(([section, own], s) =>
  [section, Object.fromEntries(own.map((key, k) => [key, messages[s][k]]))]));`;

function spokenIn(language: string): Catalogue {
  const catalogue = JSON.parse(readFileSync(join(CATALOGUES, `${language}.json`), 'utf8')) as Catalogue;
  const kept = Object.entries(catalogue).map(([section, messages]): [string, Record<string, unknown>] => [
    section,
    Object.fromEntries(Object.entries(messages).filter(([key]) => SPOKEN.test(`${section}.${key}`))),
  ]);
  return Object.fromEntries(kept.filter(([, messages]) => Object.keys(messages).length > 0));
}
