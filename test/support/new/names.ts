/** One name in the ways that files, code and people write it. */
export interface Names {
  /** `first-response`: files, ids. */
  kebab: string;
  /** `firstResponse`: code. */
  camel: string;
  /** `First response`: people. */
  title: string;
}

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** The names, or undefined where it is not written like `first-response`. */
export function namesOf(name: string): Names | undefined {
  if (!KEBAB.test(name)) return undefined;
  const camel = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const words = name.replaceAll('-', ' ');
  return { kebab: name, camel, title: words.charAt(0).toUpperCase() + words.slice(1) };
}

/** The names of a language's code (`fr`, `pt-BR`), or undefined where it is none. */
export function languageNamesOf(code: string): Names | undefined {
  if (!LANGUAGE.test(code) || Intl.PluralRules.supportedLocalesOf([code]).length === 0) return undefined;
  return { kebab: code, camel: code.replaceAll('-', ''), title: code };
}
