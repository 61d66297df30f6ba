/** The shape of a rulebook document: what each tier grants, and how its words are read. */
import * as z from 'zod/mini';
import { weekSchema } from '../time/calendar-schema.ts';
import { BUSINESS_DAY_READINGS } from './business-day-readings.ts';

const id = z.string().check(z.minLength(1), z.maxLength(200));
/** Names in the languages that the author knows; the built-in's names are in the language catalogues. */
const names = z.optional(z.record(z.string(), z.string()));
const positive = z.number().check(z.positive());
/** So many periods can be looked back at for each engagement without slowing the check. */
const fewPeriods = z.int().check(z.positive(), z.maximum(53));

export const METHODS = ['in-person', 'video-conference', 'phone', 'e-mail', 'online-self-paced'] as const;
export const FREQUENCIES = ['as-needed', 'weekly', 'monthly', 'quarterly'] as const;
export const DEPLOYMENTS = ['on-premises', 'saas'] as const;

export const clauseSchema = z.looseObject({
  /** Part of the source that says it: `table-1`, `availability`, … */
  section: id,
  /** What the clause is about where the section has one clause for each of them (a deliverable's id). */
  subject: z.optional(id),
  names,
});

/** How and how often a deliverable is given; `null` where the source states nothing. */
export const deliverySchema = z.looseObject({
  methods: z.array(z.enum(METHODS)),
  frequency: z.enum(FREQUENCIES),
  clause: id,
});

export const grantSchema = z.looseObject({
  deliverable: id,
  included: z.boolean(),
  clause: id,
  delivery: z.nullable(deliverySchema),
});

/** A target in business days or in hours of business time; neither where the source states no target. */
export const targetSchema = z.looseObject({
  businessDays: z.optional(positive),
  businessHours: z.optional(positive),
  clause: id,
});

export const limitSchema = z.looseObject({ limit: positive, clause: id });

export const scopeLimitsSchema = z.looseObject({
  weeklyCall: z.optional(z.looseObject({ clause: id })),
  contacts: z.optional(limitSchema),
  casesInHand: z.optional(limitSchema),
  weeklyHours: z.optional(limitSchema),
});

export const tierSchema = z.looseObject({
  id,
  names,
  deployment: z.enum(DEPLOYMENTS),
  /** Where the source says which deployment the tier is for; without it the clause of its purchase is named. */
  deploymentClause: z.optional(id),
  purchase: z.looseObject({ kind: z.enum(['included', 'additional']), clause: id }),
  grants: z.array(grantSchema),
  target: targetSchema,
  /** `null`: the source states no limits of scope for this tier. */
  scope: z.nullable(scopeLimitsSchema),
});

export const readingsSchema = z.looseObject({
  businessDay: z.enum(BUSINESS_DAY_READINGS),
  /** Share of a limit from which a warning is given, 0–1. */
  warnFromShare: z.number().check(z.positive(), z.maximum(1)),
  /** Business minutes before the due time from which an answer is due soon. */
  dueSoonMinutes: positive,
  sustainedOverrun: z.looseObject({ weeks: fewPeriods, over: fewPeriods }),
  /** Share of the week's business time that must have run before its hours are forecast, 0–1. */
  forecastFromShare: z.optional(z.number().check(z.positive(), z.maximum(1))),
  /** How many complete periods are looked back at for deliverables and calls that were missed. */
  missedPeriods: z.optional(fewPeriods),
  /** A term that ends within so many days is ending. */
  termEndingDays: z.optional(positive),
  /** Who answers an inquiry: any staff member, or only the manager and the backup. */
  answeredBy: z.enum(['any-staff', 'manager-or-backup']),
});

export const availabilitySchema = z.looseObject({
  /** Regular hours where an engagement's calendar says nothing else. */
  week: weekSchema,
  language: z.string(),
  clauses: z.looseObject({ hours: id, exceptions: id, weekends: id, language: id }),
});

export const rulebookSchema = z.looseObject({
  id,
  version: z.number(),
  names,
  clauses: z.record(z.string(), clauseSchema),
  deliverables: z.array(z.looseObject({ id, names })),
  tiers: z.array(tierSchema),
  availability: availabilitySchema,
  readings: readingsSchema,
});

export type Deployment = (typeof DEPLOYMENTS)[number];
export type Method = (typeof METHODS)[number];
export type Frequency = (typeof FREQUENCIES)[number];
export type Clause = z.infer<typeof clauseSchema>;
export type Delivery = z.infer<typeof deliverySchema>;
export type Grant = z.infer<typeof grantSchema>;
export type Target = z.infer<typeof targetSchema>;
export type ScopeLimits = z.infer<typeof scopeLimitsSchema>;
export type Tier = z.infer<typeof tierSchema>;
export type Readings = z.infer<typeof readingsSchema>;
export type Rulebook = z.infer<typeof rulebookSchema>;
