/** The rows of a directory, as they stand in the workbook. */
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Activity, Case, Contact, Engagement, NamedCalendar } from '../engagement/schema.ts';
import { termOf } from '../language/term.ts';
import { hoursByWeek } from '../scope/weekly-hours.ts';
import type { BusinessClock } from '../time/business-clock.ts';
import { formatLocalDate, isLocalDate, type LocalDate } from '../time/local-date.ts';
import { HOUR_MS, SECOND_MS } from '../time/units.ts';
import { type Cell, type Row, serialOf, serialOfInstant, type TrackerRows } from './rows.ts';
import type { CalendarKind } from './tabs/lists.ts';
import { tierName } from './tabs/rules.ts';
import type { RowWords } from './words.ts';

/** Several names in one cell. */
const SEPARATOR = '; ';

/**
 * Writes a directory's entries as rows, dates as numbers, ids of lists as the workbook's words for them. Where
 * a contract changes by date, its row shows what holds on `today`.
 */
export function directoryRows(book: DirectoryBook, words: RowWords, today: LocalDate): TrackerRows {
  const { directory } = book;
  return {
    customers: directory.customers.map((customer) => ({
      id: customer.id,
      name: customer.name,
      organisations: (customer.organisations ?? []).join(SEPARATOR),
      domains: (customer.domains ?? []).join(SEPARATOR),
      addresses: (customer.addresses ?? []).join(SEPARATOR),
    })),
    managers: directory.managers.map(({ id, name, email, phone, backup }) => ({
      id,
      name,
      email: email ?? null,
      phone: phone ?? null,
      backup: backup ?? null,
    })),
    engagements: directory.engagements.map((engagement) => engagementRow(engagement, book, words, today)),
    contacts: directory.engagements.flatMap((engagement) =>
      (engagement.contacts ?? []).map((contact) => contactRow(engagement.id, contact)),
    ),
    cases: (directory.cases ?? []).map((entry) => ({
      id: entry.id,
      engagement: entry.engagement,
      subject: entry.subject ?? null,
      status: words.text(`tracker.case-${entry.status}`),
      severity: entry.severity ?? null,
      opened: dateCell(entry.opened),
      closed: dateCell(entry.closed),
      link: entry.link ?? null,
    })),
    inquiries: (directory.cases ?? []).flatMap((entry) => inquiryRows(entry, book)),
    activities: (directory.activities ?? []).flatMap((activity) => activityRows(activity, book, words)),
    decisions: (directory.decisions ?? []).map((entry) => ({
      date: dateCell(entry.at.slice(0, 'yyyy-mm-dd'.length)),
      decision: words.text(`tracker.decision-${entry.decision}`),
      engagement: entry.engagement ?? null,
      ticket: entry.ticket ?? null,
      by: entry.by,
      reason: entry.reason ?? null,
      at: entry.at,
      about: entry.about,
      id: entry.id,
    })),
    calendar: [
      ...directory.calendars.flatMap((calendar) => calendarRows(calendar, words)),
      ...(directory.timeOff ?? []).map((off) => ({
        from: dateCell(off.from),
        until: dateCell(off.until),
        kind: kindName('time-off', words),
        manager: off.manager,
        name: off.reason ?? null,
      })),
    ],
  };
}

function engagementRow(engagement: Engagement, book: DirectoryBook, words: RowWords, today: LocalDate): Row {
  const inForce = [...(engagement.changes ?? [])]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .filter((change) => change.from <= today);
  const tierId = inForce.reduce((id, change) => change.tier ?? id, engagement.tier);
  const agreed = inForce.reduce((terms, change) => change.agreed ?? terms, engagement.agreed);
  const tier = book.rulebook.tiers.find(({ id }) => id === tierId);
  return {
    id: engagement.id,
    customer: engagement.customer,
    name: engagement.name ?? null,
    tier: tier ? tierName(tier, words) : tierId,
    manager: engagement.manager,
    backup: engagement.backup ?? null,
    from: dateCell(engagement.from),
    until: dateCell(engagement.until),
    calendar: engagement.calendar,
    language: engagement.language ?? null,
    agreedContacts: agreed?.limits?.contacts?.limit ?? null,
    agreedCases: agreed?.limits?.casesInHand?.limit ?? null,
    agreedHours: agreed?.limits?.weeklyHours?.limit ?? null,
    agreedIn: agreed?.source ?? null,
  };
}

/** On the engagement's own wall. */
function inquiryRows({ id, engagement, inquiries = [] }: Case, book: DirectoryBook): Row[] {
  const clock = clockOf(book, book.engagements.get(engagement)!);
  const wall = (at: string | undefined) => (at === undefined ? null : timeCell(at, clock));
  return inquiries.map(({ received, answered }) => ({
    case: id,
    received: wall(received),
    answered: wall(answered),
  }));
}

/** Whole seconds. */
function timeCell(at: string, clock: BusinessClock): Cell {
  const wholeMs = Math.floor(Date.parse(at) / SECOND_MS) * SECOND_MS;
  return serialOfInstant(wholeMs, (ms) => clock.wallOf(ms) - ms);
}

function contactRow(engagement: string, contact: Contact): Row {
  return {
    engagement,
    name: contact.name ?? null,
    email: contact.email ?? null,
    from: dateCell(contact.from),
    until: dateCell(contact.until),
  };
}

/** One row, or one for each week where the work ran over the end of one. */
function activityRows(activity: Activity, book: DirectoryBook, words: RowWords): Row[] {
  const row = (date: LocalDate | undefined, hours: number): Row => ({
    id: activity.id,
    date: dateCell(date),
    engagement: activity.engagement,
    hours,
    deliverable: deliverableName(activity.deliverable, book, words),
    method: activity.method === undefined ? null : words.text(`method.${activity.method}`),
    language: activity.language ?? null,
    weeklyCall: activity.weeklyCall ? words.text('tracker.yes') : null,
    priorNotice: activity.priorNotice ? words.text('tracker.yes') : null,
    case: activity.case ?? null,
    note: activity.note ?? null,
  });
  const startMs = Date.parse(activity.at ?? '');
  if (activity.date !== undefined || !Number.isFinite(startMs)) return [row(activity.date, activity.hours)];
  const clock = clockOf(book, book.engagements.get(activity.engagement)!);
  return hoursByWeek([activity], clock).map((week, index) =>
    row(formatLocalDate(index === 0 ? clock.localDayOf(startMs) : week.monday), week.ms / HOUR_MS),
  );
}

function deliverableName(id: string | undefined, book: DirectoryBook, words: RowWords): Cell {
  if (id === undefined) return null;
  const entry = book.rulebook.deliverables.find((candidate) => candidate.id === id);
  return entry ? termOf('deliverable', entry, words.language) : id;
}

function calendarRows(calendar: NamedCalendar, words: RowWords): Row[] {
  return (calendar.holidays ?? []).map((day) => ({
    from: dateCell(day.date),
    until: null,
    kind: kindName(day.kind ?? 'holiday', words),
    calendar: calendar.id,
    name: day.name ?? null,
  }));
}

function kindName(kind: CalendarKind, words: RowWords): string {
  return words.text(`tracker.kind-${kind}`);
}

/** A number that shows as the date; text that is no date stays as it was written. */
function dateCell(date: LocalDate | undefined): Cell {
  if (date === undefined) return null;
  return isLocalDate(date) ? serialOf(date) : date;
}
