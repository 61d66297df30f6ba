/** What a sheet, a file or a service says must not steer the terminal that shows it. */
import type { MessageKey, Translate } from '#core';
import type { MessageValues } from '#core/language/message.ts';
import type { Edge } from './command.ts';

/** What moves the cursor, colours, rings or renames; lines and tabs are a page's own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** What turns the text around it, or begins another line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const BREAKING = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** The edge, on which nothing of that kind is ever shown. */
export function plainEdge(edge: Edge): Edge {
  return {
    ...edge,
    out: (line) => edge.out(line.replace(STEERING, ' ')),
    note: (line) => edge.note(line.replace(STEERING, ' ')),
  };
}

/** A text of somebody's within a line of ours: it stays in that line, and never passes for one of its own. */
export function inLine(text: string): string {
  return text.replace(BREAKING, ' ');
}

/** Sentences in which what somebody has called a file, a tab or a tracker stays in its line. */
export function plainTranslate(translate: Translate): Translate {
  const say = (key: MessageKey, values: MessageValues = {}) =>
    translate(
      key,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'string' ? inLine(value) : value,
        ]),
      ),
    );
  return Object.assign(say, { language: translate.language });
}
