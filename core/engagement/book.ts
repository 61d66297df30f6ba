/** A directory made ready for questions: clocks compiled, entries indexed by what they are looked up by. */
import { isProblem, type Problem } from '../problem.ts';
import { checkRulebook } from '../rulebook/check-rulebook.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import { serviceManagement } from '../rulebook/service-management.ts';
import { type BusinessClock, compileCalendar } from '../time/business-clock.ts';
import { checkReferences } from './check-references.ts';
import type { Directory } from './directory-schema.ts';
import { onClause, type Rest } from './rest.ts';
import type { Activity, Case, Customer, Engagement, Manager, TimeOff } from './schema.ts';
import { type Terms, termsOn } from './terms.ts';

export interface DirectoryBook {
  /** The book of which this one lists a part of the engagements and managers; all else is the whole one's. */
  whole?: DirectoryBook;
  directory: Directory;
  rulebook: Rulebook;
  clocks: ReadonlyMap<string, BusinessClock>;
  managers: ReadonlyMap<string, Manager>;
  customers: ReadonlyMap<string, Customer>;
  engagements: ReadonlyMap<string, Engagement>;
  casesOf: ReadonlyMap<string, readonly Case[]>;
  activitiesOf: ReadonlyMap<string, readonly Activity[]>;
  engagementsOfManager: ReadonlyMap<string, readonly Engagement[]>;
  timeOffOf: ReadonlyMap<string, readonly TimeOff[]>;
}

/**
 * Compiles a directory that `readDirectory` has accepted; every reference, calendar and claim that does not
 * hold comes back as a problem that names its entry.
 * @example
 * const empty = { format: 'dueline-directory', version: 1, rulebook: { use: 'service-management' }, calendars: [], managers: [], customers: [], engagements: [] };
 * openDirectory({ ...empty, managers: [{ id: 'M-1', name: 'Mia', backup: 'M-9' }] })[0].code // 'missing-entry'
 */
export function openDirectory(directory: Directory): DirectoryBook | Problem[] {
  const rulebook = rulebookOf(directory);
  const problems: Problem[] = [
    ...('own' in directory.rulebook ? checkRulebook(rulebook, ['rulebook', 'own']) : []),
    ...checkReferences(directory, rulebook),
  ];
  const clocks = new Map<string, BusinessClock>();
  for (const [index, calendar] of directory.calendars.entries()) {
    const clock = compileCalendar(calendar, ['calendars', index]);
    if (isProblem(clock)) problems.push(clock);
    else clocks.set(calendar.id, clock);
  }
  if (problems.length > 0) return problems;
  return {
    directory,
    rulebook,
    clocks,
    managers: byId(directory.managers),
    customers: byId(directory.customers),
    engagements: byId(directory.engagements),
    casesOf: groupBy(directory.cases ?? [], (entry) => entry.engagement),
    activitiesOf: groupBy(directory.activities ?? [], (entry) => entry.engagement),
    engagementsOfManager: groupBy(directory.engagements, (entry) => entry.manager),
    timeOffOf: groupBy(directory.timeOff ?? [], (entry) => entry.manager),
  };
}

/**
 * The rulebook of a directory: the built-in with its own readings, or the organisation's own.
 * @example
 * rulebookOf({ rulebook: { use: 'service-management', readings: { businessDay: 'end-of-day' } } }).readings.businessDay // 'end-of-day'
 */
export function rulebookOf(directory: Pick<Directory, 'rulebook'>): Rulebook {
  const choice = directory.rulebook;
  if ('own' in choice) return choice.own as Rulebook;
  return {
    ...serviceManagement,
    readings: { ...serviceManagement.readings, ...choice.readings },
  } as Rulebook;
}

/** The clock of an engagement; `openDirectory` has checked that its calendar exists. */
export function clockOf(book: DirectoryBook, engagement: Engagement): BusinessClock {
  return book.clocks.get(engagement.calendar)!;
}

/** What the hours of an engagement rest on: the contract where its calendar names a source, else the clause. */
export function hoursRestOf(book: DirectoryBook, engagement: Engagement): Rest {
  const source = book.directory.calendars.find(({ id }) => id === engagement.calendar)?.source;
  return source === undefined
    ? onClause(book.rulebook.availability.clauses.hours)
    : { kind: 'contract', source };
}

/** The engagement's terms for what is received at an instant. */
export function termsAt(book: DirectoryBook, engagement: Engagement, atMs: number): Terms {
  return termsOn(engagement, book.rulebook, clockOf(book, engagement).localDateOf(atMs));
}

function byId<T extends { id: string }>(entries: readonly T[]): Map<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function groupBy<T>(entries: readonly T[], keyOf: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
