/** A catalogue entry: one sentence with `{placeholders}`, or one for each plural form of its `count`. */
export type PluralMessage = { other: string } & Partial<
  Record<'zero' | 'one' | 'two' | 'few' | 'many', string>
>;
export type Message = string | PluralMessage;
export type MessageValues = Record<string, string | number>;

const PLACEHOLDER = /\{(\w+)\}/g;

/**
 * Puts values into a message, numbers in the language's own digits and separators. The plural form is chosen
 * by the value `count`. A placeholder without a value stays as it is, so that a test can find it.
 * @example
 * formatMessage({ one: '{count} case', other: '{count} cases' }, { count: 2 }, 'en') // '2 cases'
 */
export function formatMessage(message: Message, values: MessageValues, language: string): string {
  const sentence =
    typeof message === 'string'
      ? message
      : (message[pluralRules(language).select(Number(values.count))] ?? message.other);
  if (!sentence.includes('{')) return sentence;
  return sentence.replace(PLACEHOLDER, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numberFormat(language).format(value) : isolated(value);
  });
}

/** Letters written from right to left, and the marks that turn a direction. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A value that turns the direction of writing turns its own: between isolates, one more for each end within it, and
 * ended as often as it opens some, whatever it leaves open ends with it.
 */
function isolated(value: string): string {
  if (!TURNS.test(value)) return value;
  const opened = value.split(/[\u2066-\u2068]/);
  return '\u2068'.repeat(value.split('\u2069').length) + value + '\u2069'.repeat(opened.length);
}

/** Making one costs more than a hundred uses of it. */
function oncePerLanguage<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const fresh = make(language);
    made.set(language, fresh);
    return fresh;
  };
}

const pluralRules = oncePerLanguage((language) => new Intl.PluralRules(language));
const numberFormat = oncePerLanguage((language) => new Intl.NumberFormat(language));
