/** A surface's words, as the background sent them. */
import { formatMessage, type MessageValues } from '#core/language/message.ts';
import type { Spoken } from '../platform/said.ts';

export type Say = ((key: string, values?: MessageValues) => string) & {
  language: string;
  has: (key: string) => boolean;
};

/** Says messages in the language of an answer. A key that is missing shows as itself, for a test to find. */
export function sayIn({ language, words }: Spoken): Say {
  const say = (key: string, values: MessageValues = {}) => {
    const message = words[key];
    return message === undefined ? key : formatMessage(message, values, language);
  };
  return Object.assign(say, { language, has: (key: string) => Object.hasOwn(words, key) });
}
