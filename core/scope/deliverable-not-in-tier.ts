/** Rule `deliverable-not-in-tier`: work on a deliverable that the terms of its date do not include. */
import { termsIn, termsTimeline } from '../cadence/terms-timeline.ts';
import { onClause } from '../engagement/rest.ts';
import type { Grant, Tier } from '../rulebook/schema.ts';
import type { ScopeRule } from './finding.ts';
import { findInActivities, type Reproach } from './parts/on-activities.ts';

export const deliverableNotInTier: ScopeRule = {
  id: 'deliverable-not-in-tier',
  check(book) {
    return findInActivities(book, (engagement) => {
      const timeline = termsTimeline(book, engagement);
      return ({ activity: { deliverable }, day }) =>
        deliverable === undefined
          ? null
          : (reproachesOf(termsIn(timeline, day).tier).get(deliverable) ?? null);
    });
  },
};

const known = new WeakMap<Tier, ReadonlyMap<string, Reproach | null>>();

/** By deliverable, `null` where it is included: one for all the activities that it is held against. */
function reproachesOf(tier: Tier): ReadonlyMap<string, Reproach | null> {
  let reproaches = known.get(tier);
  if (!reproaches) {
    reproaches = new Map(
      tier.grants.map((grant) => [grant.deliverable, grant.included ? null : reproach(tier, grant)]),
    );
    known.set(tier, reproaches);
  }
  return reproaches;
}

function reproach(tier: Tier, { deliverable, clause }: Grant): Reproach {
  return {
    rule: 'deliverable-not-in-tier',
    message: 'deliverable-not-in-tier',
    severity: 'violation',
    key: JSON.stringify([deliverable, tier.id]),
    rests: onClause(clause),
    values: { deliverable, tier: tier.id },
  };
}
