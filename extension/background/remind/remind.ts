/** Looks at what is owed, shows the reminders that are due and sets the alarm for the next look. */
import { browser } from 'wxt/browser';
import type { DirectoryBook } from '#core/engagement/book.ts';
import { clockOf } from '#core/engagement/book.ts';
import { type DutyOptions, firstOnDuty, onDuty } from '#core/engagement/duty.ts';
import { translator } from '#core/language/index.ts';
import { isProblem } from '#core/problem.ts';
import { type BusinessClock, compileCalendar } from '#core/time/business-clock.ts';
import { WEEKDAYS } from '#core/time/calendar.ts';
import { MINUTE_MS } from '#core/time/units.ts';
import type { ReminderSettings } from '../../platform/settings-messages.ts';
import { remindersItem, snoozedItem, toldItem, update } from '../../state/settings.ts';
import { currentDirectory } from '../directory.ts';
import { type OwedTicket, owedTickets } from '../owed.ts';
import { surfaceLanguage } from '../speak.ts';
import { type Badge, countOwed } from './badge.ts';
import { drawBadge } from './draw-badge.ts';
import { planReminders } from './plan.ts';
import { keysShown, showReminders } from './show.ts';

export const ALARM = 'reminders';
const MOST_TOLD = 1000;
const SNOOZE_MS = 60 * MINUTE_MS;

export interface Around {
  nowMs: number;
  /** The browser's zone: of the quiet hours, and of the times in a notification. */
  zone: string;
}

let last: Promise<void> = Promise.resolve();

/** Looks once; looks that are asked for together come one after the other, so that nothing is told twice. */
export function remind(around: () => Around): Promise<void> {
  const done = last.then(() => look(around()));
  last = done.catch(() => undefined);
  return done;
}

/** Puts off what a notification was about. */
export async function snoozeShown(id: string, nowMs: number): Promise<void> {
  const keys = await keysShown(id);
  await update(toldItem, (told) =>
    Object.fromEntries(
      Object.entries(told).filter(([mark]) => !keys.some((key) => mark.startsWith(`${key} `))),
    ),
  );
  await update(snoozedItem, (snoozed) => ({
    ...snoozed,
    ...Object.fromEntries(keys.map((key) => [key, nowMs + SNOOZE_MS])),
  }));
  await browser.notifications.clear(id);
}

async function look({ nowMs, zone }: Around): Promise<void> {
  const [{ book }, settings, told, snoozed] = await Promise.all([
    currentDirectory(),
    remindersItem.getValue(),
    toldItem.getValue(),
    snoozedItem.getValue(),
  ]);
  const owed = book === null ? [] : await owedTickets(book, nowMs);
  const badge = badgeOf(owed, book, settings, nowMs);
  await drawBadge(settings.badge ? badge : null, translator(await surfaceLanguage()));

  const canShow = settings.on && browser.notifications !== undefined;
  const duty: DutyOptions = { person: settings.person, awake: awakeClock(settings.quiet, zone) };
  const plan = planReminders(
    book === null || !canShow
      ? []
      : owed.map(({ key, seenMs, engagement, inquiry }) => ({
          key,
          seenMs,
          due: inquiry.due!,
          clock: clockOf(book, engagement),
          firstOnDuty: (atMs) => firstOnDuty(book, engagement, atMs, duty),
        })),
    { ...settings, nowMs, told, snoozed },
  );
  if (plan.tell.length > 0) {
    // First written down, then shown: whatever ends us in between, nobody is told twice.
    await update(toldItem, (before) => newest({ ...before, ...ids(plan.tell, nowMs) }));
    const shown = plan.show.map(({ key, kind }) => {
      const ticket = owed.find((one) => one.key === key)!;
      return { ticket, kind, customer: book!.customers.get(ticket.engagement.customer)!.name };
    });
    await showReminders(shown, { translate: translator(await surfaceLanguage()), zone, nowMs });
  }
  const next = [plan.nextMs, badge.nextMs].filter((atMs) => atMs !== null);
  if (next.length > 0) await browser.alarms.create(ALARM, { when: Math.min(...next) });
  else await browser.alarms.clear(ALARM);
}

function badgeOf(
  owed: readonly OwedTicket[],
  book: DirectoryBook | null,
  { person }: ReminderSettings,
  nowMs: number,
): Badge {
  if (book === null) return { soon: 0, overdue: 0, nextMs: null };
  const counted = owed.map(({ engagement, inquiry }) => ({
    engagement,
    state: inquiry.state,
    due: inquiry.due!,
    clock: clockOf(book, engagement),
  }));
  const mine = counted.filter(
    ({ engagement, clock }) =>
      person === null || onDuty(book, engagement, clock.localDateOf(nowMs)) === person,
  );
  return countOwed(mine, book.rulebook.readings.dueSoonMinutes * MINUTE_MS, nowMs);
}

/** The hours in which somebody wants to be told something; `null`: all. */
function awakeClock(quiet: ReminderSettings['quiet'], zone: string): BusinessClock | null {
  if (quiet === null) return null;
  const awake = [{ from: quiet.until, to: quiet.from }];
  const clock = compileCalendar({ zone, week: Object.fromEntries(WEEKDAYS.map((day) => [day, awake])) });
  return isProblem(clock) ? null : clock;
}

function ids(marks: readonly string[], nowMs: number): Record<string, number> {
  return Object.fromEntries(marks.map((mark) => [mark, nowMs]));
}

function newest(told: Record<string, number>): Record<string, number> {
  const entries = Object.entries(told);
  if (entries.length <= MOST_TOLD) return told;
  return Object.fromEntries(entries.sort(([, a], [, b]) => b - a).slice(0, MOST_TOLD));
}
