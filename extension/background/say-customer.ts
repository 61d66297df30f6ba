/** One engagement as its customer sees it, in words. */
import { type DirectoryBook, termsAt } from '#core/engagement/book.ts';
import type { Engagement } from '#core/engagement/schema.ts';
import type { Translate } from '#core/language/index.ts';
import { termOf } from '#core/language/term.ts';
import type { CustomerView } from '#core/response/customer-view.ts';
import { viewEntitlements } from '#core/response/engagement-view.ts';
import { sayRest } from '#core/response/say-derivation.ts';
import { cardChips, usageChips } from '#core/response/scope-chips.ts';
import { WEEKDAYS, type Weekday } from '#core/time/calendar.ts';
import type { CustomerAnswer, HoursRow, TierColumn } from '../platform/popup-messages.ts';
import { sayChips, sayEntitlements, sayTarget } from './say.ts';

interface Speaking {
  translate: Translate;
  nowMs: number;
  /** When the customer card was made that is shown; absent for an engagement of the directory. */
  issuedMs?: number | undefined;
}

export function sayCustomer(
  view: CustomerView,
  book: DirectoryBook,
  { translate, nowMs, issuedMs }: Speaking,
): CustomerAnswer {
  const { engagement, hours } = view;
  const entry = book.engagements.get(engagement.id)!;
  return {
    engagement,
    entitlements: sayEntitlements(view.entitlements, book, translate),
    target: sayTarget(engagement.target, engagement.targetRests, book, translate),
    hours: hoursRows(hours.week, translate.language),
    hoursClause: sayRest(engagement.hoursRests, translate, book.rulebook),
    openNow: hours.openNow,
    nextChangeMs: hours.nextChangeMs,
    daysOff: hours.daysOff.map(({ date, name, kind }) => ({
      date,
      name: name ?? translate(`popup.${kind}`),
    })),
    contacts: view.contacts.map(({ name, email }) => ({ name: name ?? email ?? '', email: email ?? null })),
    contactLimit: view.contactLimit,
    usage: sayChips(usageOfIt(book, entry, nowMs, issuedMs), book, translate),
    usageMs: issuedMs ?? null,
    tiers: tierColumns(book, entry, { translate, nowMs }),
  };
}

function usageOfIt(book: DirectoryBook, entry: Engagement, nowMs: number, issuedMs: number | undefined) {
  if (issuedMs !== undefined) return cardChips(book, entry, issuedMs);
  // Without a record of the work, "0 hours" would be a claim.
  return book.directory.activities ? usageChips(book, entry, nowMs) : [];
}

/** The tiers side by side, in the rulebook's order. */
function tierColumns(book: DirectoryBook, entry: Engagement, { translate, nowMs }: Speaking): TierColumn[] {
  const own = termsAt(book, entry, nowMs);
  return book.rulebook.tiers.map((tier) => {
    const { businessDays, businessHours } = tier.target;
    const target = businessDays !== undefined || businessHours !== undefined ? tier.target : null;
    const entitlements = viewEntitlements(book, { ...own, tier }, translate.language);
    return {
      id: tier.id,
      name: termOf('tier', tier, translate.language),
      own: tier.id === own.tier.id,
      target: sayTarget(target, { kind: 'clause', clause: tier.target.clause }, book, translate).text,
      entitlements: sayEntitlements(entitlements, book, translate),
    };
  });
}

/** Neighbouring weekdays with the same hours share a row. */
export function hoursRows(week: CustomerView['hours']['week'], language: string): HoursRow[] {
  const rows: { first: number; last: number; spans: string }[] = [];
  for (const [index, weekday] of WEEKDAYS.entries()) {
    const spans = spansOf(week, weekday);
    const before = rows.at(-1);
    if (before && before.spans === spans) before.last = index;
    else rows.push({ first: index, last: index, spans });
  }
  return rows.map(({ first, last, spans }) => ({ days: weekdays(first, last, language), spans }));
}

function spansOf(week: CustomerView['hours']['week'], weekday: Weekday): string {
  return (week[weekday] ?? []).map(({ from, to }) => `${from}–${to}`).join(', ');
}

/** 2026-06-08 is a Monday. */
const MONDAY_MS = Date.UTC(2026, 5, 8);
const DAY_MS = 86_400_000;

function weekdays(first: number, last: number, language: string): string {
  const format = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const name = (index: number) => format.format(MONDAY_MS + index * DAY_MS);
  return first === last ? name(first) : `${name(first)} – ${name(last)}`;
}
