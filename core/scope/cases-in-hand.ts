/** Rule `cases-in-hand`: a manager's cases that are neither solved nor closed, over all of their customers. */
import { type DirectoryBook, termsAt } from '../engagement/book.ts';
import type { Case, Engagement } from '../engagement/schema.ts';
import type { Limit } from '../engagement/terms.ts';
import { type Finding, type Moment, type ScopeRule, severityOf, type Usage } from './finding.ts';

/** Reading "Cases in hand": neither solved nor closed. */
export function isInHand(entry: Case): boolean {
  return entry.status === 'open' || entry.status === 'pending';
}

/** The cases in hand of a manager, whatever their engagements' tiers, by date of opening and then by row. */
export function casesInHandOf(book: DirectoryBook, manager: string): Case[] {
  return (book.engagementsOfManager.get(manager) ?? [])
    .flatMap((engagement) => book.casesOf.get(engagement.id) ?? [])
    .filter(isInHand);
}

export const casesInHand: ScopeRule = {
  id: 'cases-in-hand',
  check(book, moment) {
    return book.directory.managers.flatMap(({ id }) => finding(book, id, moment) ?? []);
  },
  usage(book, engagement, moment): Usage | null {
    const limit = termsAt(book, engagement, moment.nowMs).casesInHand;
    if (!limit) return null;
    const used = casesInHandOf(book, engagement.manager).length;
    const severity = severityOf(used, limit.limit, book.rulebook.readings.warnFromShare);
    return { rule: 'cases-in-hand', used, limit: limit.limit, severity, rests: limit.rests };
  },
};

function finding(book: DirectoryBook, manager: string, moment: Moment): Finding | null {
  const limit = limitOfManager(book, manager, moment);
  if (!limit) return null;
  const inHand = casesInHandOf(book, manager);
  const severity = severityOf(inHand.length, limit.limit, book.rulebook.readings.warnFromShare);
  if (!severity) return null;
  const beyond = severity === 'violation' ? inHandByOpening(inHand).slice(limit.limit) : [];
  return {
    rule: 'cases-in-hand',
    message: severity === 'violation' ? 'cases-in-hand-over' : 'cases-in-hand-near',
    severity,
    subject: { kind: 'manager', id: manager },
    rests: limit.rests,
    values: { used: inHand.length, limit: limit.limit },
    rows: beyond.map((entry) => ({ kind: 'case', engagement: entry.engagement, row: entry.id })),
    since: beyond[0]?.opened ?? null,
  };
}

/** Cases as they came: without a date first, then by date of opening, then in the directory's order. */
export function inHandByOpening(cases: readonly Case[]): Case[] {
  return [...cases].sort((a, b) =>
    (a.opened ?? '') < (b.opened ?? '') ? -1 : (a.opened ?? '') > (b.opened ?? '') ? 1 : 0,
  );
}

/** The lowest limit that any of the manager's engagements sets; Standard alone sets none. */
function limitOfManager(book: DirectoryBook, manager: string, { nowMs }: Moment): Limit | null {
  const limits = (book.engagementsOfManager.get(manager) ?? []).flatMap(
    (engagement: Engagement) => termsAt(book, engagement, nowMs).casesInHand ?? [],
  );
  return limits.reduce<Limit | null>(
    (least, limit) => (least && least.limit <= limit.limit ? least : limit),
    null,
  );
}
