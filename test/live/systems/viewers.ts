/** One account a language, each in a zone of its own: whoever reads a page in another zone is hours off. */
import type { Language } from '#core/language/index.ts';
import type { Viewer } from './system.ts';

const ZONES: Record<Language, string> = {
  de: 'Europe/Berlin',
  en: 'America/New_York',
  es: 'Europe/Madrid',
  it: 'Europe/Rome',
  ko: 'Asia/Seoul',
  'zh-CN': 'Asia/Shanghai',
};

export const viewersFor = (languages: readonly Language[]): Viewer[] =>
  languages.map((language) => {
    const login = `viewer-${language.toLowerCase()}`;
    return {
      login,
      password: `${login}-Pass1`,
      name: `Viewer ${language}`,
      email: `${login}@live.example`,
      language,
      zone: ZONES[language],
    };
  });
