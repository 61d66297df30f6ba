/** Names of languages, as people write them: a tag ("de-AT"), or the name in one of our languages ("German"). */
import { folded } from '../engagement/claims.ts';
import { LANGUAGES } from './index.ts';

/** A tag begins with the two or three letters of its language. */
const TAG = /^([a-z]{2,3})(-[a-z0-9]{2,8})*$/i;

/**
 * Whether two people mean the same language: regions and scripts do not count, nor whether it was written as a
 * tag or as its name in one of the six languages.
 * @example
 * isSameLanguage('de-AT', 'de') // true
 * isSameLanguage('Deutsch', 'de') // true
 * isSameLanguage('fr', 'de') // false
 */
export function isSameLanguage(a: string, b: string): boolean {
  const [first, second] = [folded(a), folded(b)];
  return first === second || namesOf(first).some((name) => namesOf(second).includes(name));
}

/**
 * A language in the words of another; a text that is no tag stays as it was written.
 * @example
 * sayLanguage('de', 'en') // 'German'
 */
export function sayLanguage(tag: string, language: string): string {
  const written = tag.trim();
  if (!TAG.test(written)) return written;
  return new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(written) ?? written;
}

/** The language's two letters and its names in our languages; of a text that is no tag, the text itself. */
function namesOf(written: string): string[] {
  const base = TAG.exec(written)?.[1];
  return base === undefined ? [written] : [base, ...LANGUAGES.map((own) => folded(sayLanguage(base, own)))];
}
