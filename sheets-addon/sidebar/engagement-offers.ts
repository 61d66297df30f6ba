/** The engagements that can be chosen: each once, with its customer and its tier as people wrote them. */
import { type TrackerRows, textOf } from '#core/tracker/index.ts';
import type { EngagementOffer } from './protocol.ts';

export function engagementOffers({ customers, engagements }: TrackerRows): EngagementOffer[] {
  const names = new Map(customers?.map(({ id, name }) => [textOf(id).toLowerCase(), textOf(name)]));
  const offers = new Map<string, EngagementOffer>();
  for (const row of engagements ?? []) {
    const [id, customer, tier] = [textOf(row.id), textOf(row.customer), textOf(row.tier)];
    if (id === '' || offers.has(id)) continue;
    offers.set(id, { id, customer: names.get(customer.toLowerCase()) || customer, tier });
  }
  return [...offers.values()];
}
