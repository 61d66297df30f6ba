/** The rows of the Deliverables tab: what each engagement's tier includes, when it was given, what is due or missed. */
import {
  cadenceOf,
  type DeliverableCadence,
  doneByDeliverable,
  type PeriodCadence,
  weeklyCallsOf,
} from '../../cadence/cadence.ts';
import { termDays } from '../../cadence/owed.ts';
import { type Worked, workedOf } from '../../cadence/worked.ts';
import type { Engagement } from '../../engagement/schema.ts';
import { translator } from '../../language/index.ts';
import { termOf } from '../../language/term.ts';
import { sayRest } from '../../response/say-derivation.ts';
import { dueNow, missedPeriods, periodsBack } from '../../scope/parts/periods.ts';
import type { DayNumber } from '../../time/local-date.ts';
import { type Row, serialOfDay } from '../rows.ts';
import type { Level } from '../workbook.ts';
import { nowOf, type OpenTracker } from './open-tracker.ts';
import { textOf } from './read-cell.ts';

type Entry = Omit<DeliverableCadence, 'deliverable' | 'rests'>;

export function findDeliverables(tracker: OpenTracker): Row[] {
  const { book } = tracker;
  const cellsOf = deliverableCells(tracker);
  return book.directory.engagements.flatMap((engagement) => {
    const cadence = { nowMs: nowOf(tracker, engagement.id), back: periodsBack(book) };
    const calls = weeklyCallsOf(book, engagement, cadence);
    const given = doneByDeliverable(book, engagement);
    const own = whose(tracker, engagement);
    return [
      ...cadenceOf(book, engagement, cadence).map((entry) => ({
        ...own,
        ...cellsOf(engagement, entry),
        ...cadenceCells(tracker, engagement, entry),
        lastDone: lastDay(given.get(entry.deliverable)),
      })),
      ...(calls.length === 0 ? [] : [{ ...own, ...callRow(tracker, engagement, calls) }]),
    ];
  });
}

/** The last day of them all. */
function lastDay(all: readonly Worked[] = []): number | null {
  let last = Number.NEGATIVE_INFINITY;
  for (const { day } of all) if (day > last) last = day;
  return last === Number.NEGATIVE_INFINITY ? null : serialOfDay(last);
}

function whose({ sheet }: OpenTracker, { id }: Engagement): Row {
  const { row } = sheet.engagements[Number(id)]!;
  return { engagement: textOf(row.id), customer: sheet.customerName(textOf(row.customer)) };
}

/** What the row says of a deliverable itself, worked out once for all engagements of a tier. */
function deliverableCells({ book, options }: OpenTracker) {
  const { language } = options.words;
  const { deliverables, tiers } = book.rulebook;
  const translate = translator(language);
  const list = new Intl.ListFormat(language, { type: 'disjunction' });
  const known = new Map<string, Row>();
  return ({ tier }: Engagement, { deliverable: id, frequency, rests }: DeliverableCadence): Row => {
    const key = JSON.stringify([tier, id, frequency]);
    const before = known.get(key);
    if (before) return before;
    const grant = tiers.find((one) => one.id === tier)?.grants.find(({ deliverable }) => deliverable === id);
    const methods = (grant?.delivery?.methods ?? []).map((method) => translate(`method.${method}`));
    const cells = {
      deliverable: termOf('deliverable', deliverables.find((one) => one.id === id) ?? { id }, language),
      methods: list.format(methods),
      clause: sayRest(rests, translate, book.rulebook),
    };
    known.set(key, cells);
    return cells;
  };
}

function callRow(tracker: OpenTracker, engagement: Engagement, periods: PeriodCadence[]): Row {
  const { words } = tracker.options;
  const translate = translator(words.language);
  const stated = tracker.book.rulebook.tiers.find(({ id }) => id === engagement.tier)?.scope?.weeklyCall;
  return {
    deliverable: words.text('rule.weekly-call'),
    clause: stated
      ? sayRest({ kind: 'clause', clause: stated.clause }, translate, tracker.book.rulebook)
      : '',
    ...cadenceCells(tracker, engagement, { frequency: 'weekly', periods }),
    lastDone: lastDay(workedOf(tracker.book, engagement).filter(({ activity }) => activity.weeklyCall)),
  };
}

function cadenceCells(tracker: OpenTracker, engagement: Engagement, entry: Entry): Row {
  const { words } = tracker.options;
  const { frequency, periods } = entry;
  const { status, level } = stateOf(tracker, engagement, entry);
  const running = periods.at(-1);
  return {
    status,
    statusLevel: level,
    frequency: words.text(frequency === null ? 'cadence.not-stated' : `frequency.${frequency}`),
    dueUntil: running?.state === 'due' ? serialOfDay(lastDayOf(running, engagement)) : null,
  };
}

/** Missed periods first: the running one is said beside them in its own column. */
function stateOf(
  tracker: OpenTracker,
  engagement: Engagement,
  { frequency, periods }: Entry,
): { status: string; level: Level } {
  const { words } = tracker.options;
  const { missed } = missedPeriods(periods);
  const running = periods.at(-1);
  if (missed.length > 0) {
    const list = missed.map(({ period }) => period.id).join(', ');
    return { status: words.text('tracker.cadence-missed', { periods: list }), level: 3 };
  }
  if (frequency === null) return { status: words.text('cadence.not-stated'), level: 0 };
  if (!running) return { status: words.text('frequency.as-needed'), level: 0 };
  const { id } = running.period;
  if (running.state === 'due') {
    const isClose =
      dueNow(tracker.book, engagement, periods, { nowMs: nowOf(tracker, engagement.id) }) !== null;
    return { status: words.text('tracker.cadence-due', { period: id }), level: isClose ? 2 : 0 };
  }
  return {
    status: words.text(running.state === 'done' ? 'tracker.cadence-done' : 'tracker.cadence-not-owed', {
      period: id,
    }),
    level: 0,
  };
}

/** The last day on which it can still be given: of the period, or of the term where that ends before. */
function lastDayOf({ period }: PeriodCadence, engagement: Engagement): DayNumber {
  return Math.min(period.untilDay, termDays(engagement).untilDay) - 1;
}
