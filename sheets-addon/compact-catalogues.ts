/** The language catalogues as the add-on carries them: what it says, packed, every key once for all languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateAsync } from '@gfx/zopfli';
import type { Plugin } from 'vite';
import { IS_JSON } from './packed-catalogues.ts';
import { BITS, DIGITS, unpackText } from './packed-text.ts';

const ROOM = dirname(fileURLToPath(import.meta.url));
const CATALOGUES = join(ROOM, '..', 'core', 'language');
const READER = join(ROOM, 'packed-catalogues.ts');
/**
 * What of the language catalogues the script says, and what its sidebar says. A sheet holds no deployments and no
 * writers of inquiries, no finding rests on what a tier costs, its closed days have no names, and of the readings only
 * those on which a finding can rest, as of the clauses; of an inquiry it says a state only where no answer came in time.
 */
export const SAID_BY_SCRIPT =
  /^(column|daily|deliverable|frequency|menu|method|report|rests|section|tab|tier|trackerStatus)\.|^cadence\.(done|not-)|^state\.(closed-unanswered|overdue)$|^tracker\.(?!(date|list|number)-title$|page$)|^step\.(?!finding-|\w+-named$)|^(advice|finding|rule)\.(?!tier-|unidentified-)|^reading\.(business-hours|contacts|coverage|end-of-day|inquiry|remembered|same-time|term|term-ending|ticket-claims)$|^problem\.zone-unknown$|^provision\.formulas$|^clause\.(?!cost|deployment|target\.not|\w+\.several)/;
export const SAID_BY_SIDEBAR =
  /^(problem|sidebar)\.|^menu\.set-up$|^(clause|deliverable|method|rests|section|tier)\.|^reading\.(business-hours|end-of-day|same-time)$|^card\.(carries|copy|link-long|make|page|save|saved|title)$|^column\.violations\.(reason|since)$|^tracker\.(business-day$|check-(none|unreadable|violations|warnings)$|kind-)|^trackerStatus\.(contact-(incomplete|over|same-address)|id-missing|manager-missing|tier-missing|until-before-from|violation|warning)$/;
const LANGUAGES = readdirSync(CATALOGUES).flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? []);
const IMPORTED = /^\.\/([\w-]+)\.json$/;
const FORMER = 'former-words.json';
const KEYS = 'dueline-catalogue-keys';
/** Ids that no other plugin takes for a file begin like this. */
const OWN = `\0${KEYS}`;
const OWN_FORMER = `${OWN}/former`;

type Catalogue = Record<string, Record<string, unknown>>;

export function compactCatalogues(said: RegExp): Plugin {
  const keys = Object.entries(spokenIn('en', said)).map(
    ([section, messages]) => [section, Object.keys(messages)] as const,
  );
  const messagesOf = (language: string) => {
    const catalogue = spokenIn(language, said);
    const messages = keys.flatMap(([section, own]) => own.map((key) => catalogue[section]![key]));
    return withoutRepeats(messages).map(lineOf).join('\n');
  };
  return {
    name: 'compact-catalogues',
    enforce: 'pre',
    resolveId: (id, importer) => {
      if (id === KEYS) return OWN;
      if (importer?.startsWith(ROOM) && id.endsWith(`/${FORMER}`)) return OWN_FORMER;
      const language = importer?.startsWith(CATALOGUES) ? IMPORTED.exec(id)?.[1] : undefined;
      return language === undefined ? null : `${OWN}/${language}`;
    },
    load: async (id) => {
      if (id === OWN) {
        // All in one: names, placeholders and marks are much the same in each.
        const texts = [
          JSON.stringify(keys.map(([, own]) => own)),
          ...LANGUAGES.map(messagesOf),
          formerWords(),
        ];
        const given = [keys.map(([section]) => section), LANGUAGES].map((list) => JSON.stringify(list));
        return `import { packedWords } from '${READER}';
          export const { catalogueAt, formerWords } = packedWords(${given}, '${await packText(texts.join('\n\n'))}');`;
      }
      if (id === OWN_FORMER) return `export { formerWords as default } from '${KEYS}';`;
      if (!id.startsWith(`${OWN}/`)) return null;
      const place = LANGUAGES.indexOf(id.slice(OWN.length + 1)) + 1;
      return `import { catalogueAt } from '${KEYS}';\nexport default catalogueAt(${place});`;
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

/** A text as it is, if it could not be taken for anything else. */
function lineOf(message: unknown): string {
  const isText = typeof message === 'string' && !IS_JSON.test(message) && !message.includes('\n');
  return isText ? message : JSON.stringify(message);
}

/** Bits beyond the end of what is packed are none of it: the last two letters are filled up. */
export async function packText(text: string): Promise<string> {
  const bytes = await deflateAsync(Buffer.from(text), {});
  let [packed, rest, bits] = ['', 0, 0];
  for (const byte of [...bytes, 0, 0]) {
    rest += byte << bits;
    bits += 8;
    if (bits < BITS) continue;
    const two = rest & ((1 << BITS) - 1);
    packed += DIGITS[Math.floor(two / DIGITS.length)]! + DIGITS[two % DIGITS.length]!;
    rest >>= BITS;
    bits -= BITS;
  }
  if (unpackText(packed) !== text) throw new Error('The catalogues do not read as they were packed.');
  return packed;
}

/** Titles and headers that were others; entries of lists are put into today's words by the commands. */
function formerWords(): string {
  const words: Catalogue = JSON.parse(readFileSync(join(ROOM, FORMER), 'utf8'));
  const heading = (all: object) => Object.entries(all).filter(([path]) => !/^lists\.(?!tier\.)/.test(path));
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(words).map(([language, all]) => [language, Object.fromEntries(heading(all))]),
    ),
  );
}

function spokenIn(language: string, said: RegExp): Catalogue {
  const catalogue = JSON.parse(readFileSync(join(CATALOGUES, `${language}.json`), 'utf8')) as Catalogue;
  const kept = Object.entries(catalogue).map(([section, messages]): [string, Record<string, unknown>] => [
    section,
    Object.fromEntries(Object.entries(messages).filter(([key]) => said.test(`${section}.${key}`))),
  ]);
  return Object.fromEntries(kept.filter(([, messages]) => Object.keys(messages).length > 0));
}
