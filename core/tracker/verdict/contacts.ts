/** Statuses of the Contacts tab; the counting is the scope rule's own. */
import type { Contact } from '../../engagement/schema.ts';
import { type ContactStatus, countContacts } from '../../scope/contacts.ts';
import type { Row } from '../rows.ts';
import { push } from './groups.ts';
import { addressOf, isReversed, isUsed, readDate, textOf } from './read-cell.ts';
import { type RowStatus, SILENT, status } from './row-status.ts';
import type { SheetBook, SheetLimit } from './sheet-book.ts';

const TYPED = ['engagement', 'name', 'email', 'phone', 'from', 'until'];

export interface ContactsVerdict {
  statuses: RowStatus[];
  /** Most contacts on one day, by the engagement's place. */
  peaks: ReadonlyMap<number, number>;
}

interface Readable {
  place: number;
  contact: Contact;
}

export function checkContacts(book: SheetBook): ContactsVerdict {
  const groups = new Map<number, Readable[]>();
  const statuses = (book.rows.contacts ?? []).map((row, place): RowStatus => {
    const engagement = book.engagementAt(textOf(row.engagement));
    const unread = unreadable(row, engagement, book);
    if (!unread) push(groups, engagement, { place, contact: contactOf(row) });
    return unread ?? SILENT;
  });
  const peaks = new Map<number, number>();
  for (const [engagement, group] of groups) {
    const limit = book.engagements[engagement]!.limits.contacts;
    const counted = countContacts(
      group.map(({ contact }) => contact),
      typeof limit === 'number' ? limit : null,
    );
    peaks.set(engagement, counted.peak);
    for (const [index, { place }] of group.entries()) {
      statuses[place] = statusOf(counted.statuses[index]!, limit);
    }
  }
  return { statuses, peaks };
}

function statusOf(found: ContactStatus, limit: SheetLimit): RowStatus {
  if (found === 'beyond-limit') return status(3, 'contact-over', { limit: Number(limit) });
  if (found === 'double') return status(2, 'contact-same-address');
  if (limit === 'unknown') return status(1, 'limits-unknown');
  return status(0, limit === null ? 'no-limits' : 'ok');
}

/** What keeps a row from being counted; `null` where nothing does. */
function unreadable(row: Row, engagement: number, { words }: SheetBook): RowStatus | null {
  if (!isUsed(row, TYPED)) return SILENT;
  const id = textOf(row.engagement);
  if (id === '') return status(1, 'engagement-missing');
  if (engagement < 0) return status(1, 'engagement-unknown', { engagement: id });
  if (addressOf(row.email) === '' && addressOf(row.name) === '') return status(1, 'contact-incomplete');
  const [from, until] = [readDate(row.from), readDate(row.until)];
  if (from === 'unreadable') return status(1, 'not-a-date', { column: words.header('contacts', 'from') });
  if (until === 'unreadable') return status(1, 'not-a-date', { column: words.header('contacts', 'until') });
  return isReversed(from, until) ? status(1, 'until-before-from') : null;
}

function contactOf(row: Row): Contact {
  const [from, until] = [readDate(row.from), readDate(row.until)];
  return {
    name: addressOf(row.name),
    email: addressOf(row.email),
    ...(typeof from === 'object' ? { from: from.date } : {}),
    ...(typeof until === 'object' ? { until: until.date } : {}),
  };
}
