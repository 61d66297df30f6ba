/** Accounts in several languages, each in a zone of its own: whoever reads a page in another zone is hours off. */
import type { Language } from '#core/language/index.ts';
import { isStaff, type PersonId } from './people.ts';
import type { Account, Viewer } from './system.ts';

const ZONES: Partial<Record<Language, string>> = {
  de: 'Europe/Berlin',
  en: 'America/New_York',
  es: 'Europe/Madrid',
  it: 'Europe/Rome',
  ko: 'Asia/Seoul',
  'zh-CN': 'Asia/Shanghai',
};

/** Languages in which a customer looks at the same tickets, where the system has them. */
const CUSTOMERS: readonly Language[] = ['de', 'it'];

export const viewersFor = (languages: readonly Language[]): Viewer[] => [
  ...languages.map((language) => viewerOf('staff', language)),
  ...CUSTOMERS.map((language) => viewerOf('customer', language)),
];

export function viewerOf(side: Viewer['side'], language: Language): Viewer {
  const login = `${side === 'staff' ? 'viewer' : 'customer'}-${language.toLowerCase()}`;
  const email = `${login}@live.example`;
  return {
    ...{ side, login, password: passwordOf(login), email, language, zone: ZONES[language] ?? 'UTC' },
    name: `${side === 'staff' ? 'Viewer' : 'Customer'} ${language}`,
  };
}

const passwordOf = (login: string): string => `${login}-Pass1`;

/** Those who write in the tickets see times as they are in Berlin. */
export const WRITERS_ZONE = 'Europe/Berlin';

export const accountOf = (id: PersonId): Account & { staff: boolean } => ({
  login: id,
  password: passwordOf(id),
  staff: isStaff(id),
});
