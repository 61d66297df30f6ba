/** The language catalogues as the build packs them: unpacked when somebody first asks for a word. */
import { unpackText } from './packed-text.ts';

type Catalogue = Record<string, Record<string, unknown>>;

/** A message with plural forms, a quoted text, or the place from 0 of the message that says the same. */
export const IS_JSON = /^(\{"|"|\d+$)/;

/** `packed`: of each section its keys, then what each language says, a line for each message. */
export function cataloguesOf(sections: readonly string[], packed: string): (place: number) => Catalogue {
  let texts: string[] | undefined;
  const read = (place: number): Catalogue => {
    texts ??= unpackText(packed).split('\n\n');
    const keys: string[][] = JSON.parse(texts[0]!);
    const lines = texts[place]!.split('\n').map((line) => (IS_JSON.test(line) ? JSON.parse(line) : line));
    const messages = lines.map((line) => (typeof line === 'number' ? lines[line] : line)).values();
    return Object.fromEntries(
      sections.map((section, at) => [
        section,
        Object.fromEntries(keys[at]!.map((key) => [key, messages.next().value])),
      ]),
    );
  };
  return (place) => {
    let catalogue: Catalogue | undefined;
    const all = () => {
      catalogue ??= read(place);
      return catalogue;
    };
    return Object.defineProperties(
      {},
      Object.fromEntries(
        sections.map((section) => [section, { enumerable: true, get: () => all()[section] }]),
      ),
    );
  };
}
