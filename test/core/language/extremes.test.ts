/** Each entry of each catalogue with values that nobody had in mind: the sentence stays whole, and says all of them. */
import { describe, expect, test } from 'vitest';
import { CATALOGUES, LANGUAGES, type Language } from '#core/language/index.ts';
import { formatMessage, type Message } from '#core/language/message.ts';

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(5);
const TEXTS = {
  'a very long word': LONG,
  'letters from right to left, and an override that is never closed': 'שלום \u202eabc',
  'what would be a placeholder, a pattern of a replacement and markup': '{count} $& $1 <b>{x}</b>',
  'letters of two parts, and such as are built from several': '👩‍👩‍👧‍👦 각 é',
} as const;
const NUMBERS = [0, 1, 2, 21, 1_234_567.891, -3, 0.005];

function* entriesOf(language: Language): Generator<[where: string, message: Message]> {
  for (const [section, entries] of Object.entries(CATALOGUES[language])) {
    for (const [key, message] of Object.entries(entries as Record<string, Message>))
      yield [`${section}.${key}`, message];
  }
}

const sentencesOf = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message));
const namesIn = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
const valuesFor = (message: Message, value: string | number) =>
  Object.fromEntries(sentencesOf(message).flatMap((each) => namesIn(each).map((name) => [name, value])));

/** What turns the direction of writing comes between a mark that begins its own direction and one that ends it. */
const apart = (text: string) => (text.includes('\u202e') ? `\u2068${text}\u2069` : text);

/** Where the catalogue itself leaves a seam: spaces at an end, two of them, or one before a stop. */
const SEAM = /^\s|\s$|\s{2}|\s[,.;!?](?:\s|$)|\(\s|\s\)|undefined|\[object/;

describe.each(LANGUAGES)('%s', (language) => {
  test('no entry leaves a seam or half a placeholder', () => {
    const wrong = [...entriesOf(language)].flatMap(([where, message]) =>
      sentencesOf(message)
        .filter((sentence) => {
          const rest = sentence.replace(/\{\w+\}/g, 'x');
          return SEAM.test(rest) || (/[{}]/.test(rest) && !where.startsWith('provision.'));
        })
        .map((sentence) => `${where}: ${sentence}`),
    );
    expect(wrong).toEqual([]);
  });

  test.each(Object.entries(TEXTS))(
    '%s comes whole into its place, and nothing of the sentence is lost',
    (_, text) => {
      const wrong: string[] = [];
      for (const [where, message] of entriesOf(language)) {
        const said = formatMessage(message, { ...valuesFor(message, text), count: 2 }, language);
        const template = typeof message === 'string' ? message : pluralOf(message, 2, language);
        const wanted = template
          .split(/(\{\w+\})/)
          .map((part) => {
            if (!/^\{\w+\}$/.test(part)) return part;
            return part === '{count}' ? '2' : apart(text);
          })
          .join('');
        if (said !== wanted) wrong.push(`${where}: ${said.slice(0, 120)}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  test('an empty value leaves no placeholder behind', () => {
    const wrong = [...entriesOf(language)]
      .map(
        ([where, message]) =>
          `${where}: ${formatMessage(message, { ...valuesFor(message, ''), count: 0 }, language)}`,
      )
      .filter((said) => /\{(?:count|\w+Ms|by|when|customer|tier)\}|undefined|NaN/.test(said));
    expect(wrong).toEqual([]);
  });

  test.each(NUMBERS)('%d is written as the language writes it, in every form of every sentence', (number) => {
    const written = new Intl.NumberFormat(language).format(number);
    const wrong: string[] = [];
    for (const [where, message] of entriesOf(language)) {
      const said = formatMessage(message, valuesFor(message, number), language);
      const template = typeof message === 'string' ? message : pluralOf(message, number, language);
      const times = namesIn(template).length;
      if (said.split(written).length - 1 < times || said.includes('NaN')) wrong.push(`${where}: ${said}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** The form that the language takes for a number, asked of the platform and not of what is tested. */
function pluralOf(message: Exclude<Message, string>, number: number, language: Language): string {
  const form = new Intl.PluralRules(language).select(number);
  return message[form] ?? message.other;
}
