/** Answers the popup: one engagement as its customer sees it, and the answers that are owed. */
import { type DirectoryBook, termsAt } from '#core/engagement/book.ts';
import type { Language, Translate } from '#core/language/index.ts';
import { translator } from '#core/language/index.ts';
import { termOf } from '#core/language/term.ts';
import { type CustomerView, customerView } from '#core/response/customer-view.ts';
import { sayRest } from '#core/response/say-derivation.ts';
import { WEEKDAYS, type Weekday } from '#core/time/calendar.ts';
import type { CustomerAnswer, HoursRow, PopupAnswer } from '../platform/messages.ts';
import { engagementItem } from '../state/settings.ts';
import { currentDirectory } from './directory.ts';
import { owedNow } from './owed.ts';
import { sayEntitlements, sayProblems, sayTarget } from './say.ts';
import { engagementSeenOn } from './seen.ts';
import { POPUP_WORDS, spoken, surfaceLanguage } from './speak.ts';

export interface PopupQuestion {
  /** Address of the page in the active tab, where the browser lets us know it. */
  url: string | null;
  /** Engagement that the user has just chosen. */
  engagement: string | null;
}

export async function answerPopup(question: PopupQuestion, nowMs: number): Promise<PopupAnswer> {
  const [{ book, problems }, language, owed, remembered] = await Promise.all([
    currentDirectory(),
    surfaceLanguage(),
    owedNow(nowMs),
    engagementItem.getValue(),
  ]);
  const translate = translator(language);
  const base = { kind: 'popup' as const, ...spoken(language, POPUP_WORDS) };
  if (book === null) {
    const said = sayProblems(problems, translate);
    return {
      ...base,
      fromPage: false,
      engagements: [],
      problems: said,
      shown: null,
      owed: [],
      owedElsewhere: [],
    };
  }
  if (question.engagement !== null) await engagementItem.setValue(question.engagement);
  const onPage = question.url === null ? null : await engagementSeenOn(question.url);
  const wanted = [question.engagement, onPage, remembered].find(
    (id) => id !== null && book.engagements.has(id),
  );
  const engagement = wanted ?? book.directory.engagements[0]?.id ?? null;
  const shown = engagement === null ? null : customerView(book, engagement, { nowMs, language });
  return {
    ...base,
    fromPage: onPage !== null && onPage === engagement,
    engagements: labels(book, language, nowMs),
    problems: [],
    shown: shown && sayCustomer(shown, book, translate),
    owed: owed.filter((entry) => entry.engagement === engagement),
    owedElsewhere: owed.filter((entry) => entry.engagement !== engagement),
  };
}

function labels(book: DirectoryBook, language: Language, nowMs: number): PopupAnswer['engagements'] {
  return book.directory.engagements
    .map((engagement) => {
      const customer = book.customers.get(engagement.customer)!.name;
      const tier = termOf('tier', termsAt(book, engagement, nowMs).tier, language);
      return { id: engagement.id, label: `${customer} · ${engagement.name ?? engagement.id} · ${tier}` };
    })
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

function sayCustomer(view: CustomerView, book: DirectoryBook, translate: Translate): CustomerAnswer {
  const { engagement, hours } = view;
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
  };
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
