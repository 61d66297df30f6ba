/** The language catalogues as the add-on carries them: what it says, and every key once for all languages. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const CATALOGUES = join(dirname(fileURLToPath(import.meta.url)), '..', 'core', 'language');
/**
 * What of the language catalogues the script says, and what its sidebar says. A sheet holds no inquiries and no
 * deployments, and of the readings only those on which a finding can rest.
 */
export const SAID_BY_SCRIPT =
  /^(cadence|clause|column|deliverable|frequency|menu|method|rests|section|tab|tier|tracker|trackerStatus)\.|^(advice|finding|rule)\.(?!response|tier-|unidentified-)|^reading\.(contacts|coverage|term|term-ending)$|^problem\.zone-unknown$/;
export const SAID_BY_SIDEBAR =
  /^sidebar\.|^tracker\.check-(none|unreadable)$|^trackerStatus\.(violation|warning)$/;
const IMPORTED = /^\.\/([\w-]+)\.json$/;
const KEYS = 'dueline-catalogue-keys';
/** Ids that no other plugin takes for a file begin like this. */
const OWN = `\0${KEYS}`;

type Catalogue = Record<string, Record<string, unknown>>;

export function compactCatalogues(said: RegExp): Plugin {
  const keys = Object.entries(spokenIn('en', said)).map(
    ([section, messages]) => [section, Object.keys(messages)] as const,
  );
  const messagesOf = (language: string) => {
    const catalogue = spokenIn(language, said);
    return withoutRepeats(keys.flatMap(([section, own]) => own.map((key) => catalogue[section]![key])));
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

/** Each message, or the place from 0 of the one before it that says the same: many columns are headed alike. */
function withoutRepeats(messages: readonly unknown[]): unknown[] {
  const places = new Map<string, number>();
  return messages.map((message, place) => {
    const text = JSON.stringify(message);
    const before = places.get(text);
    if (before === undefined) places.set(text, place);
    return before ?? message;
  });
}

const fillFrom = (keys: unknown) => `const keys = ${JSON.stringify(keys)};
export const filled = (messages) => {
  let place = 0;
  const next = () => { const message = messages[place++]; return typeof message === 'number' ? messages[message] : message; };
  return Object.fromEntries(keys.map(([section, own]) =>
    [section, Object.fromEntries(own.map((key) => [key, next()]))]));
};`;

function spokenIn(language: string, said: RegExp): Catalogue {
  const catalogue = JSON.parse(readFileSync(join(CATALOGUES, `${language}.json`), 'utf8')) as Catalogue;
  const kept = Object.entries(catalogue).map(([section, messages]): [string, Record<string, unknown>] => [
    section,
    Object.fromEntries(Object.entries(messages).filter(([key]) => said.test(`${section}.${key}`))),
  ]);
  return Object.fromEntries(kept.filter(([, messages]) => Object.keys(messages).length > 0));
}
