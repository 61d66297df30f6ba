/** The rulebook as the Rules tab has it: what people have written there counts, in formulas and here alike. */
import type { Directory } from '../../engagement/directory-schema.ts';
import { BUSINESS_DAY_READINGS, type BusinessDayReading } from '../../rulebook/business-day-readings.ts';
import type { Readings, Rulebook, ScopeLimits, Tier } from '../../rulebook/schema.ts';
import type { Row } from '../rows.ts';
import { LIMIT_RULES, type LimitRule, tierColumn } from '../tabs/rules-places.ts';
import { readLimit } from './read-cell.ts';

/** `null`: none is stated. */
export type TierLimits = Record<LimitRule, number | null>;

export function limitsOfTier(rulesRows: readonly Row[], tier: string): TierLimits {
  return Object.fromEntries(
    LIMIT_RULES.map((rule) => [rule, readLimit(rulesRows.find(({ id }) => id === rule)?.[tierColumn(tier)])]),
  ) as TierLimits;
}

/** The rulebook with the limits that `limitsOf` gives for a tier; where it gives none the tier keeps its own. */
export function withLimits(rulebook: Rulebook, limitsOf: (tier: string) => TierLimits | undefined): Rulebook {
  const clauses = { ...rulebook.clauses };
  const clauseOf = (rule: LimitRule) => {
    const stated = rulebook.tiers.find(({ scope }) => scope?.[rule])?.scope?.[rule]?.clause;
    // A limit that the documents do not know rests on the tab alone.
    if (stated === undefined) clauses[rule] ??= { section: rule };
    return stated ?? rule;
  };
  const tiers = rulebook.tiers.map((tier): Tier => {
    const limits = limitsOf(tier.id);
    if (!limits) return tier;
    const scope: ScopeLimits = { ...(tier.scope ?? {}) };
    for (const rule of LIMIT_RULES) {
      const limit = limits[rule];
      if (limit === null) delete scope[rule];
      else scope[rule] = { limit, clause: scope[rule]?.clause ?? clauseOf(rule) };
    }
    return { ...tier, scope };
  });
  return { ...rulebook, clauses, tiers };
}

export function rulebookOnSheet(
  rulebook: Rulebook,
  rulesRows: readonly Row[],
  warnFromShare: number,
): Rulebook {
  const limited = withLimits(rulebook, (tier) => limitsOfTier(rulesRows, tier));
  return { ...limited, readings: { ...rulebook.readings, warnFromShare } };
}

/** The reading of the response target whose number, from 1, stands on the Rules tab. */
export function readingNumbered(cell: unknown): BusinessDayReading | undefined {
  return BUSINESS_DAY_READINGS.find((_, place) => String(cell) === String(place + 1));
}

/** The rulebook with the reading whose number stands on the Rules tab; else its own. */
export function asReadOnSheet(rulebook: Rulebook, cell: unknown): Rulebook {
  const businessDay = readingNumbered(cell);
  return businessDay ? { ...rulebook, readings: { ...rulebook.readings, businessDay } } : rulebook;
}

/** The rulebook by its name while the Rules tab sets its limits; else written out as the tab has it. */
export function rulebookChoice(
  rulebook: Rulebook,
  rulesRows: readonly Row[],
  readings: Pick<Readings, 'businessDay' | 'warnFromShare'>,
): Directory['rulebook'] {
  const own = rulebookOnSheet(rulebook, rulesRows, readings.warnFromShare);
  if (!hasSameLimits(own, rulebook)) return { own: { ...own, readings: { ...own.readings, ...readings } } };
  const { businessDay, warnFromShare } = rulebook.readings;
  const other = {
    ...(readings.businessDay !== businessDay && { businessDay: readings.businessDay }),
    ...(readings.warnFromShare !== warnFromShare && { warnFromShare: readings.warnFromShare }),
  };
  return { use: 'service-management', ...(Object.keys(other).length > 0 && { readings: other }) };
}

export function hasSameLimits(one: Rulebook, other: Rulebook): boolean {
  const limitsIn = ({ tiers }: Rulebook) =>
    JSON.stringify(tiers.map(({ scope }) => LIMIT_RULES.map((rule) => scope?.[rule]?.limit ?? null)));
  return limitsIn(one) === limitsIn(other);
}
