/** Statuses of the Activities tab, and each engagement's weeks; the adding-up is the scope rule's own. */
import type { Activity } from '../../engagement/schema.ts';
import { termOf } from '../../language/term.ts';
import type { Rulebook } from '../../rulebook/schema.ts';
import { severityOf } from '../../scope/finding.ts';
import { hoursByWeek, hoursToMs, showHours } from '../../scope/weekly-hours.ts';
import { type BusinessClock, compileCalendar } from '../../time/business-clock.ts';
import { isoWeekOf, mondayOf } from '../../time/local-date.ts';
import { dayOfSerial, type Row } from '../rows.ts';
import { YES_NO, yesNoColumns } from '../tabs/activities.ts';
import { METHODS } from '../vocabulary.ts';
import { type Finder, finder } from './finder.ts';
import { isUsed, type ReadDate, readDate, readHours, readYesNo, textOf } from './read-cell.ts';
import { limitText, type RowStatus, SILENT, status, twoDecimals } from './row-status.ts';
import type { SheetBook } from './sheet-book.ts';

const TYPED = [
  'id',
  'date',
  'engagement',
  'hours',
  'deliverable',
  'method',
  'language',
  'weeklyCall',
  'priorNotice',
  'case',
  'note',
];

/** One engagement's week. */
export interface SheetWeek {
  monday: number;
  ms: number;
  /** Entries whose hours cannot be read. */
  bad: number;
}

export interface ActivitiesVerdict {
  statuses: RowStatus[];
  weeks: ReadonlyMap<number, readonly SheetWeek[]>;
  /** Entries without readable hours, by the engagement's place. */
  bad: ReadonlyMap<number, number>;
  /** Entries without readable hours or date, by the engagement's place. */
  unreadable: ReadonlyMap<number, number>;
}

interface Entry {
  engagement: number;
  date: ReadDate | null;
  hours: number | null;
}

export function checkActivities(book: SheetBook, rulebook: Rulebook): ActivitiesVerdict {
  const rows = book.rows.activities ?? [];
  const entries = rows.map((row): Entry => {
    const [date, hours] = [readDate(row.date), readHours(row.hours)];
    return {
      engagement: isUsed(row, TYPED) ? book.engagementAt(textOf(row.engagement)) : -1,
      date: typeof date === 'object' ? date : null,
      hours: typeof hours === 'object' ? hours.hours : null,
    };
  });
  const known = entries.filter(({ engagement }) => engagement >= 0);
  const weeks = weeksOf(known);
  const inWeek = new Map(
    [...weeks].map(([engagement, own]) => [
      engagement,
      new Map(own.map((week) => [week.monday, weekStatus(week, engagement, book)])),
    ]),
  );
  const lists = {
    deliverable: finder(
      rulebook.deliverables.map((entry) => termOf('deliverable', entry, book.words.language)),
    ),
    method: finder(METHODS.map((method) => book.words.text(`method.${method}`))),
  };
  return {
    statuses: rows.map((row, place) => statusOf(row, entries[place]!, { book, inWeek, lists })),
    weeks,
    bad: countBy(known.filter(({ hours }) => hours === null)),
    unreadable: countBy(known.filter(({ hours, date }) => hours === null || date === null)),
  };
}

function weeksOf(entries: readonly Entry[]): Map<number, SheetWeek[]> {
  const clock = compileCalendar({ zone: 'UTC', week: {} }) as BusinessClock;
  const groups = new Map<number, Entry[]>();
  for (const entry of entries) {
    if (entry.date === null) continue;
    const group = groups.get(entry.engagement) ?? [];
    groups.set(entry.engagement, group);
    group.push(entry);
  }
  return new Map(
    [...groups].map(([engagement, group]) => {
      const bad = new Map<number, number>();
      const activities = group.map(({ date, hours }): Activity => {
        if (hours === null) {
          const monday = mondayOfDate(date!);
          bad.set(monday, (bad.get(monday) ?? 0) + 1);
        }
        // The sum does not ask which entry it is.
        return { id: '', engagement: '', date: date!.date, hours: hours ?? 0 };
      });
      const found = hoursByWeek(activities, clock).map(({ monday, ms }) => ({
        monday,
        ms,
        bad: bad.get(monday) ?? 0,
      }));
      return [engagement, found];
    }),
  );
}

interface Context {
  book: SheetBook;
  /** What the weeks have come to, by the engagement's place and their Mondays. */
  inWeek: ReadonlyMap<number, ReadonlyMap<number, RowStatus>>;
  lists: Readonly<Record<'deliverable' | 'method', Finder>>;
}

function statusOf(row: Row, { engagement, date }: Entry, { book, inWeek, lists }: Context): RowStatus {
  if (!isUsed(row, TYPED)) return SILENT;
  const id = textOf(row.engagement);
  if (id === '') return status(1, 'engagement-missing');
  if (engagement < 0) return status(1, 'engagement-unknown', { engagement: id });
  const hours = readHours(row.hours);
  if (hours === 'blank') return status(1, 'hours-missing');
  if (typeof hours === 'string') return status(1, `hours-${hours}`);
  if (readDate(row.date) === 'blank') return status(1, 'date-missing');
  if (date === null) return status(1, 'not-a-date', { column: book.words.header('activities', 'date') });
  const found = inWeek.get(engagement)!.get(mondayOfDate(date))!;
  if (found.level === 3) return found;
  for (const column of ['deliverable', 'method'] as const) {
    const value = textOf(row[column]);
    if (value !== '' && lists[column](value) < 0) return status(1, 'not-in-list', { value });
  }
  if (YES_NO.some((column) => readYesNo(row[column]) === 'unreadable')) {
    return status(1, 'yes-or-no', { columns: yesNoColumns(book.words) });
  }
  return found;
}

const mondayOfDate = ({ serial }: ReadDate) => mondayOf(dayOfSerial(serial));

/** What a week has come to. */
export function weekStatus({ monday, ms, bad }: SheetWeek, engagement: number, book: SheetBook): RowStatus {
  const limit = book.engagements[engagement]!.limits.weeklyHours;
  const week = isoWeekOf(monday);
  const stated = typeof limit === 'number' ? limit : null;
  const used = twoDecimals(showHours(ms, stated), book.words);
  const severity = stated === null ? null : severityOf(ms, hoursToMs(stated), book.warnFromShare);
  const values = { week, used, ...(stated === null ? {} : { limit: limitText(stated, book.words) }) };
  if (severity === 'violation') return status(3, 'week-over', values);
  if (bad > 0) return status(1, 'week-incomplete', { week, used });
  if (limit === 'unknown') return status(1, 'limits-unknown');
  if (limit === null) return status(0, 'week-no-limits', { week, used });
  return severity ? status(2, 'week-near', values) : status(0, 'week-within', values);
}

function countBy(entries: readonly Entry[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { engagement } of entries) counts.set(engagement, (counts.get(engagement) ?? 0) + 1);
  return counts;
}
