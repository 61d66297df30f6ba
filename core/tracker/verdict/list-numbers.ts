/** Which of its column's shorter lists a row is offered, as the sheet's own formula has it. */
import type { Cell, Row } from '../rows.ts';
import { methodsOfTier } from '../tabs/lists.ts';
import { finder } from './finder.ts';
import { textOf } from './read-cell.ts';

export interface ListedRows {
  /** What is asked for: `engagement` and `deliverable` as rows name them. */
  rows: readonly Row[];
  engagements: readonly Row[];
  lists: readonly Row[];
}

/**
 * For the columns whose lists go by the tier, the number of each row's list, from 1.
 * @returns 0 for a row that is offered everything: of no engagement that is there, of a tier that is none of the lists',
 * and where the tier states no method for the deliverable
 */
export function listNumbers({ rows, engagements, lists }: ListedRows): Readonly<Record<string, number[]>> {
  const engagementAt = finder(engagements.map(({ id }) => textOf(id)));
  const tierAt = finder(lists.map(({ tier }) => textOf(tier)));
  const deliverableAt = finder(lists.map(({ deliverable }) => textOf(deliverable)));
  const tiers = engagements.map(({ tier }) => tierAt(textOf(tier)) + 1);
  const deliverable = rows.map(({ engagement }) => tiers[engagementAt(textOf(engagement))] ?? 0);
  const method = rows.map((row, place) => {
    const list: Cell =
      lists[deliverableAt(textOf(row.deliverable))]?.[methodsOfTier(deliverable[place]!)] ?? 0;
    return Number(list);
  });
  return { deliverable, method };
}
