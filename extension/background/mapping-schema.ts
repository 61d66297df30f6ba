/** The shape of a mapping: it comes from a page, or from a file that somebody else has made. */
import * as z from 'zod/mini';
import { isPlainSelector } from '../mapping/plain-selector.ts';
import { ANCHOR_KINDS, MAPPABLE, STATUS_KINDS, STREAM_ROLES } from '../platform/mapping.ts';

export const MOST_SITES = 200;
export const MOST_PAGES = 20;
export const MOST_WORDS = 60;

const anchor = z
  .object({ by: z.enum(ANCHOR_KINDS), value: z.string().check(z.minLength(1), z.maxLength(400)) })
  .check(z.refine(({ by, value }) => by === 'label' || isPlainSelector(value)));

const selector = z.string().check(z.maxLength(400), z.refine(isPlainSelector));
const mark = z.string().check(
  z.maxLength(400),
  z.refine((value) => value === '' || isPlainSelector(value)),
);
const stream = z.object({
  at: z.array(selector).check(z.maxLength(8)),
  author: z.array(selector).check(z.maxLength(8)),
  roles: z.array(z.object({ mark, role: z.enum(STREAM_ROLES) })).check(z.maxLength(12)),
});

export const factMapping = z.object({
  fact: z.enum(MAPPABLE),
  anchors: z.array(anchor).check(z.maxLength(8)),
  stream: z.optional(stream),
});

export const statusKind = z.enum(STATUS_KINDS);
export const statusWord = z.string().check(z.minLength(1), z.maxLength(120));

const pageMapping = z.object({
  address: z.string().check(z.minLength(1), z.maxLength(500)),
  facts: z.array(factMapping).check(z.minLength(1), z.maxLength(MAPPABLE.length)),
});

const site = z.string().check(z.regex(/^https?:\/\/[^/\s]+$/), z.maxLength(300));

export const mappingsFile = z.object({
  format: z.literal('dueline-mappings'),
  version: z.literal(1),
  sites: z
    .array(
      z.object({
        site,
        pages: z.array(pageMapping).check(z.maxLength(MOST_PAGES)),
        /** Wanting in a file of before there were any. */
        statuses: z.optional(
          z.array(z.object({ word: statusWord, kind: statusKind })).check(z.maxLength(MOST_WORDS)),
        ),
      }),
    )
    .check(z.maxLength(MOST_SITES)),
});
