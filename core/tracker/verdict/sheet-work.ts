/** The rows of Contacts, Cases and Activities that can be read, as entries of a directory. */
import type { Activity, Case, Contact } from '../../engagement/schema.ts';
import { termOf } from '../../language/term.ts';
import type { Rulebook } from '../../rulebook/schema.ts';
import type { Row } from '../rows.ts';
import { CASE_STATUSES, METHODS } from '../vocabulary.ts';
import { finder } from './finder.ts';
import { push } from './groups.ts';
import { addressOf, isReversed, readDate, readHours, readYesNo, textOf } from './read-cell.ts';
import type { SheetBook } from './sheet-book.ts';
import { inquiriesByCase } from './sheet-inquiries.ts';

export interface SheetContacts {
  /** By the engagement's place. */
  contacts: ReadonlyMap<number, readonly Contact[]>;
  /** Place in the Contacts tab of each of them. */
  places: ReadonlyMap<number, readonly number[]>;
}

export function contactsOf(sheet: SheetBook): SheetContacts {
  const contacts = new Map<number, Contact[]>();
  const places = new Map<number, number[]>();
  for (const [place, row] of (sheet.rows.contacts ?? []).entries()) {
    const engagement = sheet.engagementAt(textOf(row.engagement));
    const contact = engagement < 0 ? null : contactOf(row);
    if (!contact) continue;
    push(contacts, engagement, contact);
    push(places, engagement, place);
  }
  return { contacts, places };
}

function contactOf(row: Row): Contact | null {
  const [from, until] = [readDate(row.from), readDate(row.until)];
  if (from === 'unreadable' || until === 'unreadable') return null;
  if (isReversed(from, until)) return null;
  return {
    name: addressOf(row.name),
    email: addressOf(row.email),
    ...(typeof from === 'object' ? { from: from.date } : {}),
    ...(typeof until === 'object' ? { until: until.date } : {}),
  };
}

export function casesOf(sheet: SheetBook): Case[] {
  const statusAt = finder(CASE_STATUSES.map((name) => sheet.words.text(`tracker.case-${name}`)));
  const inquiries = inquiriesByCase(sheet);
  return entriesOf(sheet.rows.cases, (row, place) => {
    const engagement = sheet.engagementAt(textOf(row.engagement));
    const status = CASE_STATUSES[statusAt(textOf(row.status))];
    if (engagement < 0 || status === undefined) return null;
    const [opened, closed] = [readDate(row.opened), readDate(row.closed)];
    const link = textOf(row.link);
    const entry: Case = { id: String(place), engagement: String(engagement), status };
    if (typeof opened === 'object') entry.opened = opened.date;
    if (typeof closed === 'object' && !isReversed(opened, closed)) entry.closed = closed.date;
    if (typeof row.severity === 'number' && row.severity >= 0) entry.severity = row.severity;
    if (link !== '') entry.link = link;
    // A case without rows there is one of which nobody remembers inquiries.
    const own = inquiries.get(place);
    if (own) entry.inquiries = own;
    return entry;
  });
}

export function activitiesOf(sheet: SheetBook, rulebook: Rulebook, cases: readonly Case[]): Activity[] {
  const { words } = sheet;
  const deliverableAt = finder(
    rulebook.deliverables.map((entry) => termOf('deliverable', entry, words.language)),
  );
  const methodAt = finder(METHODS.map((method) => words.text(`method.${method}`)));
  const caseNamed = caseFinder(sheet, cases);
  return entriesOf(sheet.rows.activities, (row, place) => {
    const engagement = sheet.engagementAt(textOf(row.engagement));
    const [date, hours] = [readDate(row.date), readHours(row.hours)];
    if (engagement < 0 || typeof date !== 'object' || typeof hours !== 'object') return null;
    const entry: Activity = {
      id: String(place),
      engagement: String(engagement),
      date: date.date,
      hours: hours.hours,
    };
    const deliverable = rulebook.deliverables[deliverableAt(textOf(row.deliverable))]?.id;
    const method = METHODS[methodAt(textOf(row.method))];
    const language = textOf(row.language);
    const about = caseNamed(textOf(row.case));
    if (deliverable !== undefined) entry.deliverable = deliverable;
    if (method !== undefined) entry.method = method;
    if (language !== '') entry.language = language;
    if (about !== undefined) entry.case = about;
    if (readYesNo(row.weeklyCall) === true) entry.weeklyCall = true;
    if (readYesNo(row.priorNotice) === true) entry.priorNotice = true;
    return entry;
  });
}

/** The case that a name means: of several the first, as the sheet's own formulas find it, and none where that one cannot be read. */
function caseFinder({ caseAt }: SheetBook, cases: readonly Case[]): (name: string) => string | undefined {
  // Not made ready where no activity names one.
  let readable: Set<string> | undefined;
  return (name) => {
    const place = caseAt(name);
    if (place < 0) return undefined;
    readable ??= new Set(cases.map(({ id }) => id));
    return readable.has(String(place)) ? String(place) : undefined;
  };
}

/** One list for all rows: a list for each would be hundreds of thousands to make and to clear away. */
function entriesOf<T>(rows: readonly Row[] = [], read: (row: Row, place: number) => T | null): T[] {
  const entries: T[] = [];
  for (const [place, row] of rows.entries()) {
    const entry = read(row, place);
    if (entry !== null) entries.push(entry);
  }
  return entries;
}
