/** Rule `method-not-in-tier`: a deliverable given by a method that the terms of its date do not state for it. */
import { grantOf } from '../cadence/grants.ts';
import { termsIn, termsTimeline } from '../cadence/terms-timeline.ts';
import { onClause } from '../engagement/rest.ts';
import type { ScopeRule } from './finding.ts';
import { findInActivities } from './parts/on-activities.ts';

export const methodNotInTier: ScopeRule = {
  id: 'method-not-in-tier',
  check(book) {
    return findInActivities(book, (engagement) => {
      const timeline = termsTimeline(book, engagement);
      return ({ activity: { deliverable, method }, day }) => {
        if (deliverable === undefined || method === undefined) return null;
        const { tier } = termsIn(timeline, day);
        const grant = grantOf(tier, deliverable);
        // Where the source states no method, none can be wrong; what is not included is another rule's.
        if (!grant?.included || !grant.delivery || grant.delivery.methods.includes(method)) return null;
        return {
          rule: 'method-not-in-tier',
          message: 'method-not-in-tier',
          severity: 'warning',
          key: JSON.stringify([deliverable, method, tier.id]),
          rests: onClause(grant.delivery.clause),
          values: { deliverable, method, tier: tier.id, methods: grant.delivery.methods.join(' ') },
        };
      };
    });
  },
};
