/** Language catalogues as a recipe changes them. */
import type { Message } from '#core/language/message.ts';

export type Sections = Record<string, Record<string, Message>>;

const SMALL_NUMBERS = Array.from({ length: 200 }, (_, n) => n);

/** The plural forms that a language has for the numbers of daily life. */
export function pluralFormsOf(language: string): string[] {
  const rules = new Intl.PluralRules(language);
  return [...new Set(SMALL_NUMBERS.map((n) => rules.select(n)))].sort();
}

function withFormsOf(message: Message, language: string): Message {
  if (typeof message === 'string') return message;
  const forms = pluralFormsOf(language).map((form) => [
    form,
    form === 'one' && message.one ? message.one : message.other,
  ]);
  return { ...Object.fromEntries(forms), other: message.other };
}

/** English sentences in the plural forms of another language, to be translated one by one. */
export function toBeTranslated(english: Sections, language: string): Sections {
  return Object.fromEntries(
    Object.entries(english).map(([section, entries]) => [
      section,
      Object.fromEntries(
        Object.entries(entries).map(([key, message]) => [key, withFormsOf(message, language)]),
      ),
    ]),
  );
}

/** A catalogue with one more message, last in its section. */
export function withMessage(sections: Sections, section: string, key: string, message: Message): Sections {
  return { ...sections, [section]: { ...sections[section], [key]: message } };
}
