/** The language of the surfaces, and the words of one surface in it. */
import { browser } from 'wxt/browser';
import { CATALOGUES, type Language, languageFor } from '#core/language/index.ts';
import type { Message } from '#core/language/message.ts';
import type { Spoken, Words } from '../platform/said.ts';
import { languageItem } from '../state/settings.ts';
import { policy } from './policy.ts';

type Section = keyof (typeof CATALOGUES)['en'];

export async function surfaceLanguage(): Promise<Language> {
  const chosen = (await policy()).language ?? (await languageItem.getValue());
  return chosen ?? languageFor([browser.i18n.getUILanguage()]);
}

/** The words of some sections, and nothing else of the catalogue. */
export function spoken(language: Language, sections: readonly Section[]): Spoken {
  const words: Words = {};
  for (const section of sections) {
    for (const [key, message] of Object.entries<Message>(CATALOGUES[language][section])) {
      words[`${section}.${key}`] = message;
    }
  }
  return { language, words };
}

export const OVERLAY_WORDS: Section[] = [
  'overlay',
  'state',
  'method',
  'frequency',
  'match',
  'source',
  'unread',
];
export const LIST_WORDS: Section[] = ['list', 'overlay', 'state'];
export const MAPPING_WORDS: Section[] = ['mapping', 'source'];
export const POPUP_WORDS: Section[] = ['card', 'popup', 'overlay', 'state', 'method', 'frequency'];
export const OPTIONS_WORDS: Section[] = [
  'calendar',
  'card',
  'mapping',
  'options',
  'problem',
  'remind',
  'rulebook',
  'sheets',
  'welcome',
];
