/** What cells say for yes and for no: a ticked box, or the words of any language, as rows come from other trackers. */
import { LANGUAGES, lookUp } from '../language/index.ts';

/** A box as a text, by the language of its spreadsheet, and as a number. */
const BOXES = { yes: ['true', 'wahr', 'verdadero', 'vero', '1'], no: ['false', 'falsch', 'falso', '0'] };

let known: ReadonlyMap<string, boolean> | undefined;

/** Made when it is first asked for: six catalogues are much to open at the start of a script. */
function meanings(): ReadonlyMap<string, boolean> {
  known ??= new Map([...meaning('yes', true), ...meaning('no', false)]);
  return known;
}

function meaning(key: keyof typeof BOXES, is: boolean): [string, boolean][] {
  const words = LANGUAGES.map((language) => String(lookUp(language, `tracker.${key}`)));
  return [...words, ...BOXES[key]].map((word) => [word, is]);
}

/** Every word, in small letters. */
export function yesNoWords(): string[] {
  return [...meanings().keys()];
}

/** `undefined` for any other text. */
export function meaningOf(word: string): boolean | undefined {
  return meanings().get(word.toLowerCase());
}
