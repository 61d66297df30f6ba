/** Rule `contacts`: no more identified contacts at a time than the clause allows, each person counted once. */
import { clockOf, type DirectoryBook, termsAt } from '../engagement/book.ts';
import { folded } from '../engagement/claims.ts';
import type { Contact, Engagement } from '../engagement/schema.ts';
import { termsOn } from '../engagement/terms.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Finding, Moment, ScopeRule, Usage } from './finding.ts';

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
  const people = new Map<string, number[]>();
  for (const row of order) {
    const key = personOf(contacts[row]!);
    if (key === null) statuses[row] = 'incomplete';
    else people.set(key, [...(people.get(key) ?? []), row]);
  }
  for (const rows of people.values()) markDoubles(rows, contacts, statuses);

  let peak = 0;
  let peakFrom: LocalDate | null = null;
  const starts = new Set(order.map((row) => contacts[row]!.from ?? BEGINNING));
  for (const date of [...starts].sort()) {
    const present = order.filter((row) => isCounted(statuses[row]!) && isPresent(contacts[row]!, date));
    if (limit !== null) for (const row of present.slice(limit)) statuses[row] = 'beyond-limit';
    if (present.length > peak) {
      peak = present.length;
      peakFrom = date === BEGINNING ? null : date;
    }
  }
  return { peak, peakFrom, statuses };
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
    const clock = clockOf(book, engagement);
    const limit = termsAt(book, engagement, nowMs).contacts;
    if (!limit) return null;
    const used = contactsOn(engagement.contacts ?? [], clock.localDateOf(nowMs));
    // Having exactly as many contacts as agreed is the ordinary case, nothing to warn of.
    const severity = used > limit.limit ? 'violation' : null;
    return { rule: 'contacts', used, limit: limit.limit, severity, rests: limit.rests };
  },
};

function findings(book: DirectoryBook, engagement: Engagement, { nowMs }: Moment): Finding[] {
  const rows = engagement.contacts ?? [];
  const limit = termsOn(engagement, book.rulebook, clockOf(book, engagement).localDateOf(nowMs)).contacts;
  const { peak, peakFrom, statuses } = countContacts(rows, limit?.limit ?? null);
  const subject = { kind: 'engagement' as const, id: engagement.id };
  const rowsOf = (status: ContactStatus) =>
    statuses.flatMap((own, row) =>
      own === status ? [{ kind: 'contact' as const, engagement: engagement.id, row }] : [],
    );
  const found: Finding[] = [];
  if (limit && peak > limit.limit) {
    found.push({
      rule: 'contacts',
      message: 'contacts-over',
      severity: 'violation',
      subject,
      rests: limit.rests,
      values: { used: peak, limit: limit.limit },
      rows: rowsOf('beyond-limit'),
      since: peakFrom,
    });
  }
  for (const [status, message] of [
    ['double', 'contacts-same-address'],
    ['incomplete', 'contacts-incomplete'],
  ] as const) {
    const affected = rowsOf(status);
    if (affected.length === 0) continue;
    found.push({
      rule: 'contacts',
      message,
      severity: 'warning',
      subject,
      rests: limit?.rests ?? null,
      values: { count: affected.length },
      rows: affected,
      since: null,
    });
  }
  return found;
}

/** Sorts before every date, for a contact without a start. */
const BEGINNING = '0000-00-00';

function compareStarts(a: Contact, b: Contact): number {
  const [first, second] = [a.from ?? BEGINNING, b.from ?? BEGINNING];
  return first < second ? -1 : first > second ? 1 : 0;
}

function personOf({ email, name }: Contact): string | null {
  if (email !== undefined && folded(email) !== '') return `@${folded(email)}`;
  if (name !== undefined && folded(name) !== '') return folded(name);
  return null;
}

function isPresent(contact: Contact, date: LocalDate): boolean {
  return (contact.from ?? BEGINNING) <= date && (contact.until === undefined || date <= contact.until);
}

function isCounted(status: ContactStatus): boolean {
  return status === 'counted' || status === 'beyond-limit';
}

/** A later row of the same person is a double while an earlier one still runs. */
function markDoubles(rows: readonly number[], contacts: readonly Contact[], statuses: ContactStatus[]): void {
  let runsUntil: LocalDate | null | undefined;
  for (const row of rows) {
    const { from = BEGINNING, until } = contacts[row]!;
    if (runsUntil !== undefined && (runsUntil === null || from <= runsUntil)) statuses[row] = 'double';
    if (until === undefined) runsUntil = null;
    else if (runsUntil !== null && (runsUntil === undefined || until > runsUntil)) runsUntil = until;
  }
}
