/** What the Overview says of each engagement. */

import { showHours } from '../../scope/weekly-hours.ts';
import { isoWeekOf } from '../../time/local-date.ts';
import type { Row } from '../rows.ts';
import type { ActivitiesVerdict } from './activities.ts';
import { weekStatus } from './activities.ts';
import { limitStatus } from './entries.ts';
import { finder } from './finder.ts';
import { textOf } from './read-cell.ts';
import { type RowStatus, SILENT, status, twoDecimals } from './row-status.ts';
import type { SheetBook } from './sheet-book.ts';

export interface OverviewRow {
  status: RowStatus;
  contacts: RowStatus;
  cases: RowStatus;
  hours: RowStatus;
}

export interface OverviewParts {
  engagements: readonly RowStatus[];
  contactPeaks: ReadonlyMap<number, number>;
  inHand: ReadonlyMap<number, number>;
  activities: ActivitiesVerdict;
  /** Rows of all tabs that could not be read, by the engagement's place. */
  unreadable: ReadonlyMap<number, number>;
  /** Of the Violations tab: how many violations of an engagement the last check left there, on one row of it. */
  violations: readonly Row[];
}

export function checkOverview(book: SheetBook, parts: OverviewParts): OverviewRow[] {
  const foundAt = finder(parts.violations.map(({ engagement }) => textOf(engagement)));
  return book.engagements.map((_, place) => {
    const own = parts.engagements[place]!;
    if (own.key === null) return { status: SILENT, contacts: SILENT, cases: SILENT, hours: SILENT };
    const row = {
      contacts: contactsStatus(book, place, parts.contactPeaks.get(place) ?? 0),
      cases: casesStatus(book, place, parts.inHand),
      hours: hoursStatus(book, place, parts.activities),
    };
    const open = parts.violations[foundAt(textOf(book.rows.engagements![place]!.id))]?.open;
    const found = typeof open === 'number' ? open : 0;
    return { ...row, status: overall(own, Object.values(row), parts.unreadable.get(place) ?? 0, found) };
  });
}

function contactsStatus({ engagements }: SheetBook, place: number, used: number): RowStatus {
  const limit = engagements[place]!.limits.contacts;
  if (limit === 'unknown') return status(1, 'limits-unknown');
  if (limit === null) return status(0, 'count-no-limits', { used });
  return used > limit ? status(3, 'over', { used, limit }) : status(0, 'within', { used, limit });
}

function casesStatus(book: SheetBook, place: number, inHand: ReadonlyMap<number, number>): RowStatus {
  const { limits, manager } = book.engagements[place]!;
  if (limits.casesInHand === 'unknown') return status(1, 'limits-unknown');
  if (limits.casesInHand === null) return status(0, 'no-limits');
  if (manager < 0) return status(1, 'manager-missing');
  return limitStatus(inHand.get(manager) ?? 0, book.casesLimitOf(manager), book.warnFromShare);
}

/** The fullest week; of two as full, the later. */
function hoursStatus(book: SheetBook, place: number, activities: ActivitiesVerdict): RowStatus {
  const limit = book.engagements[place]!.limits.weeklyHours;
  if (limit === 'unknown') return status(1, 'limits-unknown');
  const weeks = activities.weeks.get(place) ?? [];
  const fullest = weeks.reduce((most, week) => (week.ms >= most.ms ? week : most), {
    monday: 0,
    ms: 0,
    bad: 0,
  });
  const found = weekStatus({ ...fullest, bad: 0 }, place, book);
  const count = activities.bad.get(place) ?? 0;
  if (found.level === 3) return found;
  if (count > 0 && fullest.ms > 0) {
    const used = twoDecimals(showHours(fullest.ms, limit), book.words);
    return status(1, 'peak-incomplete', { week: isoWeekOf(fullest.monday), used, count });
  }
  if (count > 0) return status(1, 'hours-unreadable', { count });
  if (fullest.ms === 0) return status(0, limit === null ? 'no-limits' : 'no-hours');
  return found;
}

function overall(own: RowStatus, parts: readonly RowStatus[], unreadable: number, found: number): RowStatus {
  const countOf = (level: number) => parts.filter((part) => part.level === level).length;
  const [violations, warnings] = [Math.max(countOf(3), found), countOf(2)];
  if (violations > 0) return status(3, 'violations', { count: violations });
  if (own.level > 0) return status(1, 'entry-to-mend');
  if (unreadable > 0) return status(1, 'rows-to-mend', { count: unreadable });
  if (warnings > 0) return status(2, 'warnings', { count: warnings });
  return status(0, 'ok');
}
