/** The texts of a store's listing, from the catalogue: one file for each language. */
import { LANGUAGES, type Language, translator } from '#core/language/index.ts';

/** The shortest that a store allows for the summary. */
export const MOST_SUMMARY = 132;
const DOORS = ['support', 'manager', 'customer'] as const;

export function listingOf(language: Language): string {
  const translate = translator(language);
  return [
    '# Dueline',
    translate('store.summary'),
    translate('welcome.about'),
    DOORS.map(
      (door) => `- **${translate(`welcome.door-${door}`)}** ${translate(`welcome.door-${door}-about`)}`,
    ).join('\n'),
    translate('welcome.privacy'),
    translate('calendar.source'),
    '',
  ].join('\n\n');
}

export const LISTED: readonly Language[] = LANGUAGES;
