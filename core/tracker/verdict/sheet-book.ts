/** The engagements, managers and limits of a workbook's rows, looked up as its formulas look them up. */
import type { Rulebook } from '../../rulebook/schema.ts';
import type { Row, TrackerRows } from '../rows.ts';
import { tierName } from '../tabs/rules.ts';
import { LIMIT_RULES, type LimitRule, tierColumn } from '../tabs/rules-places.ts';
import type { Words } from '../words.ts';
import { finder } from './finder.ts';
import { placeIn, readLimit, textOf } from './read-cell.ts';

/** `null`: none is stated. `'unknown'`: the tier cannot be read, so nobody can say. */
export type SheetLimit = number | null | 'unknown';

export interface SheetEngagement {
  row: Row;
  /** Places in their tabs, from 0; -1 where there is none. */
  manager: number;
  tier: number;
  limits: Record<LimitRule, SheetLimit>;
}

export interface SheetBook {
  rows: TrackerRows;
  words: Words;
  warnFromShare: number;
  engagements: readonly SheetEngagement[];
  /** Place of an engagement by its id, from 0; the first of two rows with one id; -1 where there is none. */
  engagementAt(id: string): number;
  managerAt(id: string): number;
  caseAt(id: string): number;
  /** Name of a customer by its id; the id itself where the Customers tab gives none. */
  customerName(id: string): string;
  /** The lowest limit of cases in hand that any of a manager's engagements sets. */
  casesLimitOf(manager: number): number | null;
}

const AGREED: Record<LimitRule, string> = {
  contacts: 'agreedContacts',
  casesInHand: 'agreedCases',
  weeklyHours: 'agreedHours',
};

export interface SheetBookOptions {
  rulebook: Rulebook;
  words: Words;
  rulesRows: readonly Row[];
  warnFromShare: number;
}

export function openSheet(rows: TrackerRows, options: SheetBookOptions): SheetBook {
  const { rulebook, words, rulesRows, warnFromShare } = options;
  const tierNames = rulebook.tiers.map((tier) => tierName(tier, words));
  const managerIds = idsOf(rows.managers);
  const managerAt = finder(managerIds);
  const customerAt = finder(idsOf(rows.customers));
  const stated = (rule: LimitRule, tier: number): SheetLimit => {
    if (tier < 0) return 'unknown';
    const row = rulesRows.find((candidate) => candidate.id === rule);
    return readLimit(row?.[tierColumn(rulebook.tiers[tier]!.id)]);
  };
  const engagements = (rows.engagements ?? []).map((row): SheetEngagement => {
    const tier = placeIn(tierNames, textOf(row.tier));
    const limits = Object.fromEntries(
      LIMIT_RULES.map((rule) => [rule, readLimit(row[AGREED[rule]]) ?? stated(rule, tier)]),
    ) as Record<LimitRule, SheetLimit>;
    return { row, tier, limits, manager: managerAt(textOf(row.manager)) };
  });
  const leastCases = casesLimits(engagements);
  return {
    rows,
    words,
    warnFromShare,
    engagements,
    engagementAt: finder(idsOf(rows.engagements)),
    managerAt,
    caseAt: finder(idsOf(rows.cases)),
    customerName: (id) => textOf(rows.customers?.[customerAt(id)]?.name) || id,
    casesLimitOf: (manager) => leastCases.get(manager) ?? null,
  };
}

function casesLimits(engagements: readonly SheetEngagement[]): Map<number, number> {
  const least = new Map<number, number>();
  for (const { manager, limits } of engagements) {
    const { casesInHand: limit } = limits;
    if (typeof limit === 'number') least.set(manager, Math.min(limit, least.get(manager) ?? limit));
  }
  return least;
}

function idsOf(rows: readonly Row[] | undefined): string[] {
  return (rows ?? []).map((row) => textOf(row.id));
}
