/** The terms of an engagement on a date: its tier's words, and what its own contract sets in their place. */

import type { Rulebook, Tier } from '../rulebook/schema.ts';
import type { TargetAmount } from '../time/due-at.ts';
import type { LocalDate } from '../time/local-date.ts';
import { onClause, type Rest } from './rest.ts';
import type { Agreed, Engagement } from './schema.ts';

export interface Limit {
  limit: number;
  rests: Rest;
}

export interface Terms {
  tier: Tier;
  /** `null`: no target is stated. */
  target: TargetAmount | null;
  targetRests: Rest;
  weeklyCall: Rest | null;
  contacts: Limit | null;
  casesInHand: Limit | null;
  weeklyHours: Limit | null;
  language: string;
  languageRests: Rest;
}

/**
 * The terms that hold for what is received on a date (reading "Which contract": a dated change applies from
 * its date on, to inquiries received from then on).
 */
export function termsOn(engagement: Engagement, rulebook: Rulebook, date: LocalDate): Terms {
  let tierId = engagement.tier;
  let agreed = engagement.agreed;
  for (const change of [...(engagement.changes ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (change.from > date) break;
    if (change.tier !== undefined) tierId = change.tier;
    if (change.agreed !== undefined) agreed = change.agreed;
  }
  // `openDirectory` has checked that every tier named exists.
  const tier = rulebook.tiers.find((candidate) => candidate.id === tierId)!;
  const contract: Rest = { kind: 'contract', source: agreed?.source ?? engagement.id };
  const own = agreed?.target;
  const language = agreed?.language ?? engagement.language;
  return {
    tier,
    target: amountOf(own) ?? amountOf(tier.target),
    targetRests: amountOf(own) ? contract : onClause(tier.target.clause),
    weeklyCall: weeklyCallOf(tier, agreed, contract),
    contacts: limitOf('contacts', tier, agreed, contract),
    casesInHand: limitOf('casesInHand', tier, agreed, contract),
    weeklyHours: limitOf('weeklyHours', tier, agreed, contract),
    language: language ?? rulebook.availability.language,
    languageRests: language === undefined ? onClause(rulebook.availability.clauses.language) : contract,
  };
}

/** Whether a date lies in the term; both ends are inclusive, an end that is not given is open. */
export function inTerm(engagement: Engagement, date: LocalDate): boolean {
  return (
    (engagement.from === undefined || engagement.from <= date) &&
    (engagement.until === undefined || date <= engagement.until)
  );
}

function amountOf(target: TargetAmount | undefined): TargetAmount | null {
  if (target?.businessDays !== undefined) return { businessDays: target.businessDays };
  if (target?.businessHours !== undefined) return { businessHours: target.businessHours };
  return null;
}

function limitOf(
  kind: 'contacts' | 'casesInHand' | 'weeklyHours',
  tier: Tier,
  agreed: Agreed | undefined,
  contract: Rest,
): Limit | null {
  const own = agreed?.limits?.[kind];
  if (own) return { limit: own.limit, rests: contract };
  const stated = tier.scope?.[kind];
  return stated ? { limit: stated.limit, rests: onClause(stated.clause) } : null;
}

function weeklyCallOf(tier: Tier, agreed: Agreed | undefined, contract: Rest): Rest | null {
  if (agreed?.limits?.weeklyCall) return contract;
  return tier.scope?.weeklyCall ? onClause(tier.scope.weeklyCall.clause) : null;
}
