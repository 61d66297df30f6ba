/**
 * A tracker's rows as a directory, whole or not at all: where any cell that counts cannot be read, its place is told
 * and nothing is taken over. What dropdowns show is read by the Lists tab, in whatever language the workbook is.
 */
import type { Directory } from '../engagement/directory-schema.ts';
import { DIRECTORY_FORMAT, DIRECTORY_VERSION } from '../engagement/format.ts';
import type {
  Activity,
  Case,
  Contact,
  Customer,
  Decision,
  Engagement,
  Manager,
  NamedCalendar,
} from '../engagement/schema.ts';
import { isProblem, type Problem, problem } from '../problem.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import { zoneOf } from '../time/zone.ts';
import { daysIn, type Holidays } from './read-days.ts';
import { addInquiries, wallsOf } from './read-inquiries.ts';
import { Reader, type RowReader } from './read-rows.ts';
import type { Cell, TrackerRows } from './rows.ts';
import { readLimit, textOf } from './verdict/read-cell.ts';

/** The tabs that hold what people type, and the lists that say what it means. */
export const DIRECTORY_TABS = [
  'customers',
  'managers',
  'engagements',
  'contacts',
  'cases',
  'activities',
  'calendar',
  'lists',
] as const;

/** Tabs that workbooks of earlier versions lack. */
export const LATER_TABS = ['decisions', 'inquiries'] as const;

/** What a workbook does not hold: the rules, and the hours and zones of calendars. */
export type Base = Pick<Directory, 'rulebook' | 'calendars'>;

/** The rows as a directory with the ids that people gave, or every cell that keeps it from being one. */
export function readTrackerRows(rows: TrackerRows, base: Base, rulebook: Rulebook): Directory | Problem[] {
  const readers: Reader[] = [];
  const tab = (id: string) => {
    const reader = new Reader(rows, id);
    readers.push(reader);
    return reader;
  };
  const contacts = contactsBy(tab('contacts'));
  const engagements = engagementsIn(tab('engagements'), contacts);
  const days = daysIn(tab('calendar'));
  const { calendars, problems } = calendarsOf(engagements, base, rulebook, days.holidays);
  const cases = casesIn(tab('cases'));
  addInquiries(tab('inquiries'), cases, wallsOf(engagements, calendars));
  const directory: Directory = {
    format: DIRECTORY_FORMAT,
    version: DIRECTORY_VERSION,
    rulebook: base.rulebook,
    calendars,
    managers: managersIn(tab('managers')),
    customers: customersIn(tab('customers')),
    engagements,
    cases,
    activities: activitiesIn(tab('activities')),
    timeOff: days.timeOff,
    decisions: decisionsIn(tab('decisions')),
  };
  const found = [...readers.flatMap((reader) => reader.problems), ...problems];
  return found.length > 0 ? found : directory;
}

function managersIn(reader: Reader): Manager[] {
  return reader.each(['id', 'name', 'email', 'phone', 'backup'], (row) => ({
    id: row.needed('id'),
    name: row.text('name') ?? row.needed('id'),
    email: row.text('email'),
    phone: row.text('phone'),
    backup: row.text('backup'),
  }));
}

function customersIn(reader: Reader): Customer[] {
  return reader.each(['id', 'name', 'organisations', 'domains', 'addresses'], (row) => ({
    id: row.needed('id'),
    name: row.text('name') ?? row.needed('id'),
    organisations: row.several('organisations'),
    domains: row.several('domains'),
    addresses: row.several('addresses'),
  }));
}

function contactsBy(reader: Reader): Map<string, Contact[]> {
  const found = new Map<string, Contact[]>();
  reader.each(['engagement', 'name', 'email', 'phone', 'from', 'until'], (row) => {
    const engagement = row.needed('engagement');
    const contact: Contact = {
      name: row.text('name'),
      email: row.text('email'),
      from: row.date('from'),
      until: row.date('until'),
    };
    found.set(engagement, [...(found.get(engagement) ?? []), contact]);
    return null;
  });
  return found;
}

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
];

function engagementsIn(reader: Reader, contacts: ReadonlyMap<string, Contact[]>): Engagement[] {
  return reader.each(ENGAGEMENT, (row) => {
    const id = row.needed('id');
    return {
      id,
      customer: row.needed('customer'),
      name: row.text('name'),
      tier: row.text('tier') === undefined ? row.needed('tier') : (row.listed('tier', 'tier') ?? ''),
      manager: row.needed('manager'),
      backup: row.text('backup'),
      from: row.date('from'),
      until: row.date('until'),
      calendar: row.needed('calendar'),
      language: row.text('language'),
      contacts: contacts.get(id),
      agreed: agreedIn(row),
    };
  });
}

function agreedIn({ row }: RowReader): Engagement['agreed'] {
  const limit = (column: string, clause: string) => {
    const number = readLimit(row[column]);
    return number === null ? undefined : { limit: number, clause };
  };
  const limits = {
    contacts: limit('agreedContacts', 'scope.contacts'),
    casesInHand: limit('agreedCases', 'scope.cases-in-hand'),
    weeklyHours: limit('agreedHours', 'scope.weekly-hours'),
  };
  const source = textOf(row.agreedIn) || undefined;
  const isStated = source !== undefined || Object.values(limits).some((one) => one !== undefined);
  return isStated ? { source, limits } : undefined;
}

function casesIn(reader: Reader): Case[] {
  return reader.each(['id', 'engagement', 'subject', 'status', 'opened', 'closed', 'link'], (row) => ({
    id: row.needed('id'),
    engagement: row.needed('engagement'),
    subject: row.text('subject'),
    status: (row.listed('status', 'caseStatus') ?? 'open') as Case['status'],
    severity: severityOf(row.row.severity),
    opened: row.date('opened'),
    closed: row.date('closed'),
    link: row.text('link'),
  }));
}

function severityOf(cell: Cell | undefined): number | undefined {
  return typeof cell === 'number' && cell >= 0 ? cell : undefined;
}

const ACTIVITY = ['id', 'date', 'engagement', 'hours', 'deliverable', 'method', 'language', 'note'];

function activitiesIn(reader: Reader): Activity[] {
  let unnamed = 0;
  return reader.each(ACTIVITY, (row) => ({
    // People need not number what they did.
    id: row.text('id') ?? `row ${++unnamed}`,
    engagement: row.needed('engagement'),
    date: row.date('date'),
    hours: row.hours('hours'),
    deliverable: row.listed('deliverable', 'deliverable'),
    method: row.listed('method', 'method') as Activity['method'],
    language: row.text('language'),
    note: row.text('note'),
    case: row.text('case'),
    weeklyCall: row.yes('weeklyCall'),
    priorNotice: row.yes('priorNotice'),
  }));
}

const DECISION = ['id', 'decision', 'engagement', 'ticket', 'about', 'by', 'at', 'date', 'reason'];

function decisionsIn(reader: Reader): Decision[] {
  let unnamed = 0;
  return reader.each(DECISION, (row) => ({
    id: row.text('id') ?? `row ${++unnamed}`,
    decision: (row.text('decision') === undefined
      ? row.needed('decision')
      : row.listed('decision', 'decision')) as Decision['decision'],
    engagement: row.text('engagement'),
    ticket: row.text('ticket'),
    about: row.needed('about'),
    by: row.needed('by'),
    at: row.instant('at', 'date'),
    reason: row.text('reason'),
  }));
}

/** Hours and zone come from the base; a calendar that is called by a zone's name has the rulebook's usual hours there. */
function calendarsOf(
  engagements: readonly Engagement[],
  base: Base,
  rulebook: Rulebook,
  holidays: ReadonlyMap<string, Holidays>,
): { calendars: NamedCalendar[]; problems: Problem[] } {
  const ids = new Set([
    ...base.calendars.map(({ id }) => id),
    ...engagements.map(({ calendar }) => calendar),
  ]);
  const problems: Problem[] = [];
  const calendars = [...ids]
    .filter((id) => id !== '')
    .flatMap((id): NamedCalendar[] => {
      const known = base.calendars.find((calendar) => calendar.id === id);
      const own = holidays.get(id);
      if (known) return [own ? { ...known, holidays: own } : known];
      if (isProblem(zoneOf(id))) {
        problems.push(problem('calendar-unknown', [], { calendar: id }));
        return [];
      }
      return [{ id, zone: id, week: rulebook.availability.week, holidays: own }];
    });
  return { calendars, problems };
}
