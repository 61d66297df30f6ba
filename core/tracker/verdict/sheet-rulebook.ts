/** The rulebook as the Rules tab has it: what people have written there counts, in formulas and here alike. */
import type { Directory } from '../../engagement/directory-schema.ts';
import type { Rulebook, ScopeLimits, Tier } from '../../rulebook/schema.ts';
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

/** The rulebook by its name while the Rules tab says what it says; else written out as the tab has it. */
export function rulebookChoice(
  rulebook: Rulebook,
  rulesRows: readonly Row[],
  warnFromShare: number,
): Directory['rulebook'] {
  const own = rulebookOnSheet(rulebook, rulesRows, warnFromShare);
  return said(own) === said(rulebook) ? { use: 'service-management' } : { own };
}

/** What the Rules tab can change. */
function said({ tiers, readings }: Rulebook): string {
  const limits = tiers.map(({ scope }) => LIMIT_RULES.map((rule) => scope?.[rule]?.limit ?? null));
  return JSON.stringify([limits, readings.warnFromShare]);
}
