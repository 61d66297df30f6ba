/** What core says of a workbook's rows: the same statuses, word for word, as the sheet's own formulas. */
import type { Rulebook } from '../../rulebook/schema.ts';
import type { Row, TrackerRows } from '../rows.ts';
import type { Words } from '../words.ts';
import { type ActivitiesVerdict, checkActivities } from './activities.ts';
import { checkCases } from './cases.ts';
import { checkContacts } from './contacts.ts';
import { checkCalendar, checkCustomers, checkEngagements, checkManagers } from './entries.ts';
import { checkInquiries, type InquiriesVerdict } from './inquiries.ts';
import { checkOverview, type OverviewRow } from './overview.ts';
import { textOf } from './read-cell.ts';
import type { RowStatus } from './row-status.ts';
import { openSheet, type SheetBook } from './sheet-book.ts';

export interface CheckOptions {
  rulebook: Rulebook;
  words: Words;
  /** Rows of the Rules tab, whose limits people may have changed. */
  rulesRows: readonly Row[];
  /** Share of a limit from which a warning is given; the rulebook's own where it is left out. */
  warnFromShare?: number;
}

export interface RowsVerdict {
  contacts: RowStatus[];
  cases: RowStatus[];
  inquiries: RowStatus[];
  activities: RowStatus[];
  engagements: RowStatus[];
  managers: RowStatus[];
  customers: RowStatus[];
  calendar: RowStatus[];
}

export interface TrackerVerdict extends RowsVerdict {
  /** One entry for each row of the Engagements tab. */
  overview: OverviewRow[];
}

/**
 * Checks the rows of a tracker. A cell that cannot be read never counts as nothing in silence: its row says so.
 * The limits are those of the Rules tab, or the engagement's own; counting and adding up are the scope rules'.
 */
export function checkTracker(rows: TrackerRows, options: CheckOptions): TrackerVerdict {
  const { tabs, book, contacts, cases, inquiries, activities } = checkTabs(rows, options);
  return {
    ...tabs,
    overview: checkOverview(book, {
      engagements: tabs.engagements,
      contactPeaks: contacts.peaks,
      inHand: cases.inHand,
      activities,
      unreadable: unreadableRows(book, contacts.statuses, cases.statuses, { inquiries, activities }),
      violations: rows.violations ?? [],
    }),
  };
}

/** The same without the Overview. */
export function checkRows(rows: TrackerRows, options: CheckOptions): RowsVerdict {
  return checkTabs(rows, options).tabs;
}

function checkTabs(rows: TrackerRows, options: CheckOptions) {
  const { rulebook, warnFromShare = rulebook.readings.warnFromShare } = options;
  const book = openSheet(rows, { ...options, warnFromShare });
  const contacts = checkContacts(book);
  const cases = checkCases(book);
  const inquiries = checkInquiries(book);
  const activities = checkActivities(book, rulebook);
  const tabs: RowsVerdict = {
    contacts: contacts.statuses,
    cases: cases.statuses,
    inquiries: inquiries.statuses,
    activities: activities.statuses,
    engagements: checkEngagements(book),
    managers: checkManagers(book, cases.inHand),
    customers: checkCustomers(book),
    calendar: checkCalendar(book),
  };
  return { tabs, book, contacts, cases, inquiries, activities };
}

function unreadableRows(
  book: SheetBook,
  contacts: readonly RowStatus[],
  cases: readonly RowStatus[],
  { inquiries, activities }: { inquiries: InquiriesVerdict; activities: ActivitiesVerdict },
): Map<number, number> {
  const counts = new Map(activities.unreadable);
  const add = (engagement: number) => {
    if (engagement >= 0) counts.set(engagement, (counts.get(engagement) ?? 0) + 1);
  };
  for (const [place, { level }] of inquiries.statuses.entries()) {
    if (level === 1) add(inquiries.engagements[place]!);
  }
  for (const [tab, statuses] of [
    ['contacts', contacts],
    ['cases', cases],
  ] as const) {
    for (const [place, { level }] of statuses.entries()) {
      if (level === 1) add(book.engagementAt(textOf(book.rows[tab]![place]!.engagement)));
    }
  }
  return counts;
}
