/** Rule `unidentified-writer`: a case in hand of somebody who is not an identified contact. */
import { BEGINNING, termsNow } from '../cadence/terms-timeline.ts';
import type { DirectoryBook } from '../engagement/book.ts';
import { folded } from '../engagement/claims.ts';
import type { Case, Contact, Engagement } from '../engagement/schema.ts';
import type { LocalDate } from '../time/local-date.ts';
import { isInHand } from './cases-in-hand.ts';
import { isPresent } from './contacts.ts';
import type { Finding, FindingStep, Moment, ScopeRule } from './finding.ts';
import { aboutEngagement, caseRow } from './parts/about.ts';
import { shortened } from './parts/rows.ts';

export const unidentifiedWriter: ScopeRule = {
  id: 'unidentified-writer',
  check(book, moment) {
    return book.directory.engagements.flatMap((engagement) => findings(book, engagement, moment));
  },
};

/**
 * Whether somebody, by address or by name, is a contact of an engagement on a date; on any date where none is
 * known.
 * @example
 * isIdentified([{ email: 'a@customer-a.example', until: '2026-05-31' }], ' A@customer-a.example', '2026-05-31') // true
 * isIdentified([{ email: 'a@customer-a.example', until: '2026-05-31' }], 'a@customer-a.example', '2026-06-01') // false
 */
export function isIdentified(contacts: readonly Contact[], writer: string, date: LocalDate | null): boolean {
  const key = folded(writer);
  return contacts.some(
    (contact) =>
      [contact.email, contact.name].some((own) => own !== undefined && folded(own) === key) &&
      (date === null || isPresent(contact, date)),
  );
}

/** Nothing where the terms limit no contacts, so that nobody has to be identified, or where none are kept. */
function findings(book: DirectoryBook, engagement: Engagement, { nowMs }: Moment): Finding[] {
  const cases = (book.casesOf.get(engagement.id) ?? []).filter(
    (entry) => entry.requester !== undefined && isInHand(entry),
  );
  const { contacts: limit } = termsNow(book, engagement, nowMs);
  if (cases.length === 0 || !limit || !engagement.contacts) return [];
  const writers = new Map<string, Case[]>();
  const listOf = contactsByKey(engagement.contacts);
  for (const entry of cases) {
    const key = folded(entry.requester!);
    if (key === '' || isIdentified(listOf.get(key) ?? [], key, entry.opened ?? null)) continue;
    const own = writers.get(key);
    if (own) own.push(entry);
    else writers.set(key, [entry]);
  }
  return [...writers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => finding(engagement, own, limit.rests));
}

function finding(engagement: Engagement, cases: readonly Case[], rests: Finding['rests']): Finding {
  const ordered = [...cases].sort((a, b) => compare(a.opened ?? BEGINNING, b.opened ?? BEGINNING));
  return {
    rule: 'unidentified-writer',
    message: 'unidentified-writer',
    severity: 'warning',
    subject: aboutEngagement(engagement.id),
    rests,
    values: { writer: folded(ordered[0]!.requester!), count: ordered.length },
    rows: ordered.map(caseRow),
    since: ordered[0]!.opened ?? null,
    steps: shortened(ordered, caseStep),
    readings: ['contacts'],
  };
}

function caseStep({ id, opened }: Case): FindingStep {
  return opened === undefined
    ? { step: 'case', values: { case: id } }
    : { step: 'case-opened', values: { case: id, on: opened } };
}

/** Contacts by the address and by the name under which they may write. */
function contactsByKey(contacts: readonly Contact[]): Map<string, Contact[]> {
  const found = new Map<string, Contact[]>();
  for (const contact of contacts) {
    for (const text of new Set([contact.email, contact.name])) {
      if (text === undefined) continue;
      const list = found.get(folded(text));
      if (list) list.push(contact);
      else found.set(folded(text), [contact]);
    }
  }
  return found;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
