/** A tracker's people, engagements and limits as rows of the portfolio: read by core, so that core's reading holds. */
import type { Engagement } from '#core';
import { hoursToMs } from '#core/cadence/worked.ts';
import type { Rulebook } from '#core/rulebook/schema.ts';
import { awayDaysOf } from '#core/scope/parts/away.ts';
import { formatLocalDate } from '#core/time/local-date.ts';
import {
  asReadOnSheet,
  type OpenTracker,
  openTracker,
  type Row,
  textOf,
  wordsOf,
} from '#core/tracker/index.ts';
import { checkContacts } from '#core/tracker/verdict/contacts.ts';
import { addressOf } from '#core/tracker/verdict/read-cell.ts';
import type { SheetLimit } from '#core/tracker/verdict/sheet-book.ts';
import { trackerAnswers } from './answers.ts';
import type { TrackerFolder } from './folder.ts';
import type { TableName, TableRow } from './layout.ts';

export type SmallTables = { [T in Exclude<TableName, LoadedLater>]: TableRow<T>[] };
type LoadedLater = 'activities' | 'cases' | 'trackers';

export interface SmallOptions {
  tracker: number;
  rulebook: Rulebook;
  nowMs: number;
  /** A region for a calendar's name; without one, that of its zone. */
  regions: ReadonlyMap<string, string>;
}

const AREA = /^([A-Za-z]+)\//;

export function smallTables(folder: TrackerFolder, options: SmallOptions): SmallTables {
  const { tracker, rulebook } = options;
  const { businessDay, warnFromShare: share } = folder.named;
  const open = openTracker(folder.rows, {
    rulebook: asReadOnSheet(rulebook, businessDay),
    ...(typeof share === 'number' && share > 0 ? { warnFromShare: share } : {}),
    words: wordsOf(folder.language),
    rulesRows: folder.rows.rules ?? [],
    nowMs: options.nowMs,
    firstRowOf: () => 2,
  });
  const peaks = checkContacts(open.sheet).peaks;
  return {
    answers: folder.answers?.map((row) => answerOf(row, tracker)) ?? rememberedIn(folder, open, options),
    engagements: open.book.directory.engagements.map((engagement) =>
      engagementOf(engagement, { ...options, open, peaks }),
    ),
    managers: managersOf(open, tracker),
    time_off: [...open.book.timeOffOf.keys()].flatMap((manager) =>
      awayDaysOf(open.book, manager).map(({ fromDay, untilDay }) => ({
        tracker,
        manager: managerKey(open, manager)!,
        from_date: formatLocalDate(fromDay),
        until_date: formatLocalDate(untilDay - 1),
      })),
    ),
  };
}

/** Most trackers keep none, and calendars take long to open. */
function rememberedIn({ rows }: TrackerFolder, open: OpenTracker, { tracker, nowMs }: SmallOptions) {
  return rows.inquiries ? trackerAnswers(open, tracker, nowMs) : [];
}

const keyOf = (row: Row | undefined) => textOf(row?.id).toLowerCase();

/** Inside a sheet's directory managers are called by their places; what has no place is nobody. */
function managerKey({ sheet }: OpenTracker, place: string | undefined): string | null {
  return place === undefined ? null : keyOf(sheet.rows.managers?.[Number(place)]) || null;
}

function managersOf({ sheet }: OpenTracker, tracker: number): TableRow<'managers'>[] {
  return (sheet.rows.managers ?? []).flatMap((row, place) => {
    const manager = keyOf(row);
    if (sheet.managerAt(manager) !== place) return [];
    // The same address is the same person, in whatever tracker.
    const person = addressOf(row.email) || `${tracker} ${manager}`;
    return { tracker, manager, person, name: textOf(row.name) || textOf(row.id) };
  });
}

interface EngagementOptions extends SmallOptions {
  open: OpenTracker;
  peaks: ReadonlyMap<number, number>;
}

function engagementOf(
  { id, tier, manager, backup, from, until, language }: Engagement,
  { open, peaks, tracker, regions }: EngagementOptions,
): TableRow<'engagements'> {
  const place = Number(id);
  const { row, limits, tier: tierPlace } = open.sheet.engagements[place]!;
  const hours = limitOf(limits.weeklyHours);
  const stands = backup ?? open.book.managers.get(manager)?.backup;
  return {
    tracker,
    engagement: keyOf(row),
    name: textOf(row.name) || textOf(row.id),
    customer: customerName(open, row),
    tier: tierPlace < 0 ? null : tier,
    region: regionOf(textOf(row.calendar), regions),
    language: language ?? null,
    manager: managerKey(open, manager),
    backup: managerKey(open, stands),
    from_date: from ?? null,
    until_date: until ?? null,
    contacts_peak: peaks.get(place) ?? 0,
    contacts_limit: limitOf(limits.contacts),
    cases_limit: limitOf(limits.casesInHand),
    hours_limit_ms: hours === null ? null : hoursToMs(hours),
    warn_from: open.book.rulebook.readings.warnFromShare,
  };
}

const limitOf = (limit: SheetLimit) => (typeof limit === 'number' ? limit : null);

function customerName({ sheet }: OpenTracker, row: Row): string {
  const id = textOf(row.customer);
  if (id === '') return '';
  const known = (sheet.rows.customers ?? []).find((customer) => keyOf(customer) === id.toLowerCase());
  return textOf(known?.name) || id;
}

function regionOf(calendar: string, regions: ReadonlyMap<string, string>): string | null {
  const area = AREA.exec(calendar)?.[1];
  return regions.get(calendar.toLowerCase()) ?? area ?? (calendar === '' ? null : calendar);
}

function answerOf(row: Row, tracker: number): TableRow<'answers'> {
  const ms = (id: string) => (row[id] ? Date.parse(String(row[id])) : null);
  return {
    tracker,
    engagement: textOf(row.engagement).toLowerCase(),
    received_ms: ms('received'),
    due_ms: ms('due'),
    answered_ms: ms('answered'),
    is_closed: row.closed === 'TRUE',
  };
}
