/** Rule `tier-deployment`: the tier is one for another deployment than the customer's. */
import { termsNow } from '../cadence/terms-timeline.ts';
import type { DirectoryBook } from '../engagement/book.ts';
import { onClause } from '../engagement/rest.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { Finding, Moment, ScopeRule } from './finding.ts';
import { aboutEngagement, engagementRow } from './parts/about.ts';

export const tierDeployment: ScopeRule = {
  id: 'tier-deployment',
  check(book, moment) {
    return book.directory.engagements.flatMap((engagement) => finding(book, engagement, moment) ?? []);
  },
};

function finding(book: DirectoryBook, engagement: Engagement, { nowMs }: Moment): Finding | null {
  const { tier } = termsNow(book, engagement, nowMs);
  if (engagement.deployment === undefined || engagement.deployment === tier.deployment) return null;
  return {
    rule: 'tier-deployment',
    message: `tier-for-${tier.deployment}`,
    severity: 'violation',
    subject: aboutEngagement(engagement.id),
    rests: onClause(tier.deploymentClause ?? tier.purchase.clause),
    values: { tier: tier.id },
    rows: [engagementRow(engagement.id)],
    since: null,
    steps: [],
    readings: [],
  };
}
