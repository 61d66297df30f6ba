/** The shape of a page's facts: they come from a process that a hostile page shares. */
import * as z from 'zod/mini';

const text = z.string().check(z.maxLength(4000));
const url = z.string().check(z.maxLength(8000));
const source = z.enum(['mapped', 'site', 'semantics', 'label', 'url', 'position']);
const shown = z.optional(text);
const person = z.object({ name: z.optional(text), email: z.optional(text) });

function fact<T extends z.core.$ZodType>(value: T) {
  return z.nullable(z.object({ value, source, shown }));
}

const time = z.object({
  fromMs: z.number(),
  untilMs: z.number(),
  zone: z.enum(['offset', 'page', 'setting', 'assumed']),
  shown: text,
});

const status = z.object({ shown: text, kind: z.nullable(z.enum(['open', 'pending', 'solved', 'closed'])) });

export const MOST_MESSAGES = 5000;

export const factsSchema = z.object({
  url,
  // Told in reports of a fault: a name of ours, and no sentence of a page's.
  reader: z.string().check(z.regex(/^[a-z-]{1,40}$/)),
  changed: z.optional(text),
  language: z.nullable(text),
  id: fact(text),
  subject: fact(text),
  requester: fact(person),
  organisation: fact(text),
  created: fact(time),
  deadline: z.optional(fact(time)),
  status: fact(status),
  priority: fact(text),
  assignee: fact(text),
  messages: z
    .array(
      z.object({
        role: z.enum(['customer', 'staff', 'note', 'automatic', 'unknown']),
        author: person,
        at: z.nullable(time),
        source,
      }),
    )
    .check(z.maxLength(MOST_MESSAGES)),
  earlierMessages: z.number().check(z.nonnegative()),
  unread: z
    .array(
      z.enum(['id', 'subject', 'requester', 'organisation', 'status', 'messages', 'times', 'zone', 'roles']),
    )
    .check(z.maxLength(20)),
  mapping: z.optional(z.object({ unfit: z.array(text).check(z.maxLength(20)) })),
});

export const MOST_ROWS = 2000;

export const rowsSchema = z
  .array(
    z.object({
      url: z.nullable(url),
      id: z.nullable(text),
      subject: z.nullable(text),
      requester: z.nullable(person),
      organisation: z.nullable(text),
      status: z.nullable(status),
      created: z.nullable(time),
      changed: z.nullable(time),
    }),
  )
  .check(z.maxLength(MOST_ROWS));
