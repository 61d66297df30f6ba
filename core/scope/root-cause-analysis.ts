/** Rule `root-cause-analysis`: outages of severity 0 whose causes nobody has reviewed with the customer. */
import { grantOf } from '../cadence/grants.ts';
import { BEGINNING, termsIn, termsTimeline } from '../cadence/terms-timeline.ts';
import { workedOf } from '../cadence/worked.ts';
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import { onClause } from '../engagement/rest.ts';
import type { Case, Engagement } from '../engagement/schema.ts';
import type { Grant } from '../rulebook/schema.ts';
import { formatLocalDate, parseLocalDate } from '../time/local-date.ts';
import { isInHand } from './cases-in-hand.ts';
import type { Finding, Moment, ScopeRule } from './finding.ts';
import { aboutEngagement, caseRow } from './parts/about.ts';

const DELIVERABLE = 'root-cause-analysis';

export const rootCauseAnalysis: ScopeRule = {
  id: 'root-cause-analysis',
  check(book, moment) {
    return book.directory.engagements.flatMap((engagement) => findings(book, engagement, moment));
  },
};

function findings(book: DirectoryBook, engagement: Engagement, { nowMs }: Moment): Finding[] {
  const outages = (book.casesOf.get(engagement.id) ?? []).filter(isOutage);
  // A directory that keeps no activities says nothing of what was done.
  if (outages.length === 0 || !book.directory.activities) return [];
  const timeline = termsTimeline(book, engagement);
  const today = clockOf(book, engagement).localDayOf(nowMs);
  return withoutAnalysis(book, engagement, outages).flatMap((entry): Finding[] => {
    const opened = parseLocalDate(entry.opened ?? '');
    const grant = grantOf(termsIn(timeline, typeof opened === 'number' ? opened : today).tier, DELIVERABLE);
    return grant?.included ? [finding(engagement, entry, grant)] : [];
  });
}

function finding(engagement: Engagement, entry: Case, grant: Grant): Finding {
  const open = isInHand(entry);
  return {
    rule: 'root-cause-analysis',
    message: open ? 'root-cause-analysis-open' : 'root-cause-analysis-missing',
    severity: open ? 'warning' : 'violation',
    subject: aboutEngagement(engagement.id),
    rests: onClause(grant.clause),
    values: { case: entry.id },
    rows: [caseRow(entry)],
    since: entry.opened ?? null,
    steps:
      entry.opened === undefined
        ? []
        : [{ step: 'case-opened', values: { case: entry.id, on: entry.opened } }],
    readings: ['outage'],
  };
}

/** Reading "Outage": a case of severity 0, unless it is said to be none. */
function isOutage({ severity, outage }: Case): boolean {
  return severity === 0 && outage !== false;
}

/**
 * The outages without an analysis, by date of opening and then by id. An analysis that names its case is that case's; one that
 * names none is taken for the oldest outage of its time that has none.
 */
function withoutAnalysis(book: DirectoryBook, engagement: Engagement, outages: readonly Case[]): Case[] {
  const analyses = workedOf(book, engagement).filter(({ activity }) => activity.deliverable === DELIVERABLE);
  const named = new Set(analyses.map(({ activity }) => activity.case));
  const free = analyses.filter(({ activity }) => activity.case === undefined).sort((a, b) => a.day - b.day);
  const waiting = outages
    .filter(({ id }) => !named.has(id))
    .sort((a, b) => compare(a.opened ?? BEGINNING, b.opened ?? BEGINNING) || compare(a.id, b.id));
  let given = 0;
  for (const { day } of free) {
    const next = waiting[given];
    if (next && (next.opened ?? BEGINNING) <= formatLocalDate(day)) given++;
  }
  return waiting.slice(given);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
