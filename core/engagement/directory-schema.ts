/** The exchange document: one versioned JSON file with everything that a verdict rests on. */
import * as z from 'zod/mini';
import { readingsSchema, rulebookSchema } from '../rulebook/schema.ts';
import { DIRECTORY_FORMAT, DIRECTORY_VERSION } from './format.ts';
import {
  activitySchema,
  caseSchema,
  customerSchema,
  decisionSchema,
  engagementSchema,
  managerSchema,
  namedCalendarSchema,
  noAnswerNeededSchema,
  timeOffSchema,
} from './schema.ts';

/** The built-in rulebook by its id, with other readings where the organisation has chosen them; or its own. */
export const rulebookChoiceSchema = z.union([
  z.looseObject({ use: z.literal('service-management'), readings: z.optional(z.partial(readingsSchema)) }),
  z.looseObject({ own: rulebookSchema }),
]);

/** One schema for each section's entries: the check of a file goes entry by entry. */
export const SECTION_SCHEMAS = {
  calendars: namedCalendarSchema,
  managers: managerSchema,
  customers: customerSchema,
  engagements: engagementSchema,
  cases: caseSchema,
  activities: activitySchema,
  timeOff: timeOffSchema,
  noAnswerNeeded: noAnswerNeededSchema,
  decisions: decisionSchema,
};

export const directorySchema = z.looseObject({
  format: z.literal(DIRECTORY_FORMAT),
  version: z.literal(DIRECTORY_VERSION),
  name: z.optional(z.string()),
  rulebook: rulebookChoiceSchema,
  calendars: z.array(SECTION_SCHEMAS.calendars),
  managers: z.array(SECTION_SCHEMAS.managers),
  customers: z.array(SECTION_SCHEMAS.customers),
  engagements: z.array(SECTION_SCHEMAS.engagements),
  cases: z.optional(z.array(SECTION_SCHEMAS.cases)),
  activities: z.optional(z.array(SECTION_SCHEMAS.activities)),
  timeOff: z.optional(z.array(SECTION_SCHEMAS.timeOff)),
  noAnswerNeeded: z.optional(z.array(SECTION_SCHEMAS.noAnswerNeeded)),
  decisions: z.optional(z.array(SECTION_SCHEMAS.decisions)),
});

export type Directory = z.infer<typeof directorySchema>;
