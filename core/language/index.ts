/** The languages, alphabetical by their code. `en` is the reference that the others are held to. */
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };
import { formatMessage, type Message, type MessageValues } from './message.ts';
import zhCN from './zh-CN.json' with { type: 'json' };

type Reference = typeof en;
/** The sections and keys of the reference; each language chooses its own plural forms. */
export type Catalogue = { [S in keyof Reference]: { [K in keyof Reference[S]]: Message } };
export type Language = 'de' | 'en' | 'es' | 'it' | 'ko' | 'zh-CN';

export const CATALOGUES: Record<Language, Catalogue> = { de, en, es, it, ko, 'zh-CN': zhCN };
export const LANGUAGES = Object.keys(CATALOGUES) as Language[];

/** Formats the message at `section.key`, in one language. */
export type Translate = ((key: MessageKey, values?: MessageValues) => string) & { language: Language };
export type MessageKey = {
  [S in keyof Reference & string]: `${S}.${keyof Reference[S] & string}`;
}[keyof Reference & string];

/**
 * The best language that we have for what a reader asks for ("de-AT" → "de"), English where none fits.
 * @example
 * languageFor(['fr', 'de-AT']) // 'de'
 * languageFor(['zh-Hans']) // 'zh-CN'
 */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0];
    const found = LANGUAGES.find((language) => language.toLowerCase().split('-')[0] === base);
    if (found) return found;
  }
  return 'en';
}

/**
 * The translator of a language.
 * @example
 * translator('de')('state.overdue') // 'Überfällig'
 */
export function translator(language: Language): Translate {
  const translate = (key: MessageKey, values: MessageValues = {}) => {
    const message = lookUp(language, key);
    return message === undefined ? key : formatMessage(message, values, language);
  };
  return Object.assign(translate, { language });
}

/** The message at a key that may not exist; `section.key`, the key may itself contain dots. */
export function lookUp(language: Language, key: string): Message | undefined {
  const dot = key.indexOf('.');
  const section = (CATALOGUES[language] as unknown as Record<string, Record<string, Message>>)[
    key.slice(0, dot)
  ];
  const name = key.slice(dot + 1);
  return section && Object.hasOwn(section, name) ? section[name] : undefined;
}
