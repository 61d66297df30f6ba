/** What people have set on a tracker's Rules tab, and a choice of rulebook with it. */
import { rulebookOf } from '../engagement/book.ts';
import type { Directory } from '../engagement/directory-schema.ts';
import type { Readings, Rulebook } from '../rulebook/schema.ts';
import type { Row } from './rows.ts';
import { INPUT_ROWS, LIMIT_RULES, tierColumn } from './tabs/rules-places.ts';
import {
  hasSameLimits,
  limitsOfTier,
  readingNumbered,
  type TierLimits,
  withLimits,
} from './verdict/sheet-rulebook.ts';

export interface SheetRules {
  /** By the tier's id. */
  limits: Record<string, TierLimits>;
  /** What stands above the table and can be read. */
  readings: Partial<Pick<Readings, 'businessDay' | 'warnFromShare'>>;
}

/** The first row given is the sheet's second. */
const ROWS_BEFORE = 2;

/** The tab's rows from the sheet's second on; `null` where there is none, or nothing in it says what it limits. */
export function readRules(rows: readonly Row[] | undefined, { tiers }: Rulebook): SheetRules | null {
  if (!rows?.some(({ id }) => LIMIT_RULES.some((rule) => rule === id))) return null;
  const input = (row: number) => rows[row - ROWS_BEFORE]?.[tierColumn(tiers[0]!.id)];
  const businessDay = readingNumbered(input(INPUT_ROWS.businessDay));
  const share = input(INPUT_ROWS.warnFromShare);
  const isShare = typeof share === 'number' && share > 0 && share <= 1;
  return {
    limits: Object.fromEntries(
      tiers
        .filter(({ id }) => rows.some((row) => tierColumn(id) in row))
        .map(({ id }) => [id, limitsOfTier(rows, id)]),
    ),
    readings: { ...(businessDay && { businessDay }), ...(isShare && { warnFromShare: share }) },
  };
}

/** The rulebook by its name while the Rules tab sets the limits that it has; else written out. */
export function withSheetRules(
  choice: Directory['rulebook'],
  { limits, readings }: SheetRules,
): Directory['rulebook'] {
  const rulebook = rulebookOf({ rulebook: choice });
  const limited = withLimits(rulebook, (tier) => limits[tier]);
  if ('own' in choice || !hasSameLimits(limited, rulebook)) {
    return { own: { ...limited, readings: { ...rulebook.readings, ...readings } } };
  }
  return { ...choice, readings: { ...choice.readings, ...readings } };
}
