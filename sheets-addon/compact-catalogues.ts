/** The language catalogues as the add-on carries them: what it says, packed, every key once for all languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateAsync } from '@gfx/zopfli';
import type { Plugin } from 'vite';

const CATALOGUES = join(dirname(fileURLToPath(import.meta.url)), '..', 'core', 'language');
/**
 * What of the language catalogues the script says, and what its sidebar says. A sheet holds no deployments and no
 * writers of inquiries, no finding rests on what a tier costs, its closed days have no names, and of the readings only
 * those on which a finding can rest.
 */
export const SAID_BY_SCRIPT =
  /^(cadence|column|daily|deliverable|frequency|menu|method|report|rests|section|state|tab|tier|trackerStatus)\.|^tracker\.(?!(date|list|number)-title$|page$)|^step\.(?!finding-|\w+-named$)|^(advice|finding|rule)\.(?!tier-|unidentified-)|^reading\.(contacts|coverage|inquiry|remembered|term|term-ending|ticket-claims)$|^problem\.zone-unknown$|^provision\.formulas$|^clause\.(?!cost|deployment)/;
export const SAID_BY_SIDEBAR =
  /^(problem|sidebar)\.|^menu\.set-up$|^(clause|deliverable|method|rests|section|tier)\.|^reading\.(business-hours|end-of-day|same-time)$|^card\.(carries|copy|link-long|make|page|save|saved|title)$|^tracker\.(check-(none|unreadable|violations|warnings)$|kind-)|^trackerStatus\.(contact-(incomplete|over|same-address)|id-missing|manager-missing|tier-missing|until-before-from|violation|warning)$/;
const LANGUAGES = readdirSync(CATALOGUES).flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? []);
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
    const messages = keys.flatMap(([section, own]) => own.map((key) => catalogue[section]![key]));
    return JSON.stringify(withoutRepeats(messages));
  };
  return {
    name: 'compact-catalogues',
    enforce: 'pre',
    resolveId: (id, importer) => {
      if (id === KEYS) return OWN;
      const language = importer?.startsWith(CATALOGUES) ? IMPORTED.exec(id)?.[1] : undefined;
      return language === undefined ? null : `${OWN}/${language}`;
    },
    load: async (id) => {
      if (id === OWN) {
        // All in one: names, placeholders and marks are much the same in each.
        const texts = [JSON.stringify(keys.map(([, own]) => own)), ...LANGUAGES.map(messagesOf)];
        const packed = await deflateAsync(Buffer.from(texts.join('\n')), {});
        const sections = keys.map(([section]) => section);
        return fillFrom(sections, inDigits(Buffer.from(packed)));
      }
      if (!id.startsWith(`${OWN}/`)) return null;
      const place = LANGUAGES.indexOf(id.slice(OWN.length + 1)) + 1;
      return `import { unpacked } from '${KEYS}';\nexport default unpacked(${place});`;
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

/** Letters that need no escape in a string of a script in a page: two of them hold thirteen bits. */
const DIGITS = String.fromCharCode(...Array.from({ length: 94 }, (_, place) => 33 + place)).replace(
  /['\\<]/g,
  '',
);
const BITS = 13;

/** Bits beyond the end of what is packed are none of it: the last two letters are filled up. */
function inDigits(bytes: Buffer): string {
  let [text, rest, bits] = ['', 0, 0];
  for (const byte of [...bytes, 0, 0]) {
    rest = rest * 256 + byte;
    bits += 8;
    if (bits < BITS) continue;
    bits -= BITS;
    const two = rest >>> bits;
    rest -= two << bits;
    text += DIGITS[Math.floor(two / DIGITS.length)]! + DIGITS[two % DIGITS.length]!;
  }
  return text;
}

/** The catalogues are unpacked when somebody first asks for a word. */
const fillFrom = (sections: string[], packed: string) => `import { inflateSync, strFromU8 } from 'fflate';
const sections = ${JSON.stringify(sections)};
const DIGITS = '${DIGITS}';
const bytesOf = (text) => {
  const bytes = [];
  let rest = 0, bits = 0;
  for (let at = 0; at < text.length; at += 2) {
    rest = (rest << 13) | (DIGITS.indexOf(text[at]) * 91 + DIGITS.indexOf(text[at + 1]));
    for (bits += 13; bits > 7; ) bytes.push((rest >>> (bits -= 8)) & 255);
  }
  return new Uint8Array(bytes);
};
const filled = (keys, messages) => {
  let place = 0;
  const next = () => { const message = messages[place++]; return typeof message === 'number' ? messages[message] : message; };
  return Object.fromEntries(sections.map((section, at) =>
    [section, Object.fromEntries(keys[at].map((key) => [key, next()]))]));
};
let texts;
export const unpacked = (place) => {
  let catalogue;
  const read = () => {
    texts = texts || strFromU8(inflateSync(bytesOf('${packed}'))).split('\\n');
    return filled(JSON.parse(texts[0]), JSON.parse(texts[place]));
  };
  const all = () => (catalogue = catalogue || read());
  return Object.defineProperties({}, Object.fromEntries(sections.map((section) =>
    [section, { enumerable: true, get: () => all()[section] }])));
};`;

function spokenIn(language: string, said: RegExp): Catalogue {
  const catalogue = JSON.parse(readFileSync(join(CATALOGUES, `${language}.json`), 'utf8')) as Catalogue;
  const kept = Object.entries(catalogue).map(([section, messages]): [string, Record<string, unknown>] => [
    section,
    Object.fromEntries(Object.entries(messages).filter(([key]) => said.test(`${section}.${key}`))),
  ]);
  return Object.fromEntries(kept.filter(([, messages]) => Object.keys(messages).length > 0));
}
