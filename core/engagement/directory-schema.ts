/** The exchange document: one versioned JSON file with everything that a verdict rests on. */
import * as z from 'zod/mini';
import { readingsSchema, rulebookSchema } from '../rulebook/schema.ts';
import {
  activitySchema,
  caseSchema,
  customerSchema,
  engagementSchema,
  managerSchema,
  namedCalendarSchema,
  noAnswerNeededSchema,
  timeOffSchema,
} from './schema.ts';

export const DIRECTORY_FORMAT = 'dueline-directory';
export const DIRECTORY_VERSION = 1;

/** The built-in rulebook by its id, with other readings where the organisation has chosen them; or its own. */
const rulebookChoiceSchema = z.union([
  z.looseObject({ use: z.literal('service-management'), readings: z.optional(z.partial(readingsSchema)) }),
  z.looseObject({ own: rulebookSchema }),
]);

export const directorySchema = z.looseObject({
  format: z.literal(DIRECTORY_FORMAT),
  version: z.literal(DIRECTORY_VERSION),
  name: z.optional(z.string()),
  rulebook: rulebookChoiceSchema,
  calendars: z.array(namedCalendarSchema),
  managers: z.array(managerSchema),
  customers: z.array(customerSchema),
  engagements: z.array(engagementSchema),
  cases: z.optional(z.array(caseSchema)),
  activities: z.optional(z.array(activitySchema)),
  timeOff: z.optional(z.array(timeOffSchema)),
  noAnswerNeeded: z.optional(z.array(noAnswerNeededSchema)),
});

export type Directory = z.infer<typeof directorySchema>;
