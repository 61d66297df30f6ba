/** Answers the popup: one engagement as its customer sees it, and the answers that are owed. */
import { translator } from '#core/language/index.ts';
import { customerView } from '#core/response/customer-view.ts';
import type { CardStanding } from '../platform/card-standing.ts';
import type { OwedEntry, PopupAnswer } from '../platform/popup-messages.ts';
import { engagementItem } from '../state/settings.ts';
import { keptCards, owedOn, standingOf } from './cards.ts';
import { currentDirectory } from './directory.ts';
import { siteSettings } from './look.ts';
import type { Owed } from './owed-entries.ts';
import { owedNow } from './owed-list.ts';
import { sayProblems } from './say.ts';
import { sayCustomer } from './say-customer.ts';
import { engagementSeenOn } from './seen.ts';
import { ofCard, ofDirectory, type Showable } from './showable.ts';
import { POPUP_WORDS, spoken, surfaceLanguage } from './speak.ts';
import { queueCounts } from './waiting.ts';

export interface PopupQuestion {
  /** Address of the page in the active tab, where the browser lets us know it. */
  url: string | null;
  /** Engagement that the user has just chosen. */
  engagement: string | null;
}

export async function answerPopup(question: PopupQuestion, nowMs: number): Promise<PopupAnswer> {
  const [{ book, problems }, cards, language, remembered] = await Promise.all([
    currentDirectory(),
    keptCards(nowMs),
    surfaceLanguage(),
    engagementItem.getValue(),
  ]);
  const allOwed = await owedNow(book, nowMs);
  const translate = translator(language);
  const showable = [
    ...(book ? ofDirectory(book, language, nowMs) : []),
    ...cards.map((kept) => ofCard(kept, language, nowMs)),
  ];
  if (question.engagement !== null) await engagementItem.setValue(question.engagement);
  const onPage = question.url === null ? null : await engagementSeenOn(question.url);
  const wanted = [question.engagement, onPage, remembered]
    .map((id) => showable.find((one) => one.id === id))
    .find((one) => one !== undefined);
  const chosen = wanted ?? showable[0] ?? null;
  const view = chosen && customerView(chosen.book, chosen.engagement, { nowMs, language });
  return {
    kind: 'popup',
    ...spoken(language, POPUP_WORDS),
    fromPage: onPage !== null && onPage === chosen?.id,
    engagements: showable
      .map(({ id, label }) => ({ id, label }))
      .sort((a, b) => a.label.localeCompare(b.label, language)),
    chosen: chosen?.id ?? null,
    problems: sayProblems(problems, translate),
    shown:
      chosen &&
      view &&
      sayCustomer(view, chosen.book, { translate, nowMs, issuedMs: chosen.kept?.opened.issuedMs }),
    desk: book && book.directory.customers.length > 1 ? allOwed : null,
    queue: await queueCounts(),
    hidden: question.url !== null && (await siteSettings(question.url)).hidden,
    ...(await besideOf(chosen, allOwed, nowMs)),
  };
}

async function besideOf(
  chosen: Showable | null,
  allOwed: readonly Owed[],
  nowMs: number,
): Promise<{ card: CardStanding | null; owed: OwedEntry[]; owedElsewhere: OwedEntry[] }> {
  if (chosen?.kept) {
    const { opened } = chosen.kept;
    return {
      card: await standingOf(opened, nowMs),
      owed: owedOn(opened, nowMs),
      owedElsewhere: [...allOwed],
    };
  }
  return {
    card: null,
    owed: allOwed.filter(({ engagement }) => engagement === chosen?.id),
    owedElsewhere: allOwed.filter(({ engagement }) => engagement !== chosen?.id),
  };
}
