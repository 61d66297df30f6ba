/**
 * A workbook's readable rows as a directory, so that the scope rules can be run on them. Ids inside are places
 * in the tabs, which lead a finding back to its rows; dates in the sheet are local already, hence one zone.
 */
import { type DirectoryBook, openDirectory } from '../../engagement/book.ts';
import type { Directory } from '../../engagement/directory-schema.ts';
import type { Engagement, Manager } from '../../engagement/schema.ts';
import type { Rulebook, ScopeLimits, Tier } from '../../rulebook/schema.ts';
import type { DayNumber } from '../../time/local-date.ts';
import type { Row } from '../rows.ts';
import { LIMIT_RULES } from '../tabs/rules-places.ts';
import { finder } from './finder.ts';
import { isReversed, readDate, readLimit, textOf } from './read-cell.ts';
import type { SheetBook, SheetEngagement } from './sheet-book.ts';
import { calendarKey, calendarsOf, readCalendarTab, UNNAMED } from './sheet-calendars.ts';
import { decisionsOf } from './sheet-decisions.ts';
import { rulebookOnSheet } from './sheet-rulebook.ts';
import { activitiesOf, casesOf, contactsOf } from './sheet-work.ts';
import type { Walls } from './walls.ts';

export interface SheetDirectory {
  book: DirectoryBook;
  /** Place in the Contacts tab of each contact of an engagement, in the directory's order. */
  contactPlaces: ReadonlyMap<number, readonly number[]>;
  /** Places of engagements whose term cannot be read: nothing can be said of it. */
  withoutTerm: ReadonlySet<number>;
}

/** Stands in for a tier or a manager that cannot be read: it sets no limit and is named in no finding. */
export const NOBODY = '?';

export function sheetDirectory(
  sheet: SheetBook,
  rulebook: Rulebook,
  rulesRows: readonly Row[],
  { today, walls }: { today: DayNumber; walls: Walls },
): SheetDirectory {
  const { contacts, places } = contactsOf(sheet);
  const { closures, timeOff } = readCalendarTab(sheet);
  const customers = customerFinder(sheet);
  const cases = casesOf(sheet);
  const activities = activitiesOf(sheet, rulebook, cases);
  const withoutTerm = new Set<number>();
  const engagements = sheet.engagements.flatMap((entry, place): Engagement[] => {
    if (sheet.engagementAt(textOf(entry.row.id)) !== place) return [];
    const term = termOfRow(entry.row);
    if (!term) withoutTerm.add(place);
    return [
      {
        ...engagementOf(entry, place, rulebook, sheet),
        ...term,
        customer: customers.idOf(entry.row, place),
        contacts: [...(contacts.get(place) ?? [])],
      },
    ];
  });
  const directory: Directory = {
    format: 'dueline-directory',
    version: 1,
    rulebook: { own: withNobody(rulebookOnSheet(rulebook, rulesRows, sheet.warnFromShare)) },
    calendars: calendarsOf(sheet, closures, rulebook, today),
    managers: managersOf(sheet),
    customers: customers.all(),
    engagements,
    cases,
    // A tracker in which nobody has written any down says nothing of what was done.
    ...(activities.length === 0 ? {} : { activities }),
    timeOff,
    decisions: decisionsOf(sheet, cases, walls),
  };
  const book = openDirectory(directory);
  // Every reference above is made here; a problem would be a fault of ours, not of the sheet's people.
  if (Array.isArray(book)) throw new Error(`The rows do not make a directory: ${JSON.stringify(book[0])}`);
  return { book, contactPlaces: places, withoutTerm };
}

function engagementOf(
  { row, tier, manager }: SheetEngagement,
  place: number,
  rulebook: Rulebook,
  sheet: SheetBook,
): Engagement {
  const backup = sheet.managerAt(textOf(row.backup));
  const calendar = calendarKey(row);
  const language = textOf(row.language);
  return {
    id: String(place),
    customer: NOBODY,
    tier: rulebook.tiers[tier]?.id ?? NOBODY,
    manager: manager < 0 ? NOBODY : String(manager),
    ...(backup < 0 ? {} : { backup: String(backup) }),
    calendar: calendar === '' ? UNNAMED : calendar,
    ...(language === '' ? {} : { language }),
    agreed: { limits: agreedLimits(row), source: textOf(row.agreedIn) || textOf(row.id) },
  };
}

/** `null` where the row holds a term that cannot be read. */
function termOfRow(row: Row): Pick<Engagement, 'from' | 'until'> | null {
  const [from, until] = [readDate(row.from), readDate(row.until)];
  if (from === 'unreadable' || until === 'unreadable') return null;
  if (isReversed(from, until)) return null;
  return {
    ...(typeof from === 'object' ? { from: from.date } : {}),
    ...(typeof until === 'object' ? { until: until.date } : {}),
  };
}

/** Customers by their place; one that is not among the Customers is a customer of that engagement alone. */
function customerFinder({ rows }: SheetBook) {
  const customerAt = finder((rows.customers ?? []).map((row) => textOf(row.id)));
  const used = new Set<string>();
  return {
    idOf(row: Row, place: number): string {
      const found = customerAt(textOf(row.customer));
      const id = found < 0 ? `${NOBODY}${place}` : String(found);
      used.add(id);
      return id;
    },
    all: () => [...used].map((id) => ({ id, name: id })),
  };
}

/** Managers by their place. A backup that leads back to its start stands in for nobody. */
function managersOf(sheet: SheetBook): Manager[] {
  const rows = sheet.rows.managers ?? [];
  const backups = rows.map(({ backup }) => sheet.managerAt(textOf(backup)));
  const leadsBack = (start: number) => {
    let at = backups[start]!;
    for (let steps = 0; at >= 0 && steps < rows.length; steps++) {
      if (at === start) return true;
      at = backups[at]!;
    }
    return false;
  };
  const nobody: Manager = { id: NOBODY, name: NOBODY };
  return [
    nobody,
    ...rows.map((row, place): Manager => {
      const backup = backups[place]!;
      const isPair = backup >= 0 && backup !== place && backups[backup] === place;
      const stands = backup >= 0 && (isPair || !leadsBack(place));
      return {
        id: String(place),
        name: textOf(row.name) || textOf(row.id) || String(place),
        ...(stands ? { backup: String(backup) } : {}),
      };
    }),
  ];
}

const AGREED = {
  contacts: 'agreedContacts',
  casesInHand: 'agreedCases',
  weeklyHours: 'agreedHours',
} as const;

function agreedLimits(row: Row): ScopeLimits {
  const limits: ScopeLimits = {};
  for (const rule of LIMIT_RULES) {
    const limit = readLimit(row[AGREED[rule]]);
    if (limit !== null) limits[rule] = { limit, clause: rule };
  }
  return limits;
}

/** A tier that states nothing at all, for engagements whose tier cannot be read. */
function withNobody(rulebook: Rulebook): Rulebook {
  const none: Tier = { ...rulebook.tiers[0]!, id: NOBODY, grants: [], scope: null };
  return { ...rulebook, tiers: [...rulebook.tiers, none] };
}
