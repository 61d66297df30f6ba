/** What one customer sees in the popup: their tier, what it includes, the hours of service and who serves them. */
import { clockOf, type DirectoryBook, termsAt } from '../engagement/book.ts';
import type { Contact } from '../engagement/schema.ts';
import { isProblem } from '../problem.ts';
import type { BusinessClock } from '../time/business-clock.ts';
import type { DayOffKind, Span, Weekday } from '../time/calendar.ts';
import { formatLocalDate, type LocalDate } from '../time/local-date.ts';
import { type ViewOptions, viewEngagement, viewEntitlements } from './engagement-view.ts';
import type { EngagementView, EntitlementVerdict } from './verdict.ts';

export interface CustomerView {
  engagement: EngagementView;
  entitlements: EntitlementVerdict[];
  hours: {
    week: Partial<Record<Weekday, Span[] | undefined>>;
    openNow: boolean;
    /** The next opening or close; `null` where there is none within reach. */
    nextChangeMs: number | null;
    /** The next days off, at most five. */
    daysOff: { date: LocalDate; name: string | null; kind: DayOffKind }[];
  };
  contacts: Contact[];
  contactLimit: number | null;
}

/** How far ahead days off are listed. */
const DAYS_AHEAD = 120;
const DAYS_OFF_SHOWN = 5;

/**
 * The view of one engagement, `null` where there is none of that id; nothing of any other engagement is in it.
 * @example
 * const book = openDirectory({ format: 'dueline-directory', version: 1, rulebook: { use: 'service-management' }, calendars: [], managers: [], customers: [], engagements: [] });
 * customerView(book, 'E-1', { nowMs: 0, language: 'en' }) // null
 */
export function customerView(
  book: DirectoryBook,
  engagementId: string,
  options: ViewOptions,
): CustomerView | null {
  const engagement = book.engagements.get(engagementId);
  if (!engagement) return null;
  const clock = clockOf(book, engagement);
  const terms = termsAt(book, engagement, options.nowMs);
  const calendar = book.directory.calendars.find(({ id }) => id === engagement.calendar)!;
  const openNow = clock.isOpen(options.nowMs);
  const next = openNow ? clock.nextClose(options.nowMs) : clock.nextOpen(options.nowMs);
  const today = clock.localDateOf(options.nowMs);
  return {
    engagement: viewEngagement(book, engagement, options),
    entitlements: viewEntitlements(book, terms, options.language),
    hours: {
      week: calendar.week,
      openNow,
      nextChangeMs: isProblem(next) ? null : next,
      daysOff: daysOffAfter(clock, options.nowMs),
    },
    contacts: (engagement.contacts ?? []).filter(
      ({ from, until }) => (from ?? '') <= today && (until === undefined || today <= until),
    ),
    contactLimit: terms.contacts?.limit ?? null,
  };
}

function daysOffAfter(clock: BusinessClock, nowMs: number): CustomerView['hours']['daysOff'] {
  const today = clock.localDayOf(nowMs);
  const found: CustomerView['hours']['daysOff'] = [];
  for (let day = today; day < today + DAYS_AHEAD && found.length < DAYS_OFF_SHOWN; day++) {
    for (const off of clock.days.daysOffOn(day)) {
      found.push({ date: formatLocalDate(day), name: off.name ?? null, kind: off.kind ?? 'holiday' });
    }
  }
  return found;
}
