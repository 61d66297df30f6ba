/** Statuses of the Contacts tab; the counting is the scope rule's own. */
import type { Contact } from '../../engagement/schema.ts';
import { countContacts } from '../../scope/contacts.ts';
import type { Row } from '../rows.ts';
import { addressOf, isUsed, readDate, textOf } from './read-cell.ts';
import { type RowStatus, SILENT, status } from './row-status.ts';
import type { SheetBook } from './sheet-book.ts';

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
  const rows = book.rows.contacts ?? [];
  const statuses: RowStatus[] = [];
  const groups = new Map<number, Readable[]>();
  for (const [place, row] of rows.entries()) {
    const engagement = book.engagementAt(textOf(row.engagement));
    const unread = unreadable(row, engagement, book);
    statuses[place] = unread ?? SILENT;
    if (unread) continue;
    const group = groups.get(engagement) ?? [];
    groups.set(engagement, group);
    group.push({ place, contact: contactOf(row) });
  }
  const peaks = new Map<number, number>();
  for (const [engagement, group] of groups) {
    const limit = book.engagements[engagement]!.limits.contacts;
    const counted = countContacts(
      group.map(({ contact }) => contact),
      typeof limit === 'number' ? limit : null,
    );
    peaks.set(engagement, counted.peak);
    for (const [index, { place }] of group.entries()) {
      const found = counted.statuses[index]!;
      if (found === 'beyond-limit') statuses[place] = status(3, 'contact-over', { limit: Number(limit) });
      else if (found === 'double') statuses[place] = status(2, 'contact-same-address');
      else if (limit === 'unknown') statuses[place] = status(1, 'limits-unknown');
      else statuses[place] = status(0, limit === null ? 'no-limits' : 'ok');
    }
  }
  return { statuses, peaks };
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
  if (from !== 'blank' && until !== 'blank' && until.serial < from.serial)
    return status(1, 'until-before-from');
  return null;
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
