/**
 * Makes a customer card. Every field is taken by name: what this file does not name stays with the manager, whatever
 * a later directory adds. Ids that other customers could have left a trace in are replaced by plain words.
 */
import { clockOf, type DirectoryBook, rulebookOf } from '../engagement/book.ts';
import type { Directory } from '../engagement/directory-schema.ts';
import { DIRECTORY_FORMAT, DIRECTORY_VERSION } from '../engagement/format.ts';
import type {
  Activity,
  Agreed,
  Contact,
  Customer,
  Engagement,
  Manager,
  NamedCalendar,
  TimeOff,
} from '../engagement/schema.ts';
import { type ProblemOf, problem } from '../problem.ts';
import { owedAnswers } from '../response/owed-answers.ts';
import { weekOf } from '../scope/parts/hours.ts';
import { type DayNumber, formatLocalDate, type LocalDate, mondayOf } from '../time/local-date.ts';
import { HOUR_MS } from '../time/units.ts';
import { CARD_FORMAT, CARD_VERSION, type CustomerCard } from './card.ts';
import { limitsForCard, rulebookForCard } from './rulebook-for-card.ts';

/** Days off are carried for so long before and after the card's date: enough for every answer owed and the next year. */
const DAYS_BEFORE = 60;
const DAYS_AFTER = 400;

/** What a manager may let the customer see of their own engagement beside its terms. */
export interface Shared {
  /** Who deals directly with the service manager. */
  contacts?: boolean;
  /** The sum of the hours of the running week, and nothing of what they were for. */
  hours?: boolean;
}

/**
 * The card of one engagement. It carries nothing of any other customer or engagement, no internal note, no cases but
 * those on which an answer is owed, and contacts and the week's hours only where they are shared.
 * @example
 * const book = openDirectory({ format: 'dueline-directory', version: 1, rulebook: { use: 'service-management' }, calendars: [], managers: [], customers: [], engagements: [] });
 * makeCard(book, 'E-1', 0).code // 'missing-entry'
 */
export function makeCard(
  book: DirectoryBook,
  engagementId: string,
  nowMs: number,
  shared: Shared = {},
): CustomerCard | ProblemOf<'missing-entry'> {
  const engagement = book.engagements.get(engagementId);
  if (!engagement) {
    return problem('missing-entry', [], { entry: CARD_FORMAT, kind: 'engagement', id: engagementId });
  }
  const clock = clockOf(book, engagement);
  const today = clock.localDayOf(nowMs);
  const near: Near = [formatLocalDate(today - DAYS_BEFORE), formatLocalDate(today + DAYS_AFTER)];
  const manager = book.managers.get(engagement.manager)!;
  const backup = book.managers.get(engagement.backup ?? manager.backup ?? '');
  const calendar = book.directory.calendars.find(({ id }) => id === engagement.calendar)!;
  const directory: Directory = {
    format: DIRECTORY_FORMAT,
    version: DIRECTORY_VERSION,
    rulebook: rulebookForCard(book.directory.rulebook, rulebookOf(book.directory), engagement),
    calendars: [calendarForCard(calendar, engagement, near)],
    managers: [person('manager', manager), ...(backup ? [person('backup', backup)] : [])],
    customers: [{ id: 'customer', name: customerOf(book, engagement).name }],
    engagements: [
      {
        ...engagementForCard(engagement, backup !== undefined),
        contacts: shared.contacts ? contactsForCard(engagement, formatLocalDate(today)) : undefined,
      },
    ],
    cases: casesForCard(book, engagement, nowMs),
    activities: shared.hours ? weekForCard(book, engagement, today) : undefined,
    timeOff: [
      ...timeOff('manager', book.timeOffOf.get(manager.id), near),
      ...(backup ? timeOff('backup', book.timeOffOf.get(backup.id), near) : []),
    ],
  };
  return { format: CARD_FORMAT, version: CARD_VERSION, issued: new Date(nowMs).toISOString(), directory };
}

type Near = readonly [from: LocalDate, until: LocalDate];

function customerOf(book: DirectoryBook, engagement: Engagement): Customer {
  return book.customers.get(engagement.customer)!;
}

function person(id: 'manager' | 'backup', { name, email, phone }: Manager): Manager {
  return { id, name, email, phone };
}

/** When somebody is away, never why. */
function timeOff(manager: string, entries: readonly TimeOff[] | undefined, near: Near): TimeOff[] {
  return (entries ?? [])
    .filter(({ from, until }) => from <= near[1] && near[0] <= until)
    .map(({ from, until }) => ({ manager, from, until }));
}

function engagementForCard(engagement: Engagement, hasBackup: boolean): Engagement {
  const { id, name, tier, deployment, from, until, language, agreed, changes } = engagement;
  return {
    id,
    customer: 'customer',
    manager: 'manager',
    backup: hasBackup ? 'backup' : undefined,
    calendar: 'calendar',
    name,
    tier,
    deployment,
    from,
    until,
    language,
    agreed: agreed && agreedForCard(agreed),
    changes: changes?.map((change) => ({
      from: change.from,
      tier: change.tier,
      agreed: change.agreed && agreedForCard(change.agreed),
    })),
  };
}

function contactsForCard({ contacts = [] }: Engagement, today: LocalDate): Contact[] {
  return contacts
    .filter(({ until }) => until === undefined || today <= until)
    .map(({ name, email, from, until }) => ({ name, email, from, until }));
}

/** The week so far as one figure: on which day and for what is the vendor's own record. */
function weekForCard(book: DirectoryBook, engagement: Engagement, today: DayNumber): Activity[] {
  const { ms } = weekOf(book, engagement, mondayOf(today));
  if (ms === 0) return [];
  return [{ id: 'week', engagement: engagement.id, date: formatLocalDate(today), hours: ms / HOUR_MS }];
}

function agreedForCard({ target, limits, language, source }: Agreed): Agreed {
  return {
    target: target && { businessDays: target.businessDays, businessHours: target.businessHours },
    limits: limits && limitsForCard(limits),
    language,
    source,
  };
}

/** Public holidays keep their names; why the office is closed or shorter otherwise is the office's own matter. */
function calendarForCard(calendar: NamedCalendar, engagement: Engagement, near: Near): NamedCalendar {
  const { zone, week, holidays, overrides, nominalDayHours, source } = calendar;
  const isNear = ({ date }: { date: string }) => near[0] <= date && date <= near[1];
  return {
    id: 'calendar',
    zone,
    week,
    nominalDayHours,
    // A calendar may be shared: where its hours are agreed is then told by this engagement's own contract.
    source: source === undefined ? undefined : (engagement.agreed?.source ?? engagement.id),
    holidays: holidays?.filter(isNear).map(({ date, name, kind }) => ({
      date,
      kind,
      name: (kind ?? 'holiday') === 'holiday' ? name : undefined,
    })),
    overrides: overrides?.filter(isNear).map(({ date, spans }) => ({
      date,
      spans: spans.map(({ from, to }) => ({ from, to })),
    })),
  };
}

/** The cases on which an answer is owed, with what is needed to say until when. */
function casesForCard(
  book: DirectoryBook,
  engagement: Engagement,
  nowMs: number,
): NonNullable<Directory['cases']> {
  return owedAnswers(book, engagement, { nowMs }).map(({ entry, inquiries }) => ({
    id: entry.id,
    engagement: engagement.id,
    status: entry.status,
    subject: entry.subject,
    link: entry.link,
    inquiries: inquiries.map(({ received }) => ({ received: new Date(received![0]).toISOString() })),
  }));
}
