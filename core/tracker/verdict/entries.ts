/** Statuses of the tabs that name engagements, managers and customers, and of the Calendar tab. */

import { severityOf } from '../../scope/finding.ts';
import type { Row } from '../rows.ts';
import { CALENDAR_KINDS } from '../tabs/lists.ts';
import { finder } from './finder.ts';
import { isReversed, isUsed, placeIn, readDate, readLimit, textOf } from './read-cell.ts';
import { type RowStatus, SILENT, status } from './row-status.ts';
import type { SheetBook, SheetEngagement } from './sheet-book.ts';

const AGREED = ['agreedContacts', 'agreedCases', 'agreedHours'];
const ENGAGEMENT = [
  'id',
  'customer',
  'name',
  'tier',
  'manager',
  'backup',
  'from',
  'until',
  'calendar',
  'language',
  ...AGREED,
  'agreedIn',
];

export function checkEngagements(book: SheetBook): RowStatus[] {
  return book.engagements.map((entry, place) => {
    const { row } = entry;
    if (!isUsed(row, ENGAGEMENT)) return SILENT;
    return (
      idStatus(row, place, book.engagementAt) ??
      tierStatus(entry) ??
      managerStatus(row, 'manager', book, 'manager-missing') ??
      managerStatus(row, 'backup', book) ??
      periodStatus(row, 'engagements', book) ??
      agreedStatus(row, book) ??
      status(0, 'ok')
    );
  });
}

function tierStatus({ row, tier }: SheetEngagement): RowStatus | null {
  const value = textOf(row.tier);
  if (value === '') return status(1, 'tier-missing');
  return tier < 0 ? status(1, 'not-in-list', { value }) : null;
}

/** A manager who is named has to be among the Managers; whether one has to be named is `whenMissing`'s to say. */
function managerStatus(
  row: Row,
  column: string,
  book: SheetBook,
  whenMissing: string | null = null,
): RowStatus | null {
  const manager = textOf(row[column]);
  if (manager === '') return whenMissing === null ? null : status(1, whenMissing);
  return book.managerAt(manager) < 0 ? status(1, 'manager-unknown', { manager }) : null;
}

function agreedStatus(row: Row, { words }: SheetBook): RowStatus | null {
  const wrong = AGREED.find((column) => (row[column] ?? '') !== '' && readLimit(row[column]) === null);
  return wrong === undefined
    ? null
    : status(1, 'not-a-limit', { column: words.header('engagements', wrong) });
}

export function checkManagers(book: SheetBook, inHand: ReadonlyMap<number, number>): RowStatus[] {
  return (book.rows.managers ?? []).map((row, place) => {
    if (!isUsed(row, ['id', 'name', 'email', 'phone', 'backup'])) return SILENT;
    return (
      idStatus(row, place, book.managerAt) ??
      managerStatus(row, 'backup', book) ??
      limitStatus(inHand.get(place) ?? 0, book.casesLimitOf(place), book.warnFromShare)
    );
  });
}

/** How much of a limit is used, where nearness to it is worth a warning. */
export function limitStatus(used: number, limit: number | null, warnFromShare: number): RowStatus {
  if (limit === null) return status(0, 'no-limits');
  const severity = severityOf(used, limit, warnFromShare);
  if (severity === 'violation') return status(3, 'over', { used, limit });
  return severity ? status(2, 'near', { used, limit }) : status(0, 'within', { used, limit });
}

export function checkCustomers({ rows }: SheetBook): RowStatus[] {
  const customers = rows.customers ?? [];
  const customerAt = finder(customers.map((row) => textOf(row.id)));
  return customers.map((row, place) => {
    if (!isUsed(row, ['id', 'name', 'organisations', 'domains', 'addresses'])) return SILENT;
    return idStatus(row, place, customerAt) ?? status(0, 'ok');
  });
}

export function checkCalendar(book: SheetBook): RowStatus[] {
  const kinds = CALENDAR_KINDS.map((kind) => book.words.text(`tracker.kind-${kind}`));
  return (book.rows.calendar ?? []).map((row) => {
    if (!isUsed(row, ['from', 'until', 'kind', 'calendar', 'manager', 'name'])) return SILENT;
    if (readDate(row.from) === 'blank') return status(1, 'date-missing');
    return (
      periodStatus(row, 'calendar', book) ??
      kindStatus(row, kinds) ??
      managerStatus(row, 'manager', book, textOf(row.calendar) === '' ? 'whose-missing' : null) ??
      status(0, 'ok')
    );
  });
}

function kindStatus(row: Row, kinds: readonly string[]): RowStatus | null {
  const value = textOf(row.kind);
  if (value === '') return status(1, 'kind-missing');
  return placeIn(kinds, value) < 0 ? status(1, 'not-in-list', { value }) : null;
}

function idStatus(row: Row, place: number, find: (id: string) => number): RowStatus | null {
  const id = textOf(row.id);
  if (id === '') return status(1, 'id-missing');
  return find(id) === place ? null : status(1, 'id-twice', { id });
}

function periodStatus(row: Row, tab: string, { words }: SheetBook): RowStatus | null {
  const [from, until] = [readDate(row.from), readDate(row.until)];
  if (from === 'unreadable') return status(1, 'not-a-date', { column: words.header(tab, 'from') });
  if (until === 'unreadable') return status(1, 'not-a-date', { column: words.header(tab, 'until') });
  return isReversed(from, until) ? status(1, 'until-before-from') : null;
}
