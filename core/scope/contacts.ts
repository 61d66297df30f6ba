/** Rule `contacts`: no more identified contacts at a time than the clause allows, each person counted once. */
import { BEGINNING, termsNow } from '../cadence/terms-timeline.ts';
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import { folded } from '../engagement/claims.ts';
import type { Contact, Engagement } from '../engagement/schema.ts';
import type { Limit } from '../engagement/terms.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Finding, FindingStep, Moment, RowReference, ScopeRule, Usage } from './finding.ts';
import { aboutEngagement } from './parts/about.ts';
import { shortened } from './parts/rows.ts';

/** What a contact's row counts as. `incomplete`: neither name nor address; `double`: an address listed before. */
export type ContactStatus = 'counted' | 'beyond-limit' | 'incomplete' | 'double';

export interface ContactCount {
  /** Most contacts on any one day, and the first day with that many (`null`: from the beginning). */
  peak: number;
  peakFrom: LocalDate | null;
  /** For each row of the engagement's list. */
  statuses: ContactStatus[];
}

/**
 * Counts an engagement's contacts per day (reading "Contacts"). Rows beyond the limit are those that, by start
 * date and then by row, come after the limit is full on some day of theirs.
 * @example
 * countContacts([{ name: 'A' }, { name: 'B' }, {}], 3).statuses // ['counted', 'counted', 'incomplete']
 */
export function countContacts(contacts: readonly Contact[], limit: number | null): ContactCount {
  const statuses: ContactStatus[] = contacts.map(() => 'counted');
  const order = contacts
    .map((_, row) => row)
    .sort((a, b) => compareStarts(contacts[a]!, contacts[b]!) || a - b);
  const lasts: (LocalDate | undefined)[] = contacts.map(({ until }) => until);
  for (const rows of rowsByPerson(contacts, order, statuses)) markDoubles(rows, contacts, statuses, lasts);

  const counted = order.filter((row) => statuses[row] === 'counted');
  const starts = counted.map((row) => contacts[row]!.from ?? BEGINNING);
  const present = presentAtStarts(starts, counted.flatMap((row) => lasts[row] ?? []).sort());
  for (const [index, row] of counted.entries()) {
    if (limit !== null && present[index]! > limit) statuses[row] = 'beyond-limit';
  }
  const peak = present.reduce((most, count) => Math.max(most, count), 0);
  const from = starts[present.indexOf(peak)];
  return { peak, peakFrom: from === undefined || from === BEGINNING ? null : from, statuses };
}

/** The rows of each person, in order; a row that names nobody is marked incomplete. */
function rowsByPerson(
  contacts: readonly Contact[],
  order: readonly number[],
  statuses: ContactStatus[],
): Iterable<number[]> {
  const people = new Map<string, number[]>();
  for (const row of order) {
    const key = personOf(contacts[row]!);
    const rows = key === null ? undefined : people.get(key);
    if (key === null) statuses[row] = 'incomplete';
    else if (rows) rows.push(row);
    else people.set(key, [row]);
  }
  return people.values();
}

/** How many are present on each start date, itself included. Starts and last days ascending. */
function presentAtStarts(starts: readonly LocalDate[], lasts: readonly LocalDate[]): number[] {
  let ended = 0;
  return starts.map((from, before) => {
    // Who ended before this one starts also started before it, so they are all among the earlier ones.
    while (ended < lasts.length && lasts[ended]! < from) ended++;
    return before - ended + 1;
  });
}

/** Contacts on one date, each person once. */
export function contactsOn(contacts: readonly Contact[], date: LocalDate): number {
  const people = contacts.filter((contact) => isPresent(contact, date)).map(personOf);
  return new Set(people.filter((key) => key !== null)).size;
}

export const contacts: ScopeRule = {
  id: 'contacts',
  check(book, moment) {
    return book.directory.engagements.flatMap((engagement) => findings(book, engagement, moment));
  },
  usage(book, engagement, { nowMs }): Usage | null {
    const limit = termsNow(book, engagement, nowMs).contacts;
    if (!limit) return null;
    const today = clockOf(book, engagement).localDateOf(nowMs);
    const used = contactsOn(engagement.contacts ?? [], today);
    // Having exactly as many contacts as agreed is the ordinary case, nothing to warn of.
    const severity = used > limit.limit ? 'violation' : null;
    return { rule: 'contacts', used, limit: limit.limit, severity, rests: limit.rests, from: 'contacts' };
  },
};

function findings(book: DirectoryBook, engagement: Engagement, { nowMs }: Moment): Finding[] {
  const rows = engagement.contacts ?? [];
  if (rows.length === 0) return [];
  const { contacts: limit } = termsNow(book, engagement, nowMs);
  const count = countContacts(rows, limit?.limit ?? null);
  const found = doubtfulRows(engagement, count.statuses, limit);
  if (limit && count.peak > limit.limit) found.unshift(tooMany(engagement, count, limit));
  return found;
}

function tooMany(engagement: Engagement, count: ContactCount, limit: Limit): Finding {
  const { peak, peakFrom, statuses } = count;
  const rows = engagement.contacts!;
  const day = peakFrom ?? BEGINNING;
  const people = new Map(
    rows
      .filter((row, index) => statuses[index] !== 'incomplete' && isPresent(row, day))
      .map((row) => [personOf(row), row]),
  );
  const sum: FindingStep =
    peakFrom === null
      ? { step: 'contacts-from-beginning', values: { used: peak, limit: limit.limit } }
      : { step: 'contacts-on', values: { used: peak, limit: limit.limit, on: peakFrom } };
  return {
    rule: 'contacts',
    message: 'contacts-over',
    severity: 'violation',
    subject: aboutEngagement(engagement.id),
    rests: limit.rests,
    values: { used: peak, limit: limit.limit },
    rows: rowsWith('beyond-limit', engagement, statuses),
    since: peakFrom ?? engagement.from ?? null,
    steps: [...shortened([...people.values()].sort(compareStarts), contactStep), sum],
    readings: ['contacts'],
  };
}

function doubtfulRows(
  engagement: Engagement,
  statuses: readonly ContactStatus[],
  limit: Limit | null,
): Finding[] {
  const messages = [
    ['double', 'contacts-same-address'],
    ['incomplete', 'contacts-incomplete'],
  ] as const;
  return messages.flatMap(([status, message]): Finding[] => {
    const rows = rowsWith(status, engagement, statuses);
    if (rows.length === 0) return [];
    const stepOf = ({ row }: RowReference): FindingStep => {
      const contact = engagement.contacts![Number(row)]!;
      return status === 'double'
        ? contactStep(contact)
        : { step: 'contact-row', values: { row: Number(row) + 1 } };
    };
    return [
      {
        rule: 'contacts',
        message,
        severity: 'warning',
        subject: aboutEngagement(engagement.id),
        rests: limit?.rests ?? { kind: 'reading', reading: 'contacts' },
        values: { count: rows.length },
        rows,
        since: null,
        steps: shortened(rows, stepOf),
        readings: limit ? ['contacts'] : [],
      },
    ];
  });
}

function contactStep({ name, email, from, until }: Contact): FindingStep {
  const who = name !== undefined && name.trim() !== '' ? name.trim() : (email ?? '').trim();
  if (from !== undefined && until !== undefined)
    return { step: 'contact-between', values: { who, from, until } };
  if (from !== undefined) return { step: 'contact-from', values: { who, from } };
  if (until !== undefined) return { step: 'contact-until', values: { who, until } };
  return { step: 'contact-throughout', values: { who } };
}

function rowsWith(
  status: ContactStatus,
  engagement: Engagement,
  statuses: readonly ContactStatus[],
): RowReference[] {
  return statuses.flatMap((own, row): RowReference[] =>
    own === status ? [{ kind: 'contact', engagement: engagement.id, row }] : [],
  );
}

function compareStarts(a: Contact, b: Contact): number {
  const [first, second] = [a.from ?? BEGINNING, b.from ?? BEGINNING];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** One key for one person: the address, else the name; `null` where the row has neither. */
export function personOf({ email, name }: Contact): string | null {
  if (email !== undefined && folded(email) !== '') return `@${folded(email)}`;
  if (name !== undefined && folded(name) !== '') return folded(name);
  return null;
}

/** Whether a contact's row holds on a date; both ends are inclusive. */
export function isPresent(contact: Contact, date: LocalDate): boolean {
  return (contact.from ?? BEGINNING) <= date && (contact.until === undefined || date <= contact.until);
}

/** A later row of the same person is a double while an earlier one still runs, and lengthens that one. */
function markDoubles(
  rows: readonly number[],
  contacts: readonly Contact[],
  statuses: ContactStatus[],
  lasts: (LocalDate | undefined)[],
): void {
  let head: number | undefined;
  for (const row of rows) {
    const { from = BEGINNING, until } = contacts[row]!;
    const running = head === undefined ? BEGINNING : lasts[head];
    if (head === undefined || (running !== undefined && from > running)) {
      head = row;
      continue;
    }
    statuses[row] = 'double';
    if (running !== undefined && (until === undefined || until > running)) lasts[head] = until;
  }
}
