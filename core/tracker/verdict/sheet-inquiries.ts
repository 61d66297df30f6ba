/** The rows of the Inquiries tab that can be read, by the place of their case. */
import type { RememberedInquiry } from '../../engagement/schema.ts';
import { wallMsOfSeconds } from '../rows.ts';
import { push } from './groups.ts';
import { readTime, textOf } from './read-cell.ts';
import type { SheetBook } from './sheet-book.ts';

/** Times in the sheet are the engagement's own, as if its wall's time were that of Greenwich. */
export function inquiriesByCase({ rows, caseAt }: SheetBook): ReadonlyMap<number, RememberedInquiry[]> {
  const found = new Map<number, RememberedInquiry[]>();
  for (const row of rows.inquiries ?? []) {
    const place = caseAt(textOf(row.case));
    const [received, answered] = [readTime(row.received), readTime(row.answered)];
    if (place < 0 || typeof received !== 'object' || answered === 'unreadable') continue;
    push(found, place, {
      received: isoOf(received.seconds),
      ...(typeof answered === 'object' ? { answered: isoOf(answered.seconds) } : {}),
    });
  }
  return found;
}

const isoOf = (seconds: number) => new Date(wallMsOfSeconds(seconds)).toISOString();
