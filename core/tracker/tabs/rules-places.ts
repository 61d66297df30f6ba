/** Where the Rules tab has what people set: rows of its table by their ids, and rows above it by their numbers. */

export const LIMIT_RULES = ['contacts', 'casesInHand', 'weeklyHours'] as const;
export type LimitRule = (typeof LIMIT_RULES)[number];

export const tierColumn = (tier: string) => `tier:${tier}`;

/** Both stand in the first tier's column. */
export const INPUT_ROWS = { warnFromShare: 3, businessDay: 4 };
