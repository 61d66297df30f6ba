/** How much of each limit of scope an engagement uses, as a chip. */
import type { DirectoryBook } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';
import { usageOf } from '../scope/check.ts';
import type { Usage } from '../scope/finding.ts';
import type { ScopeChip } from './verdict.ts';

/** One chip for each limit that the tier states; the forecast is said where it says more than what is used already. */
export function usageChips(book: DirectoryBook, engagement: Engagement, nowMs: number): ScopeChip[] {
  return usageOf(book, engagement, { nowMs }).map(chipOf);
}

/**
 * The chips of a customer card, which is a directory of one engagement: of what it carries, and at the time at which
 * it was made. The cases in hand are the manager's, over all customers, of which a card knows nothing.
 */
export function cardChips(book: DirectoryBook, engagement: Engagement, issuedMs: number): ScopeChip[] {
  const carried: Record<Usage['from'], boolean> = {
    activities: book.directory.activities !== undefined,
    cases: false,
    contacts: engagement.contacts !== undefined,
  };
  return usageOf(book, engagement, { nowMs: issuedMs })
    .filter(({ from }) => carried[from])
    .map(chipOf);
}

function chipOf(usage: Usage): ScopeChip {
  return {
    rule: usage.rule,
    severity: usage.severity,
    ...wordsOf(usage),
    rests: usage.rests,
  };
}

function wordsOf({ rule, used, limit, forecast }: Usage): Pick<ScopeChip, 'message' | 'values'> {
  return forecast !== undefined && forecast > used
    ? { message: `${rule}-forecast`, values: { used, limit, forecast } }
    : { message: rule, values: { used, limit } };
}
