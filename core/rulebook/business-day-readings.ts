/** The readings of a response target in business days, in the order in which they are offered and numbered. */
export const BUSINESS_DAY_READINGS = ['same-time', 'end-of-day', 'business-hours'] as const;

export type BusinessDayReading = (typeof BUSINESS_DAY_READINGS)[number];
