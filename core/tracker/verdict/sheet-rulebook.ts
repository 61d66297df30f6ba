/** The rulebook as the Rules tab has it: what people have written there counts, in formulas and here alike. */
import type { Directory } from '../../engagement/directory-schema.ts';
import { BUSINESS_DAY_READINGS } from '../../rulebook/business-day-readings.ts';
import type { Readings, Rulebook, ScopeLimits, Tier } from '../../rulebook/schema.ts';
import type { Row } from '../rows.ts';
import { LIMIT_RULES, tierColumn } from '../tabs/rules.ts';
import { readLimit } from './read-cell.ts';

export function rulebookOnSheet(
  rulebook: Rulebook,
  rulesRows: readonly Row[],
  warnFromShare: number,
): Rulebook {
  const tiers = rulebook.tiers.map((tier): Tier => {
    const scope: ScopeLimits = { ...(tier.scope ?? {}) };
    for (const rule of LIMIT_RULES) {
      const limit = readLimit(rulesRows.find(({ id }) => id === rule)?.[tierColumn(tier.id)]);
      const clause =
        tier.scope?.[rule]?.clause ??
        rulebook.tiers.find((other) => other.scope?.[rule])?.scope?.[rule]?.clause;
      if (limit === null) delete scope[rule];
      else scope[rule] = { limit, clause: clause ?? rule };
    }
    return { ...tier, scope };
  });
  return { ...rulebook, tiers, readings: { ...rulebook.readings, warnFromShare } };
}

/** The rulebook with the reading of the response target whose number, from 1, stands on the Rules tab; else its own. */
export function asReadOnSheet(rulebook: Rulebook, cell: unknown): Rulebook {
  const businessDay = BUSINESS_DAY_READINGS.find((_, place) => String(cell) === String(place + 1));
  return businessDay ? { ...rulebook, readings: { ...rulebook.readings, businessDay } } : rulebook;
}

/** The rulebook by its name while the Rules tab sets its limits; else written out as the tab has it. */
export function rulebookChoice(
  rulebook: Rulebook,
  rulesRows: readonly Row[],
  readings: Pick<Readings, 'businessDay' | 'warnFromShare'>,
): Directory['rulebook'] {
  const own = rulebookOnSheet(rulebook, rulesRows, readings.warnFromShare);
  if (limitsIn(own) !== limitsIn(rulebook))
    return { own: { ...own, readings: { ...own.readings, ...readings } } };
  const { businessDay, warnFromShare } = rulebook.readings;
  const other = {
    ...(readings.businessDay !== businessDay && { businessDay: readings.businessDay }),
    ...(readings.warnFromShare !== warnFromShare && { warnFromShare: readings.warnFromShare }),
  };
  return { use: 'service-management', ...(Object.keys(other).length > 0 && { readings: other }) };
}

function limitsIn({ tiers }: Rulebook): string {
  return JSON.stringify(tiers.map(({ scope }) => LIMIT_RULES.map((rule) => scope?.[rule]?.limit ?? null)));
}
