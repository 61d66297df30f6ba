/** Rule `deliverable-not-in-tier`: work on a deliverable that the terms of its date do not include. */
import { grantOf } from '../cadence/grants.ts';
import { termsIn, termsTimeline } from '../cadence/terms-timeline.ts';
import { onClause } from '../engagement/rest.ts';
import type { ScopeRule } from './finding.ts';
import { findInActivities } from './parts/on-activities.ts';

export const deliverableNotInTier: ScopeRule = {
  id: 'deliverable-not-in-tier',
  check(book) {
    return findInActivities(book, (engagement) => {
      const timeline = termsTimeline(book, engagement);
      return ({ activity: { deliverable }, day }) => {
        if (deliverable === undefined) return null;
        const { tier } = termsIn(timeline, day);
        const grant = grantOf(tier, deliverable);
        if (!grant || grant.included) return null;
        return {
          rule: 'deliverable-not-in-tier',
          message: 'deliverable-not-in-tier',
          severity: 'violation',
          key: JSON.stringify([deliverable, tier.id]),
          rests: onClause(grant.clause),
          values: { deliverable, tier: tier.id },
        };
      };
    });
  },
};
