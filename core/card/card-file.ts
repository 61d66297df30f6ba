/** A card as a file of its own, and how much of it is owed. */
import type { CustomerCard } from './card.ts';

/** Its engagement and its day; no letter that a file's name may not have. */
export function cardFileName({ directory, issued }: CustomerCard): string {
  const name = directory.engagements[0]!.id.replace(/[^\w-]+/g, '-');
  return `dueline-card-${name}-${issued.slice(0, 10)}.txt`;
}

/** Answers owed that a card tells of. */
export function owedOn({ directory: { cases = [] } }: CustomerCard): number {
  return cases.reduce((sum, { inquiries }) => sum + (inquiries?.length ?? 0), 0);
}
