/** Who may ask what: every message is checked for its sender and its shape before anything is looked up. */
import * as z from 'zod/mini';
import { LANGUAGES } from '#core/language/index.ts';
import { type ProblemOf, problem } from '#core/problem.ts';
import { METHODS } from '#core/rulebook/schema.ts';
import { isLocalDate } from '#core/time/local-date.ts';
import { MAPPABLE } from '../platform/mapping.ts';
import type { Request } from '../platform/messages.ts';
import { factsSchema, rowsSchema } from './facts-schema.ts';
import { factMapping, statusKind, statusWord } from './mapping-schema.ts';
import { settingsRequests } from './settings/requests.ts';

export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  tab?: { id?: number | undefined; incognito?: boolean | undefined } | undefined;
  frameId?: number | undefined;
}

/** The extension as it knows itself. */
export interface Self {
  id: string;
  /** `chrome-extension://…/` */
  base: string;
}

/** The one page of ours that has a ticket on it. */
const SAMPLE = 'sample.html';

const id = z.string().check(z.minLength(1), z.maxLength(400));
const address = z.string().check(z.maxLength(8000));
const document = z.string().check(z.maxLength(60_000_000));
const card = z.string().check(z.maxLength(1_000_000));
const scope = z.enum(['ticket', 'organisation', 'domain']);
const zone = z.nullable(z.string().check(z.maxLength(100)));
const instant = z.number().check(z.gte(0), z.lte(8.64e15));
const entry = z.object({
  date: z.string().check(z.refine(isLocalDate)),
  hours: z.number().check(z.gt(0), z.lte(744)),
  deliverable: z.nullable(id),
  method: z.nullable(z.enum(METHODS)),
  note: z.string().check(z.maxLength(2000)),
  weeklyCall: z.boolean(),
});
/** As far as it is typed in. */
const draft = z.union([
  z.object({
    id: z.nullable(id),
    entry: z.extend(entry, {
      date: z.string().check(z.maxLength(40)),
      hours: z.number().check(z.gte(0), z.lte(744)),
    }),
  }),
  z.object({
    note: address,
    by: z.string().check(z.maxLength(200)),
    reason: z.string().check(z.maxLength(2000)),
  }),
]);
const offset = z.number().check(z.gte(0), z.lte(20_000));
const look = z.object({
  folded: z.optional(z.boolean()),
  hidden: z.optional(z.boolean()),
  place: z.optional(
    z.object({
      corner: z.enum(['bottom-right', 'bottom-left', 'top-right', 'top-left']),
      x: offset,
      y: offset,
    }),
  ),
});

const pageRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ticket'), facts: factsSchema, view: z.boolean() }),
  z.object({ type: z.literal('pick'), facts: factsSchema, engagement: z.nullable(id), scope }),
  z.object({ type: z.literal('unpick'), facts: factsSchema }),
  z.object({
    type: z.literal('bring'),
    part: z.enum(['forms', 'lists', 'mapped', 'panel', 'picker', 'reader', 'sites']),
  }),
  z.object({ type: z.literal('mapping') }),
  z.object({ type: z.literal('map'), mapping: factMapping }),
  z.object({ type: z.literal('map-status'), word: statusWord, kind: z.nullable(statusKind) }),
  z.object({ type: z.literal('rows'), rows: rowsSchema }),
  z.object({ type: z.literal('keep'), look }),
  z.object({ type: z.literal('set-zone'), zone }),
  z.object({ type: z.literal('no-answer'), facts: factsSchema, inquiryMs: instant, by: id }),
  z.object({ type: z.literal('answer-needed'), facts: factsSchema, inquiryMs: instant }),
  z.object({
    type: z.literal('acknowledge'),
    facts: factsSchema,
    finding: address,
    by: id,
    reason: z.string().check(z.maxLength(2000)),
  }),
  z.object({ type: z.literal('unacknowledge'), facts: factsSchema, finding: address }),
  z.object({ type: z.enum(['add-case', 'remove-case']), facts: factsSchema }),
  z.object({ type: z.literal('start-timer'), facts: factsSchema, engagement: id }),
  z.object({ type: z.literal('stop-timer'), keep: z.boolean() }),
  z.object({ type: z.literal('log'), facts: factsSchema, engagement: id, id: z.nullable(id), entry }),
  z.object({ type: z.literal('unlog'), facts: factsSchema, id }),
  z.object({
    type: z.literal('draft'),
    facts: factsSchema,
    note: z.optional(address),
    draft: z.nullable(draft),
  }),
  z.object({ type: z.literal('open-options'), part: z.optional(z.literal('queue')) }),
]);

const trackerAction = z.discriminatedUnion('do', [
  z.object({ do: z.enum(['show', 'sign-in', 'sign-out', 'read', 'bring-back', 'give-up']) }),
  z.object({ do: z.literal('set-client'), id: address, secret: address }),
  z.object({ do: z.literal('create'), title: id, zone: address }),
  z.object({ do: z.enum(['remove', 'take-back']), id }),
  z.object({ do: z.enum(['retry', 'as-new', 'insist', 'drop']), key: id }),
  z.object({ do: z.literal('edit'), key: id, entry }),
]);

const ownRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('popup'), url: z.nullable(address), engagement: z.nullable(id) }),
  z.object({ type: z.literal('options') }),
  z.object({ type: z.literal('open-options') }),
  z.object({ type: z.literal('show-on-site'), url: address }),
  z.object({ type: z.literal('check-directory'), text: document }),
  z.object({ type: z.literal('replace-directory'), text: document }),
  z.object({ type: z.literal('remove-directory') }),
  z.object({ type: z.literal('undo-directory') }),
  z.object({ type: z.literal('export-directory') }),
  z.object({ type: z.literal('set-language'), language: z.nullable(z.enum(LANGUAGES)) }),
  z.object({ type: z.literal('set-site-zone'), origin: address, zone }),
  z.object({ type: z.literal('forget-picks') }),
  z.object({ type: z.literal('mappings') }),
  z.object({
    type: z.literal('forget-mapping'),
    site: address,
    address,
    fact: z.nullable(z.enum(MAPPABLE)),
  }),
  z.object({
    type: z.literal('set-status-word'),
    site: address,
    word: statusWord,
    kind: z.nullable(statusKind),
  }),
  z.object({ type: z.literal('export-mappings') }),
  z.object({ type: z.literal('import-mappings'), text: document }),
  z.object({
    type: z.literal('make-card'),
    engagement: id,
    shared: z.object({ contacts: z.boolean(), hours: z.boolean() }),
    signed: z.boolean(),
    page: z.nullable(address),
  }),
  z.object({ type: z.literal('card-maker') }),
  z.object({ type: z.literal('renew-key'), undo: z.boolean() }),
  z.object({ type: z.literal('read-card'), text: card }),
  z.object({ type: z.literal('keep-card'), text: card, trust: z.boolean() }),
  z.object({ type: z.literal('trust-key'), id: address, trust: z.boolean() }),
  z.object({ type: z.literal('forget-card'), id: address }),
  ...settingsRequests,
  z.object({ type: z.literal('trackers'), action: trackerAction }),
]);

export type Accepted =
  | { request: Request; from: 'page'; pageUrl: string }
  | { request: Request; from: 'own' };

/** The request of a message, or why it is refused. A page may ask only about itself. */
export function acceptRequest(
  message: unknown,
  sender: Sender,
  self: Self,
): Accepted | ProblemOf<'request-refused'> {
  if (sender.id !== self.id || sender.url === undefined) return refused('sender');
  const isSample = sender.url === `${self.base}${SAMPLE}`;
  if (sender.url.startsWith(self.base) && !(isSample && pageRequest.safeParse(message).success)) {
    const own = ownRequest.safeParse(message);
    return own.success ? { request: own.data as Request, from: 'own' } : refused(shapeOf(own.error));
  }
  if (sender.tab === undefined && !isSample) return refused('sender');
  const page = pageRequest.safeParse(message);
  if (!page.success) return refused(shapeOf(page.error));
  const request = page.data as Request;
  const about =
    'facts' in request
      ? [request.facts.url]
      : 'rows' in request
        ? request.rows.flatMap(({ url }) => url ?? [])
        : [];
  const own = siteAt(sender.url);
  if (about.some((url) => own === null || siteAt(url) !== own)) return refused('address');
  return { request, from: 'page', pageUrl: sender.url };
}

/** Scheme, host and port; `null` where an address has no host, so that no two of those pass for one site. */
function siteAt(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return host === '' ? null : `${protocol}//${host}`;
}

function refused(reason: string): ProblemOf<'request-refused'> {
  return problem('request-refused', [], { reason });
}

/** Where the shape is wrong: nothing of the message itself is repeated. */
function shapeOf(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  return ['shape', ...(issue?.path ?? [])].join('.');
}
