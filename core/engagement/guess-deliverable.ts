/** A guess, for people to confirm, of the deliverable that work on a ticket was for. */
import { LANGUAGES, lookUp } from '../language/index.ts';
import words from '../rulebook/deliverable-words.json' with { type: 'json' };
import type { Rulebook, Tier } from '../rulebook/schema.ts';
import { folded } from './claims.ts';

/**
 * The deliverable whose name, or one of whose words, a subject says most of; only of those that the tier includes.
 * `null` where the subject says none of them.
 * @example
 * guessDeliverable('Upgrade to version 9?', serviceManagement, serviceManagement.tiers[1]) // 'upgrade-planning'
 * guessDeliverable('Hello', serviceManagement, serviceManagement.tiers[1]) // null
 */
export function guessDeliverable(subject: string, rulebook: Rulebook, tier: Tier): string | null {
  const text = folded(subject);
  let best: { id: string; said: number } | null = null;
  for (const { deliverable: id, included } of tier.grants) {
    if (!included) continue;
    const names = rulebook.deliverables.find((entry) => entry.id === id)?.names ?? {};
    const said = Math.max(0, ...namesOf(id, names).map((word) => (text.includes(word) ? word.length : 0)));
    if (said > (best?.said ?? 0)) best = { id, said };
  }
  return best?.id ?? null;
}

function namesOf(id: string, names: Record<string, string>): string[] {
  const own = (words as Record<string, string[]>)[id] ?? [];
  const known = LANGUAGES.map((language) => lookUp(language, `deliverable.${id}`));
  return [...own, ...Object.values(names), ...known.filter((name) => typeof name === 'string')].map(folded);
}
