/** The parts of a directory: who serves whom, under which tier, with which contacts, cases, hours and time off. */
import * as z from 'zod/mini';
import { DEPLOYMENTS, METHODS, scopeLimitsSchema } from '../rulebook/schema.ts';
import { calendarSchema } from '../time/calendar-schema.ts';

const id = z.string().check(z.minLength(1), z.maxLength(200));
const text = z.string().check(z.maxLength(10_000));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const optionalText = z.optional(text);
const optionalDate = z.optional(date);
/** ISO 8601 with an offset. */
const instant = z.string().check(z.maxLength(40));

export const CASE_STATUSES = ['open', 'pending', 'solved', 'closed'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const managerSchema = z.looseObject({
  id,
  name: text,
  email: optionalText,
  phone: optionalText,
  /** Manager who answers while this one is away. */
  backup: z.optional(id),
});

export const customerSchema = z.looseObject({
  id,
  name: text,
  /** How ticket pages name this customer: organisations, e-mail domains, single addresses. */
  organisations: z.optional(z.array(text)),
  domains: z.optional(z.array(text)),
  addresses: z.optional(z.array(text)),
});

/** Identified contact (point of contact); `from` and `until` are inclusive dates. */
export const contactSchema = z.looseObject({
  name: optionalText,
  email: optionalText,
  from: optionalDate,
  until: optionalDate,
});

/** What an engagement's own contract sets in place of its tier's words. */
export const agreedSchema = z.looseObject({
  target: z.optional(
    z.looseObject({ businessDays: z.optional(z.number()), businessHours: z.optional(z.number()) }),
  ),
  limits: z.optional(scopeLimitsSchema),
  language: optionalText,
  /** Where it is agreed, as people there would say it: "Order 4711, § 3". */
  source: optionalText,
});

/** A contract that changes more often than this is no contract; the bound keeps its check linear. */
const MAX_CHANGES = 500;

export const engagementSchema = z.looseObject({
  id,
  customer: id,
  name: optionalText,
  tier: id,
  /** Where the customer runs the product; the tier must be one for it. */
  deployment: z.optional(z.enum(DEPLOYMENTS)),
  manager: id,
  backup: z.optional(id),
  /** The term, inclusive dates. */
  from: optionalDate,
  until: optionalDate,
  calendar: id,
  language: optionalText,
  contacts: z.optional(z.array(contactSchema)),
  agreed: z.optional(agreedSchema),
  /** Dated changes of the contract, for inquiries received from that date on. */
  changes: z.optional(
    z
      .array(z.looseObject({ from: date, tier: z.optional(id), agreed: z.optional(agreedSchema) }))
      .check(z.maxLength(MAX_CHANGES)),
  ),
});

/** An inquiry remembered from a ticket page; without `answered` the answer is still owed. */
export const rememberedInquirySchema = z.looseObject({ received: instant, answered: z.optional(instant) });

export const caseSchema = z.looseObject({
  id,
  engagement: id,
  subject: optionalText,
  status: z.enum(CASE_STATUSES),
  opened: optionalDate,
  closed: optionalDate,
  /** Address of the ticket, the one claim that a case has on it. */
  link: optionalText,
  /** Who asked: an address, or a name where none is known. */
  requester: optionalText,
  /** As the ticket system counts: 0 is the most severe. */
  severity: z.optional(z.number().check(z.nonnegative())),
  /** A case of severity 0 is taken for an outage unless this says `false`. */
  outage: z.optional(z.boolean()),
  /** Absent where nobody remembers them; then nothing is said of answers owed. */
  inquiries: z.optional(z.array(rememberedInquirySchema)),
});

export const activitySchema = z.looseObject({
  id,
  engagement: id,
  /** Local date of the work in the engagement's zone, or the instant at which it began. */
  date: optionalDate,
  at: z.optional(instant),
  hours: z.number().check(z.nonnegative()),
  deliverable: z.optional(id),
  method: z.optional(z.enum(METHODS)),
  language: optionalText,
  note: optionalText,
  /** The case that it was for. */
  case: z.optional(id),
  /** It was the formal call of the week with the customer. */
  weeklyCall: z.optional(z.boolean()),
  /** Work outside service hours was announced beforehand. */
  priorNotice: z.optional(z.boolean()),
});

/** Time off of one person, inclusive dates. */
export const timeOffSchema = z.looseObject({ manager: id, from: date, until: date, reason: optionalText });

/** A staff member's word that an inquiry needs no answer. */
export const noAnswerNeededSchema = z.looseObject({
  ticket: text,
  /** Instant of the inquiry's first unanswered message. */
  inquiry: instant,
  by: text,
  at: instant,
});

export const DECISIONS = ['no-answer-needed', 'answer-needed', 'acknowledged', 'not-acknowledged'] as const;
export type DecisionKind = (typeof DECISIONS)[number];

/** One line of the journal of what staff members decided; the last one about a thing holds. */
export const decisionSchema = z.looseObject({
  id,
  decision: z.enum(DECISIONS),
  engagement: z.optional(id),
  /** Address of the ticket on which it was decided. */
  ticket: optionalText,
  /** Instant of the inquiry's first unanswered message, or the key of the finding. */
  about: text,
  by: text,
  at: instant,
  reason: optionalText,
});

export const namedCalendarSchema = z.extend(calendarSchema, {
  id,
  name: optionalText,
  /** Where these hours and this zone are agreed, where they are not the rulebook's own. */
  source: optionalText,
});

export type Manager = z.infer<typeof managerSchema>;
export type Customer = z.infer<typeof customerSchema>;
export type Contact = z.infer<typeof contactSchema>;
export type Agreed = z.infer<typeof agreedSchema>;
export type Engagement = z.infer<typeof engagementSchema>;
export type RememberedInquiry = z.infer<typeof rememberedInquirySchema>;
export type Case = z.infer<typeof caseSchema>;
export type Activity = z.infer<typeof activitySchema>;
export type TimeOff = z.infer<typeof timeOffSchema>;
export type NoAnswerNeeded = z.infer<typeof noAnswerNeededSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type NamedCalendar = z.infer<typeof namedCalendarSchema>;
