/** Runs every scope rule. */
import type { DirectoryBook } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { Finding, Moment, Usage } from './finding.ts';
import { SCOPE_RULES } from './index.ts';

/** Everything that is over a limit, or near one, in the whole directory; violations first, then by rule. */
export function checkScope(book: DirectoryBook, moment: Moment): Finding[] {
  const findings = SCOPE_RULES.flatMap((rule) => rule.check(book, moment));
  return [...findings.filter(isViolation), ...findings.filter((finding) => !isViolation(finding))];
}

/** How much of each stated limit one engagement uses now. Empty where its tier states none. */
export function usageOf(book: DirectoryBook, engagement: Engagement, moment: Moment): Usage[] {
  return SCOPE_RULES.flatMap((rule) => rule.usage?.(book, engagement, moment) ?? []);
}

function isViolation(finding: Finding): boolean {
  return finding.severity === 'violation';
}
