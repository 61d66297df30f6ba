/** The calendar of a document: its shape only. Zones, dates and spans are checked by `compileCalendar`. */
import * as z from 'zod/mini';

const spanSchema = z.object({ from: z.string(), to: z.string() });
const spans = z.optional(z.array(spanSchema).check(z.maxLength(24)));

/** Spans by weekday; a weekday that is absent is closed. */
export const weekSchema = z.object({
  mon: spans,
  tue: spans,
  wed: spans,
  thu: spans,
  fri: spans,
  sat: spans,
  sun: spans,
});

export const calendarSchema = z.looseObject({
  zone: z.string().check(z.minLength(1)),
  week: weekSchema,
  holidays: z.optional(
    z.array(
      z.looseObject({
        date: z.string(),
        name: z.optional(z.string()),
        kind: z.optional(z.enum(['holiday', 'training', 'closure'])),
      }),
    ),
  ),
  overrides: z.optional(
    z.array(z.looseObject({ date: z.string(), spans: z.array(spanSchema), name: z.optional(z.string()) })),
  ),
  nominalDayHours: z.optional(z.number().check(z.positive(), z.maximum(24))),
});
