/** What each stored item looks like, entry by entry: a profile's disk can make anything of it. */
import * as z from 'zod/mini';
import { rulebookChoiceSchema, SECTION_SCHEMAS } from '#core/engagement/directory-schema.ts';
import { LANGUAGES } from '#core/language/index.ts';
import { BUSINESS_DAY_READINGS } from '#core/rulebook/business-day-readings.ts';
import { factsSchema } from '../facts-schema.ts';
import { factMapping, statusKind, statusWord } from '../mapping-schema.ts';

type Schema = z.core.$ZodType;
/** What of a value can be used; `undefined` where nothing can. */
export type Clean = (value: unknown) => unknown;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fits = (schema: Schema, value: unknown) => z.safeParse(schema, value).success;

const whole =
  (schema: Schema): Clean =>
  (value) =>
    fits(schema, value) ? value : undefined;
const listOf =
  (schema: Schema): Clean =>
  (value) =>
    Array.isArray(value) ? value.filter((entry) => fits(schema, entry)) : undefined;
const recordOf =
  (schema: Schema): Clean =>
  (value) =>
    isRecord(value)
      ? Object.fromEntries(Object.entries(value).filter(([, entry]) => fits(schema, entry)))
      : undefined;
/** Part by part; a part of which nothing can be used is left to the item's own default. */
const parts =
  (cleans: Record<string, Clean>): Clean =>
  (value) => {
    if (!isRecord(value)) return undefined;
    const cleaned = Object.entries(cleans).map(([name, clean]) => [name, clean(value[name])] as const);
    return { ...value, ...Object.fromEntries(cleaned) };
  };

const text = z.string();
const number = z.number();
const cells = z.record(text, z.nullable(z.union([text, number, z.boolean()])));
const { activities, cases, decisions } = SECTION_SCHEMAS;
const wall = z.looseObject({ from: text, until: text });

const queueEntry = z.looseObject({
  key: text,
  rowBy: z.looseObject({ column: text, text }),
  tracker: text,
  tab: text,
  about: text,
  cells,
  base: z.nullable(cells),
  madeMs: number,
  status: z.enum(['waiting', 'sent', 'held']),
  attempts: number,
  notBeforeMs: number,
  heldFor: z.nullable(text),
  detail: z.nullable(text),
  otherId: z.optional(text),
});
const tracker = z.looseObject({
  name: text,
  version: z.nullable(text),
  directory: z.nullable(z.looseObject({ engagements: z.array(z.looseObject({ id: text })) })),
  readMs: z.nullable(number),
  shown: z.record(text, text),
  notes: z.record(text, z.looseObject({ by: text, reason: text })),
  rules: z.nullable(
    z.looseObject({
      limits: z.record(text, z.record(text, z.nullable(number))),
      readings: z.looseObject({
        businessDay: z.exactOptional(z.enum(BUSINESS_DAY_READINGS)),
        warnFromShare: z.exactOptional(number),
      }),
    }),
  ),
  trouble: z.nullable(
    z.looseObject({
      sinceMs: number,
      problems: z.array(z.looseObject({ code: text, path: z.array(z.unknown()), values: z.looseObject({}) })),
    }),
  ),
});
const site = z.looseObject({
  zone: z.optional(text),
  unfolded: z.optional(z.boolean()),
  hidden: z.optional(z.boolean()),
  place: z.optional(z.looseObject({ corner: text, x: number, y: number })),
});

/** By the keys of the storage. */
export const SHAPES: Readonly<Record<string, Clean>> = {
  additions: parts({
    activities: listOf(activities),
    cases: listOf(cases),
    decisions: listOf(decisions),
  }),
  amendments: listOf(z.looseObject({ key: text, base: activities, next: z.nullable(activities) })),
  'card-keys': recordOf(number),
  'card-keys-former': recordOf(number),
  'card-page': whole(z.nullable(text)),
  cards: recordOf(z.looseObject({ text, keptMs: number })),
  drafts: listOf(
    z.tuple([
      text,
      z.union([
        z.looseObject({
          id: z.nullable(text),
          entry: z.looseObject({ date: text, hours: number, note: text }),
        }),
        z.looseObject({ note: text, by: text, reason: text }),
      ]),
    ]),
  ),
  engagement: whole(z.nullable(text)),
  'google-client': whole(z.nullable(z.looseObject({ id: text, secret: z.nullable(text) }))),
  language: whole(z.nullable(z.enum(LANGUAGES))),
  logged: listOf(z.tuple([text, text])),
  making: whole(z.nullable(z.looseObject({ run: text, title: text }))),
  mappings: recordOf(z.array(z.looseObject({ address: text, facts: z.array(factMapping) }))),
  person: whole(z.nullable(text)),
  picks: recordOf(
    z.looseObject({
      engagement: z.nullable(text),
      scope: z.enum(['ticket', 'organisation', 'domain']),
      atMs: number,
    }),
  ),
  queue: parts({
    entries: listOf(queueEntry),
    settled: listOf(z.looseObject({ key: text, tracker: text, atMs: number, isMarked: z.boolean() })),
    signedOut: listOf(text),
  }),
  reminders: parts({
    on: whole(z.boolean()),
    minutesBefore: listOf(number),
    overdue: whole(z.boolean()),
    person: whole(z.nullable(text)),
    quiet: whole(z.nullable(wall)),
    badge: whole(z.boolean()),
    pausedUntilMs: whole(z.nullable(number)),
  }),
  sites: recordOf(site),
  snoozed: recordOf(number),
  'status-words': recordOf(z.array(z.looseObject({ word: statusWord, kind: statusKind }))),
  tickets: recordOf(z.looseObject({ facts: factsSchema, seenMs: number })),
  timer: whole(
    z.nullable(
      z.looseObject({
        id: z.optional(text),
        url: text,
        ticket: text,
        engagement: text,
        deliverable: z.nullable(text),
        startedMs: number,
      }),
    ),
  ),
  told: recordOf(number),
  'tracker-base': whole(
    z.nullable(
      z.looseObject({
        rulebook: rulebookChoiceSchema,
        calendars: z.array(z.looseObject({ id: text })),
        onSheet: z.optional(rulebookChoiceSchema),
        ruledBy: z.optional(text),
      }),
    ),
  ),
  trackers: recordOf(tracker),
};
