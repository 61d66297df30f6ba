/** Which reminders are due, each of them once, and when to look again. Pure: time comes in. */

import { isProblem } from '#core/problem.ts';
import type { BusinessClock } from '#core/time/business-clock.ts';
import { MINUTE_MS } from '#core/time/units.ts';

/** An answer that is owed, as far as reminders go. */
export interface Awaited {
  key: string;
  /** Earliest and latest due instant. */
  due: readonly [number, number];
  /** The ticket was last looked at then: what had come by then needs no reminder. */
  seenMs: number;
  clock: Pick<BusinessClock, 'add'>;
  /** The first instant from one on at which there is somebody to be told; `null`: none in sight. */
  firstOnDuty: (atMs: number) => number | null;
}

export interface Reminder {
  key: string;
  kind: 'due-soon' | 'overdue';
}

export interface PlanOptions {
  nowMs: number;
  minutesBefore: readonly number[];
  overdue: boolean;
  pausedUntilMs: number | null;
  /** Ids of the reminders that were shown. */
  told: Readonly<Record<string, number>>;
  /** Inquiries put off by the user, and until when. */
  snoozed: Readonly<Record<string, number>>;
}

export interface Plan {
  /** To be shown now: of each inquiry the most urgent, if any. */
  show: Reminder[];
  /** Ids that count as shown with them. */
  tell: string[];
  /** When the next reminder may be due; `null`: none will. */
  nextMs: number | null;
}

interface Mark {
  id: string;
  kind: Reminder['kind'];
  /** The instant that it is about. */
  atMs: number;
}

/** What was shown later than now by more was shown by a clock that ran ahead, and comes again in its own time. */
const SLACK_MS = 15 * MINUTE_MS;

export function planReminders(awaited: readonly Awaited[], options: PlanOptions): Plan {
  const plan: Plan = { show: [], tell: [], nextMs: null };
  for (const inquiry of awaited) planOne(inquiry, options, plan);
  return plan;
}

function planOne(inquiry: Awaited, options: PlanOptions, plan: Plan): void {
  const { nowMs, told } = options;
  const passed: Mark[] = [];
  for (const mark of marksOf(inquiry, options)) {
    if (Object.hasOwn(told, mark.id) && told[mark.id]! <= nowMs + SLACK_MS) continue;
    const showMs = showMsOf(mark, inquiry, options);
    if (showMs === null) continue;
    if (showMs <= nowMs) passed.push(mark);
    else plan.nextMs = Math.min(plan.nextMs ?? showMs, showMs);
  }
  // Once it is overdue, nobody needs to hear that it will be due soon.
  const last = passed.filter(({ kind }) => kind === 'overdue' || nowMs <= inquiry.due[0]).at(-1);
  plan.tell.push(...passed.map(({ id }) => id));
  if (last) plan.show.push({ key: inquiry.key, kind: last.kind });
}

/** In the order of their instants. */
function marksOf({ key, due, clock }: Awaited, { minutesBefore, overdue }: PlanOptions): Mark[] {
  const soon = [...minutesBefore]
    .sort((a, b) => b - a)
    .flatMap((minutes): Mark[] => {
      const atMs = clock.add(due[0], -minutes * MINUTE_MS);
      return isProblem(atMs) ? [] : [{ id: `${key} ${minutes}`, kind: 'due-soon', atMs }];
    });
  // The due instant itself is still in time.
  return overdue ? [...soon, { id: `${key} overdue`, kind: 'overdue', atMs: due[1] + 1 }] : soon;
}

function showMsOf(
  { atMs }: Mark,
  { key, seenMs, firstOnDuty }: Awaited,
  { nowMs, pausedUntilMs, snoozed }: PlanOptions,
): number | null {
  const snoozedMs = Object.hasOwn(snoozed, key) ? snoozed[key]! : null;
  if (snoozedMs === null && atMs <= seenMs) return null;
  // Not before now: a machine that wakes up at night has to wait, whenever the reminder was meant to come.
  return firstOnDuty(Math.max(nowMs, atMs, snoozedMs ?? atMs, pausedUntilMs ?? atMs));
}
