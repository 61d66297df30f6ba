/** The language catalogues as the build packs them: unpacked when somebody first asks for a word. */
import { unpackText } from './packed-text.ts';

type Catalogue = Record<string, Record<string, unknown>>;

/** A message with plural forms, a quoted text, or the place from 0 of the message that says the same. */
export const IS_JSON = /^(\{"|"|\d+$)/;

export interface Packed {
  /** What the language says, by its place. */
  catalogueAt(place: number): Catalogue;
  /** What was said otherwise before, by language. */
  formerWords: object;
}

/**
 * `packed`: of each section its keys, then what each language says, a line for each message; then what was said before.
 */
export function packedWords(
  sections: readonly string[],
  languages: readonly string[],
  packed: string,
): Packed {
  let texts: string[] | undefined;
  const textAt = (place: number) => {
    texts ??= unpackText(packed).split('\n\n');
    return texts[place]!;
  };
  const read = (place: number): Catalogue => {
    const keys: string[][] = JSON.parse(textAt(0));
    const lines = textAt(place)
      .split('\n')
      .map((line) => (IS_JSON.test(line) ? JSON.parse(line) : line));
    const messages = lines.map((line) => (typeof line === 'number' ? lines[line] : line)).values();
    return Object.fromEntries(
      sections.map((section, at) => [
        section,
        Object.fromEntries(keys[at]!.map((key) => [key, messages.next().value])),
      ]),
    );
  };
  return {
    catalogueAt: (place) => onDemand(sections, () => read(place)),
    formerWords: onDemand(languages, () => JSON.parse(textAt(languages.length + 1))),
  };
}

/** An object of these names, which is read when one of them is first asked for. */
function onDemand<T extends object>(names: readonly string[], read: () => T): T {
  let all: T | undefined;
  const get = (name: string) => () => {
    all ??= read();
    return all[name as keyof T];
  };
  return Object.defineProperties(
    {} as T,
    Object.fromEntries(names.map((name) => [name, { enumerable: true, get: get(name) }])),
  );
}
