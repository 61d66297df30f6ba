/** Rule `cases-in-hand`: a manager's cases that are neither solved nor closed, over all of their customers. */
import { oncePerBook } from '../cadence/remembered.ts';
import { termsNow } from '../cadence/terms-timeline.ts';
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Case } from '../engagement/schema.ts';
import type { Limit } from '../engagement/terms.ts';
import { formatLocalDate, type LocalDate, mondayOf } from '../time/local-date.ts';
import {
  type Finding,
  type FindingStep,
  type Moment,
  type ScopeRule,
  severityOf,
  type Usage,
} from './finding.ts';
import { caseRow } from './parts/about.ts';
import { type CasesPeak, peakOfCases } from './parts/cases-peak.ts';
import { shortened } from './parts/rows.ts';

/** Reading "Cases in hand": neither solved nor closed. */
export function isInHand(entry: Case): boolean {
  return entry.status === 'open' || entry.status === 'pending';
}

/** The cases in hand of a manager, whatever their engagements' tiers, by engagement and then by row. */
export function casesInHandOf(book: DirectoryBook, manager: string): readonly Case[] {
  const ofManagers = inHandByManager(book);
  let inHand = ofManagers.get(manager);
  if (!inHand) {
    inHand = casesOf(book, manager).filter(isInHand);
    ofManagers.set(manager, inHand);
  }
  return inHand;
}

/** Cases as they came: without a date first, then by date of opening, then in the directory's order. */
export function inHandByOpening(cases: readonly Case[]): Case[] {
  return [...cases].sort((a, b) =>
    (a.opened ?? '') < (b.opened ?? '') ? -1 : (a.opened ?? '') > (b.opened ?? '') ? 1 : 0,
  );
}

export const casesInHand: ScopeRule = {
  id: 'cases-in-hand',
  check(book, moment) {
    return book.directory.managers.flatMap(({ id }) => finding(book, id, moment) ?? []);
  },
  usage(book, engagement, { nowMs }): Usage | null {
    const limit = termsNow(book, engagement, nowMs).casesInHand;
    if (!limit) return null;
    const used = casesInHandOf(book, engagement.manager).length;
    const severity = severityOf(used, limit.limit, book.rulebook.readings.warnFromShare);
    return { rule: 'cases-in-hand', used, limit: limit.limit, severity, rests: limit.rests, from: 'cases' };
  },
};

function finding(book: DirectoryBook, manager: string, moment: Moment): Finding | null {
  const limit = limitOfManager(book, manager, moment);
  if (!limit) return null;
  const inHand = casesInHandOf(book, manager);
  const now = severityOf(inHand.length, limit.limit, book.rulebook.readings.warnFromShare);
  const peak = recentPeak(book, manager, moment);
  const wasOver = peak.count > limit.limit;
  const severity = now ?? (wasOver ? 'warning' : null);
  if (!severity) return null;
  const beyond = severity === 'violation' ? inHandByOpening(inHand).slice(limit.limit) : [];
  return {
    rule: 'cases-in-hand',
    message:
      severity === 'violation' ? 'cases-in-hand-over' : wasOver ? 'cases-in-hand-peak' : 'cases-in-hand-near',
    severity,
    subject: { kind: 'manager', id: manager },
    rests: limit.rests,
    values: { used: inHand.length, limit: limit.limit, peak: peak.count, on: peak.on ?? '' },
    rows: beyond.map(caseRow),
    since: beyond[0]?.opened ?? (wasOver ? peak.on : null),
    steps: stepsOf(inHand, peak, limit.limit),
    readings: ['cases-in-hand'],
  };
}

function stepsOf(inHand: readonly Case[], peak: CasesPeak, limit: number): FindingStep[] {
  const counts = new Map<string, number>();
  for (const { engagement } of inHand) counts.set(engagement, (counts.get(engagement) ?? 0) + 1);
  const steps: FindingStep[] = [
    ...shortened([...counts], ([engagement, count]) => ({
      step: 'cases-of-engagement',
      values: { engagement, count },
    })),
    { step: 'cases-now', values: { used: inHand.length, limit } },
  ];
  if (peak.on !== null) {
    steps.push({ step: 'cases-peak', values: { peak: peak.count, on: peak.on, from: peak.from } });
  }
  return steps;
}

/** The most cases at the end of one day, from the weeks that a sustained overrun looks at until today. */
function recentPeak(book: DirectoryBook, manager: string, { nowMs }: Moment): CasesPeak {
  const [engagement] = book.engagementsOfManager.get(manager) ?? [];
  if (!engagement) return { count: 0, on: null, from: '' };
  const today = clockOf(book, engagement).localDayOf(nowMs);
  const first = mondayOf(today) - 7 * book.rulebook.readings.sustainedOverrun.weeks;
  const window: [LocalDate, LocalDate] = [formatLocalDate(first), formatLocalDate(today)];
  return peakOfCases(casesOf(book, manager), ...window);
}

/** The lowest limit that any of the manager's engagements sets; Standard alone sets none. */
function limitOfManager(book: DirectoryBook, manager: string, { nowMs }: Moment): Limit | null {
  const limits = (book.engagementsOfManager.get(manager) ?? []).flatMap(
    (engagement) => termsNow(book, engagement, nowMs).casesInHand ?? [],
  );
  return limits.reduce<Limit | null>(
    (least, limit) => (least && least.limit <= limit.limit ? least : limit),
    null,
  );
}

function casesOf(book: DirectoryBook, manager: string): Case[] {
  return (book.engagementsOfManager.get(manager) ?? []).flatMap(
    (engagement) => book.casesOf.get(engagement.id) ?? [],
  );
}

const inHandByManager = oncePerBook(() => new Map<string, readonly Case[]>());
