/** Answers the options page. */
import type { DirectoryBook } from '#core/engagement/book.ts';
import { LANGUAGES, type Language, translator } from '#core/language/index.ts';
import { termOf } from '#core/language/term.ts';
import { isProblem, type Problem } from '#core/problem.ts';
import { zoneOf } from '#core/time/zone.ts';
import type { DirectoryCheck, DirectorySummary, OptionsAnswer } from '../platform/messages.ts';
import { languageItem, picksItem, sitesItem, update } from '../state/settings.ts';
import { saidChanges } from './changes.ts';
import { bookBefore, currentDirectory, type Opened } from './directory.ts';
import { sayProblems } from './say.ts';
import { viewSettings } from './settings/view.ts';
import { OPTIONS_WORDS, spoken, surfaceLanguage } from './speak.ts';

export async function answerOptions(version: string): Promise<OptionsAnswer> {
  const [current, before, language, chosenLanguage, sites, picks] = await Promise.all([
    currentDirectory(),
    bookBefore(),
    surfaceLanguage(),
    languageItem.getValue(),
    sitesItem.getValue(),
    picksItem.getValue(),
  ]);
  return {
    kind: 'options',
    ...spoken(language, OPTIONS_WORDS),
    version,
    chosenLanguage,
    languages: LANGUAGES.map((id) => ({ id, name: languageName(id) })),
    directory: current.book && summaryOf(current.book, language),
    problems: sayProblems(current.problems, translator(language)),
    before: before && summaryOf(before, language),
    zones: Object.fromEntries(
      Object.entries(sites).flatMap(([site, { zone }]) => (zone === undefined ? [] : [[site, zone]])),
    ),
    picks: Object.keys(picks).length,
    settings: await viewSettings(current.book),
  };
}

/** What a text contains or what is wrong with it; `inUse`: what it would change there. */
export async function sayCheck(
  { book, problems }: Opened,
  inUse: DirectoryBook | null,
): Promise<DirectoryCheck> {
  const language = await surfaceLanguage();
  const translate = translator(language);
  return {
    kind: 'directory-check',
    summary: book && summaryOf(book, language),
    changes: book && inUse && saidChanges(inUse.directory, book.directory, translate),
    problems: sayProblems(problems, translate),
  };
}

/** Sets or clears the zone in which a site's times are read. */
export async function setSiteZone(site: string, zone: string | null): Promise<Problem | null> {
  if (zone !== null) {
    const known = zoneOf(zone);
    if (isProblem(known)) return known;
  }
  await update(sitesItem, (sites) => {
    const { zone: _before, ...rest } = sites[site] ?? {};
    return { ...sites, [site]: zone === null ? rest : { ...rest, zone } };
  });
  return null;
}

/** A language in its own words. */
function languageName(id: string): string {
  return new Intl.DisplayNames(id, { type: 'language' }).of(id) ?? id;
}

const MOST_CUSTOMERS_SHOWN = 200;

function summaryOf(book: DirectoryBook, language: Language): DirectorySummary {
  const { directory } = book;
  const engagements = (customer: string) =>
    directory.engagements
      .filter((engagement) => engagement.customer === customer)
      .map(({ id, tier, manager }) => ({
        id,
        tier: termOf(
          'tier',
          book.rulebook.tiers.find((entry) => entry.id === tier) ?? { id: tier },
          language,
        ),
        manager: book.managers.get(manager)?.name ?? manager,
      }));
  return {
    name: directory.name ?? null,
    engagements: directory.engagements.length,
    customers: directory.customers
      .slice(0, MOST_CUSTOMERS_SHOWN)
      .map(({ id, name }) => ({ name, engagements: engagements(id) })),
    customerCount: directory.customers.length,
    managers: directory.managers.length,
    calendars: directory.calendars.length,
    cases: directory.cases?.length ?? 0,
    activities: directory.activities?.length ?? 0,
  };
}
