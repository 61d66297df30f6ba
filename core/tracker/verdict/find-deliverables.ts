/** The rows of the Deliverables tab: what each engagement's tier includes, when it was given, what is due or missed. */
import {
  cadenceOf,
  type DeliverableCadence,
  type PeriodCadence,
  weeklyCallsOf,
} from '../../cadence/cadence.ts';
import { termDays } from '../../cadence/owed.ts';
import { workedOf } from '../../cadence/worked.ts';
import type { Engagement } from '../../engagement/schema.ts';
import { translator } from '../../language/index.ts';
import { termOf } from '../../language/term.ts';
import { sayRest } from '../../response/say-derivation.ts';
import { dueNow, missedPeriods, periodsBack } from '../../scope/parts/periods.ts';
import { type DayNumber, formatLocalDate } from '../../time/local-date.ts';
import { type Row, serialOf } from '../rows.ts';
import type { Level } from '../workbook.ts';
import { nowOf, type OpenTracker } from './open-tracker.ts';
import { textOf } from './read-cell.ts';

type Entry = Omit<DeliverableCadence, 'deliverable' | 'rests'>;

export function findDeliverables(tracker: OpenTracker): Row[] {
  const { book } = tracker;
  return book.directory.engagements.flatMap((engagement) => {
    const cadence = { nowMs: nowOf(tracker, engagement.id), back: periodsBack(book) };
    const calls = weeklyCallsOf(book, engagement, cadence);
    const lastGiven = lastDays(tracker, engagement);
    return [
      ...cadenceOf(book, engagement, cadence).map((entry) => ({
        ...deliverableCells(tracker, engagement, entry),
        ...cadenceCells(tracker, engagement, entry),
        lastDone: dateCell(lastGiven.get(entry.deliverable)),
      })),
      ...(calls.length === 0 ? [] : [callRow(tracker, engagement, calls, lastGiven.get(CALL))]),
    ].map((row) => ({ ...whose(tracker, engagement), ...row }));
  });
}

/** Stands for the weekly call among the ids of deliverables. */
const CALL = '';

function lastDays({ book }: OpenTracker, engagement: Engagement): Map<string, DayNumber> {
  const last = new Map<string, DayNumber>();
  for (const { activity, day } of workedOf(book, engagement)) {
    for (const id of [activity.deliverable, activity.weeklyCall ? CALL : undefined]) {
      if (id !== undefined && day > (last.get(id) ?? Number.NEGATIVE_INFINITY)) last.set(id, day);
    }
  }
  return last;
}

function whose({ sheet }: OpenTracker, { id }: Engagement): Row {
  const { row } = sheet.engagements[Number(id)]!;
  return { engagement: textOf(row.id), customer: sheet.customerName(textOf(row.customer)) };
}

function deliverableCells(
  { book, options }: OpenTracker,
  engagement: Engagement,
  entry: DeliverableCadence,
): Row {
  const { language } = options.words;
  const { deliverables, tiers } = book.rulebook;
  const translate = translator(language);
  const grant = tiers
    .find(({ id }) => id === engagement.tier)
    ?.grants.find(({ deliverable }) => deliverable === entry.deliverable);
  const methods = (grant?.delivery?.methods ?? []).map((method) => translate(`method.${method}`));
  return {
    deliverable: termOf(
      'deliverable',
      deliverables.find(({ id }) => id === entry.deliverable) ?? { id: entry.deliverable },
      language,
    ),
    methods: new Intl.ListFormat(language, { type: 'disjunction' }).format(methods),
    clause: sayRest(entry.rests, translate, book.rulebook),
  };
}

function callRow(
  tracker: OpenTracker,
  engagement: Engagement,
  periods: PeriodCadence[],
  last: DayNumber | undefined,
): Row {
  const { words } = tracker.options;
  const translate = translator(words.language);
  const stated = tracker.book.rulebook.tiers.find(({ id }) => id === engagement.tier)?.scope?.weeklyCall;
  return {
    deliverable: words.text('rule.weekly-call'),
    clause: stated
      ? sayRest({ kind: 'clause', clause: stated.clause }, translate, tracker.book.rulebook)
      : '',
    ...cadenceCells(tracker, engagement, { frequency: 'weekly', periods }),
    lastDone: dateCell(last),
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
    dueUntil: running?.state === 'due' ? dateCell(lastDayOf(running, engagement)) : null,
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

function dateCell(day: DayNumber | undefined): number | null {
  return day === undefined ? null : serialOf(formatLocalDate(day));
}
