/** What a tier grants, found by its deliverable: each activity asks for it. */
import type { Grant, Tier } from '../rulebook/schema.ts';

const known = new WeakMap<Tier, ReadonlyMap<string, Grant>>();

/** The grant of a deliverable; `undefined` where the tier does not speak of it. */
export function grantOf(tier: Tier, deliverable: string): Grant | undefined {
  let grants = known.get(tier);
  if (!grants) {
    grants = new Map(tier.grants.map((grant) => [grant.deliverable, grant]));
    known.set(tier, grants);
  }
  return grants.get(deliverable);
}
