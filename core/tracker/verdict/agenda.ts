/** What to talk about in one engagement's weekly call, as data: nothing of any other customer's is in it. */
import type { Engagement } from '../../engagement/schema.ts';
import { inHandByOpening, isInHand } from '../../scope/cases-in-hand.ts';
import { awayDaysOf, type DayRange } from '../../scope/parts/away.ts';
import { hoursLimitOf, showHours, weekOf } from '../../scope/parts/hours.ts';
import {
  type DayNumber,
  formatLocalDate,
  type LocalDate,
  mondayOf,
  parseLocalDate,
} from '../../time/local-date.ts';
import { dateOfSerial, type Row } from '../rows.ts';
import type { TrackerFinding } from '../violation-rows.ts';
import { findDeliverables } from './find-deliverables.ts';
import { findInTracker } from './find-violations.ts';
import type { OpenTracker } from './open-tracker.ts';
import { textOf } from './read-cell.ts';
import { type Closure, calendarKey, readCalendarTab } from './sheet-calendars.ts';
import { NOBODY } from './sheet-directory.ts';

export interface Agenda {
  /** The engagement's id and its customer, as people wrote them. */
  title: string;
  today: LocalDate;
  /** The oldest first; `ageDays` is unknown where nobody wrote down when it was opened. */
  cases: { id: string; subject: string; status: string; ageDays: number | null; link: string }[];
  lastWeek: { week: string; hours: number; limit: number | null };
  /** What is due or was missed, in the words of the Deliverables tab. */
  deliverables: { name: string; status: string; dueUntil: LocalDate | null; isMissed: boolean }[];
  findings: TrackerFinding[];
  /** Who is away, and when the office is closed, from today to the end of next week. */
  away: { name: string; from: LocalDate; until: LocalDate }[];
  closed: { kind: Closure['kind']; from: LocalDate; until: LocalDate }[];
}

const WEEK = 7;

/** The engagements that an agenda can be made for: their ids, as people wrote them. */
export function agendaIds({ sheet, book }: OpenTracker): string[] {
  return book.directory.engagements
    .map(({ id }) => textOf(sheet.engagements[Number(id)]!.row.id))
    .filter((id) => id !== '');
}

/** The agenda of an engagement, by the id that people gave it; `null` where there is none of that id. */
export function agendaOf(tracker: OpenTracker, id: string): Agenda | null {
  const { sheet, book, today } = tracker;
  const place = sheet.engagementAt(id);
  const engagement = book.engagements.get(String(place));
  if (!engagement) return null;
  const row = sheet.engagements[place]!.row;
  const soon: DayRange = { fromDay: today, untilDay: mondayOf(today) + 2 * WEEK };
  const monday = mondayOf(today) - WEEK;
  const { ms, week } = weekOf(book, engagement, monday);
  const limit = hoursLimitOf(book, engagement, monday)?.limit ?? null;
  const findings = findInTracker(tracker).filter(
    ({ finding: { subject } }) => subject.kind === 'engagement' && subject.id === textOf(row.id),
  );
  return {
    title: findings[0]?.name ?? titleOf(tracker, row),
    today: formatLocalDate(today),
    cases: casesOf(tracker, engagement),
    lastWeek: { week, hours: showHours(ms, limit), limit },
    deliverables: deliverablesOf(tracker, textOf(row.id)),
    findings,
    away: awayIn(tracker, engagement, soon),
    closed: closedIn(tracker, row, soon),
  };
}

function titleOf({ sheet }: OpenTracker, row: Row): string {
  const customer = textOf(row.customer);
  const found = sheet.rows.customers?.find((one) => textOf(one.id).toLowerCase() === customer.toLowerCase());
  return [textOf(row.id), textOf(found?.name) || customer].filter((part) => part !== '').join(' · ');
}

function casesOf({ sheet, book, today }: OpenTracker, { id }: Engagement): Agenda['cases'] {
  const open = (book.casesOf.get(id) ?? []).filter(isInHand);
  return inHandByOpening(open).map((entry) => {
    const row = sheet.rows.cases![Number(entry.id)]!;
    const opened = entry.opened === undefined ? null : parseLocalDate(entry.opened);
    return {
      id: textOf(row.id),
      subject: textOf(row.subject),
      status: textOf(row.status),
      ageDays: typeof opened === 'number' ? today - opened : null,
      link: textOf(row.link),
    };
  });
}

function deliverablesOf(tracker: OpenTracker, id: string): Agenda['deliverables'] {
  return findDeliverables(tracker)
    .filter((row) => row.engagement === id && (row.statusLevel !== 0 || (row.dueUntil ?? null) !== null))
    .map((row) => ({
      name: textOf(row.deliverable),
      status: textOf(row.status),
      dueUntil: typeof row.dueUntil === 'number' ? dateOfSerial(row.dueUntil) : null,
      isMissed: row.statusLevel === 3,
    }));
}

function awayIn(
  { book, sheet }: OpenTracker,
  { manager, backup }: Engagement,
  soon: DayRange,
): Agenda['away'] {
  const people = [manager, backup ?? book.managers.get(manager)?.backup].filter(
    (id): id is string => id !== undefined && id !== NOBODY,
  );
  return people.flatMap((id) => {
    const row = sheet.rows.managers?.[Number(id)];
    const name = textOf(row?.name) || textOf(row?.id);
    return within(awayDaysOf(book, id), soon).map((days) => ({ name, ...datesOf(days) }));
  });
}

function closedIn({ sheet }: OpenTracker, row: Row, soon: DayRange): Agenda['closed'] {
  const key = calendarKey(row);
  const own = readCalendarTab(sheet).closures.filter(({ calendar }) => key !== '' && calendar === key);
  return within(own, soon).map(({ kind, ...days }) => ({ kind, ...datesOf(days) }));
}

/** What of the ranges lies in one, by start. */
function within<T extends DayRange>(ranges: readonly T[], { fromDay, untilDay }: DayRange): T[] {
  return ranges
    .filter((range) => range.fromDay < untilDay && fromDay < range.untilDay)
    .map((range) => ({
      ...range,
      fromDay: Math.max(range.fromDay, fromDay),
      untilDay: Math.min(range.untilDay, untilDay),
    }))
    .sort((a, b) => a.fromDay - b.fromDay);
}

const datesOf = ({ fromDay, untilDay }: { fromDay: DayNumber; untilDay: DayNumber }) => ({
  from: formatLocalDate(fromDay),
  until: formatLocalDate(untilDay - 1),
});
