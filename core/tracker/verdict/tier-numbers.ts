/** Which of the tiers' lists a row is offered, as the sheet's own formula has it. */
import type { Cell, Row } from '../rows.ts';
import { finder } from './finder.ts';
import { textOf } from './read-cell.ts';

/**
 * For engagements as rows name them, the place of each one's tier among the tiers' names, from 1.
 * @returns 0 for an engagement that is not there, and for one whose tier is none of these
 */
export function tierNumbers(
  engagements: readonly (Cell | undefined)[],
  rows: readonly Row[],
  tiers: readonly string[],
): number[] {
  const engagementAt = finder(rows.map(({ id }) => textOf(id)));
  const tierAt = finder(tiers);
  return engagements.map((id) => {
    const place = engagementAt(textOf(id));
    return place < 0 ? 0 : tierAt(textOf(rows[place]!.tier)) + 1;
  });
}
