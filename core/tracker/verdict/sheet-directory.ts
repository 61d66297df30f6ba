/**
 * A workbook's readable rows as a directory, so that the scope rules can be run on them. Ids inside are places
 * in the tabs, which lead a finding back to its rows; dates in the sheet are local already, hence one zone.
 */
import { type DirectoryBook, openDirectory } from '../../engagement/book.ts';
import type { Directory } from '../../engagement/directory-schema.ts';
import type { Activity, Case, Contact } from '../../engagement/schema.ts';
import type { Rulebook, ScopeLimits, Tier } from '../../rulebook/schema.ts';
import { dateOfSerial, type Row } from '../rows.ts';
import { LIMIT_RULES, tierColumn } from '../tabs/rules.ts';
import { CASE_STATUSES } from '../vocabulary.ts';
import { addressOf, placeIn, readDate, readHours, readLimit, textOf } from './read-cell.ts';
import type { SheetBook } from './sheet-book.ts';

export interface SheetDirectory {
  book: DirectoryBook;
  /** Place in the Contacts tab of each contact of an engagement, in the directory's order. */
  contactPlaces: ReadonlyMap<string, readonly number[]>;
}

const CALENDAR = 'sheet';
/** Stands in for a tier or a manager that cannot be read: it sets no limit and is named in no finding. */
export const NOBODY = '?';

export function sheetDirectory(
  sheet: SheetBook,
  rulebook: Rulebook,
  rulesRows: readonly Row[],
): SheetDirectory {
  const contactPlaces = new Map<string, number[]>();
  const contacts = new Map<string, Contact[]>();
  for (const [place, row] of (sheet.rows.contacts ?? []).entries()) {
    const engagement = sheet.engagementAt(textOf(row.engagement));
    const contact = engagement < 0 ? null : contactOf(row);
    if (!contact) continue;
    const id = String(engagement);
    contacts.set(id, [...(contacts.get(id) ?? []), contact]);
    contactPlaces.set(id, [...(contactPlaces.get(id) ?? []), place]);
  }
  const directory: Directory = {
    format: 'dueline-directory',
    version: 1,
    rulebook: { own: rulebookOf(rulebook, rulesRows, sheet.warnFromShare) },
    calendars: [{ id: CALENDAR, zone: 'UTC', week: {} }],
    managers: [NOBODY, ...(sheet.rows.managers ?? []).map((_, place) => String(place))].map((id) => ({
      id,
      name: id,
    })),
    customers: [{ id: NOBODY, name: NOBODY }],
    engagements: sheet.engagements.flatMap(({ row, tier, manager }, place) =>
      sheet.engagementAt(textOf(row.id)) === place
        ? {
            id: String(place),
            customer: NOBODY,
            tier: rulebook.tiers[tier]?.id ?? NOBODY,
            manager: manager < 0 ? NOBODY : String(manager),
            calendar: CALENDAR,
            contacts: contacts.get(String(place)) ?? [],
            agreed: {
              limits: agreedLimits(row),
              source: textOf(row.agreedIn) === '' ? textOf(row.id) : textOf(row.agreedIn),
            },
          }
        : [],
    ),
    cases: casesOf(sheet),
    activities: activitiesOf(sheet),
  };
  const book = openDirectory(directory);
  // Every reference above is made here; a problem would be a fault of ours, not of the sheet's people.
  if (Array.isArray(book)) throw new Error(`The rows do not make a directory: ${JSON.stringify(book[0])}`);
  return { book, contactPlaces };
}

function contactOf(row: Row): Contact | null {
  const [from, until] = [readDate(row.from), readDate(row.until)];
  if (from === 'unreadable' || until === 'unreadable') return null;
  if (typeof from === 'object' && typeof until === 'object' && until.serial < from.serial) return null;
  return {
    name: addressOf(row.name),
    email: addressOf(row.email),
    ...(typeof from === 'object' ? { from: from.date } : {}),
    ...(typeof until === 'object' ? { until: until.date } : {}),
  };
}

function casesOf(sheet: SheetBook): Case[] {
  const names = CASE_STATUSES.map((name) => sheet.words.text(`tracker.case-${name}`));
  return (sheet.rows.cases ?? []).flatMap((row, place) => {
    const engagement = sheet.engagementAt(textOf(row.engagement));
    const status = CASE_STATUSES[placeIn(names, textOf(row.status))];
    if (engagement < 0 || status === undefined) return [];
    const [opened, closed] = [readDate(row.opened), readDate(row.closed)];
    return {
      id: String(place),
      engagement: String(engagement),
      status,
      ...(typeof opened === 'object' ? { opened: opened.date } : {}),
      ...(typeof closed === 'object' ? { closed: closed.date } : {}),
    };
  });
}

function activitiesOf(sheet: SheetBook): Activity[] {
  return (sheet.rows.activities ?? []).flatMap((row, place) => {
    const engagement = sheet.engagementAt(textOf(row.engagement));
    const [date, hours] = [readDate(row.date), readHours(row.hours)];
    if (engagement < 0 || typeof date !== 'object' || typeof hours !== 'object') return [];
    return {
      id: String(place),
      engagement: String(engagement),
      date: dateOfSerial(date.serial),
      hours: hours.hours,
    };
  });
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

/** The rulebook with the limits that stand on the Rules tab, and a tier that states none. */
function rulebookOf(rulebook: Rulebook, rulesRows: readonly Row[], warnFromShare: number): Rulebook {
  const tiers = rulebook.tiers.map((tier): Tier => {
    const scope: ScopeLimits = { ...(tier.scope ?? {}) };
    for (const rule of LIMIT_RULES) {
      const limit = readLimit(rulesRows.find(({ id }) => id === rule)?.[tierColumn(tier.id)]);
      const clause =
        tier.scope?.[rule]?.clause ??
        rulebook.tiers.find((other) => other.scope?.[rule])?.scope?.[rule]?.clause;
      if (limit === null) delete scope[rule];
      else scope[rule] = { limit, clause: clause ?? rule };
    }
    return { ...tier, scope };
  });
  const none: Tier = { ...rulebook.tiers[0]!, id: NOBODY, scope: null };
  return { ...rulebook, tiers: [...tiers, none], readings: { ...rulebook.readings, warnFromShare } };
}
