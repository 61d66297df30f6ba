/** The shapes of what the options page asks beside the directory. */
import * as z from 'zod/mini';
import { readingsSchema } from '#core/rulebook/schema.ts';

const id = z.string().check(z.minLength(1), z.maxLength(400));
const zone = z.string().check(z.maxLength(100));
const wallTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const date = z.string().check(z.maxLength(10));
const name = z.optional(z.string().check(z.maxLength(1000)));
const span = z.object({ from: z.string().check(z.maxLength(5)), to: z.string().check(z.maxLength(5)) });
const MOST_DAYS = 5000;
const WEEK_MINUTES = 7 * 24 * 60;

const minutes = z.int().check(z.positive(), z.maximum(WEEK_MINUTES));
const changed = z.object({
  on: z.exactOptional(z.boolean()),
  overdue: z.exactOptional(z.boolean()),
  person: z.exactOptional(z.nullable(id)),
  quiet: z.exactOptional(z.nullable(z.object({ from: wallTime, until: wallTime }))),
  badge: z.exactOptional(z.boolean()),
});

const year = z.int().check(z.minimum(1970), z.maximum(2099));
const added = z.object({
  holidays: z
    .array(z.object({ date, name, kind: z.optional(z.enum(['holiday', 'training', 'closure'])) }))
    .check(z.maxLength(MOST_DAYS)),
  halfDays: z
    .array(z.object({ date, name, spans: z.array(span).check(z.maxLength(24)) }))
    .check(z.maxLength(MOST_DAYS)),
});

const readings = z.partial(z.object(readingsSchema.shape));

export const settingsRequests = [
  z.object({ type: z.literal('set-reminders'), changed }),
  z.object({ type: z.literal('remind-before'), minutes, on: z.boolean() }),
  z.object({
    type: z.literal('pause-reminders'),
    until: z.nullable(z.enum(['hour', 'tomorrow'])),
    zone,
  }),
  z.object({ type: z.literal('show-example') }),
  z.object({ type: z.literal('diagnose') }),
  z.object({ type: z.literal('calendar-year'), calendar: id, year }),
  z.object({ type: z.literal('add-days'), calendar: id, added }),
  z.object({ type: z.literal('remove-day'), calendar: id, date }),
  z.object({ type: z.literal('try-readings'), readings }),
  z.object({ type: z.literal('set-readings'), readings }),
  z.object({ type: z.enum(['export-set-aside', 'forget-set-aside']) }),
] as const;
