/** Builders for the grants of the built-in tiers: a row of table 1, and its row of table 2 where it has one. */
import { DELIVERABLES, type DeliverableId } from './deliverables.ts';
import type { Frequency, Grant, Method } from './schema.ts';

type Table2 = Partial<Record<DeliverableId, readonly [methods: readonly Method[], frequency: Frequency]>>;

/** Grants in the order of table 1; `table2` gives method and frequency, absence means that none is stated. */
export function grantsOf(included: readonly DeliverableId[], table2: Table2): Grant[] {
  return DELIVERABLES.map((deliverable) => {
    const row = table2[deliverable];
    return {
      deliverable,
      included: included.includes(deliverable),
      clause: `table-1.${deliverable}`,
      delivery: row ? { methods: [...row[0]], frequency: row[1], clause: `table-2.${deliverable}` } : null,
    };
  });
}
