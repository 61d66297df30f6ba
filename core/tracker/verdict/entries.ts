/** Statuses of the tabs that name engagements, managers and customers, and of the Calendar tab. */

import { severityOf } from '../../scope/finding.ts';
import type { Row } from '../rows.ts';
import { CALENDAR_KINDS } from '../tabs/lists.ts';
import { isUsed, placeIn, readDate, readLimit, textOf } from './read-cell.ts';
import { type RowStatus, SILENT, status } from './row-status.ts';
import type { SheetBook } from './sheet-book.ts';

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
  const { words } = book;
  return book.engagements.map(({ row, tier, manager }, place) => {
    if (!isUsed(row, ENGAGEMENT)) return SILENT;
    const id = idStatus(row, place, book.engagementAt);
    if (id) return id;
    const tierText = textOf(row.tier);
    if (tierText === '') return status(1, 'tier-missing');
    if (tier < 0) return status(1, 'not-in-list', { value: tierText });
    const named = textOf(row.manager);
    if (named === '') return status(1, 'manager-missing');
    if (manager < 0) return status(1, 'manager-unknown', { manager: named });
    const backup = textOf(row.backup);
    if (backup !== '' && book.managerAt(backup) < 0) return status(1, 'manager-unknown', { manager: backup });
    const dates = periodStatus(row, 'engagements', book);
    if (dates) return dates;
    for (const column of AGREED) {
      const cell = row[column];
      const isBlank = cell === null || cell === undefined || cell === '';
      if (!isBlank && readLimit(cell) === null) {
        return status(1, 'not-a-limit', { column: words.header('engagements', column) });
      }
    }
    return status(0, 'ok');
  });
}

export function checkManagers(book: SheetBook, inHand: ReadonlyMap<number, number>): RowStatus[] {
  return (book.rows.managers ?? []).map((row, place) => {
    if (!isUsed(row, ['id', 'name', 'email', 'phone', 'backup'])) return SILENT;
    const id = idStatus(row, place, book.managerAt);
    if (id) return id;
    const backup = textOf(row.backup);
    if (backup !== '' && book.managerAt(backup) < 0) return status(1, 'manager-unknown', { manager: backup });
    return limitStatus(inHand.get(place) ?? 0, book.casesLimitOf(place), book.warnFromShare);
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
  const ids = customers.map((row) => textOf(row.id));
  return customers.map((row, place) => {
    if (!isUsed(row, ['id', 'name', 'organisations', 'domains', 'addresses'])) return SILENT;
    return idStatus(row, place, (id) => placeIn(ids, id)) ?? status(0, 'ok');
  });
}

export function checkCalendar(book: SheetBook): RowStatus[] {
  const kinds = CALENDAR_KINDS.map((kind) => book.words.text(`tracker.kind-${kind}`));
  return (book.rows.calendar ?? []).map((row) => {
    if (!isUsed(row, ['from', 'until', 'kind', 'calendar', 'manager', 'name'])) return SILENT;
    if (readDate(row.from) === 'blank') return status(1, 'date-missing');
    const dates = periodStatus(row, 'calendar', book);
    if (dates) return dates;
    const kind = textOf(row.kind);
    if (kind === '') return status(1, 'kind-missing');
    if (placeIn(kinds, kind) < 0) return status(1, 'not-in-list', { value: kind });
    const manager = textOf(row.manager);
    if (textOf(row.calendar) === '' && manager === '') return status(1, 'whose-missing');
    if (manager !== '' && book.managerAt(manager) < 0) return status(1, 'manager-unknown', { manager });
    return status(0, 'ok');
  });
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
  const isReversed = typeof from === 'object' && typeof until === 'object' && until.serial < from.serial;
  return isReversed ? status(1, 'until-before-from') : null;
}
