/** Answers the page that opens a customer card. */
import { translator } from '#core/language/index.ts';
import { customerView } from '#core/response/customer-view.ts';
import type { CardAnswer } from '../platform/card-messages.ts';
import { idOf, isKnown, keptCards, open, owedOn, standingOf } from './cards.ts';
import { sayProblems } from './say.ts';
import { sayCustomer } from './say-customer.ts';
import { POPUP_WORDS, spoken, surfaceLanguage } from './speak.ts';

/** What a card shows and where it stands; an empty text asks for the page's words alone. */
export async function readCardText(text: string, nowMs: number): Promise<CardAnswer> {
  const language = await surfaceLanguage();
  const translate = translator(language);
  const nothing: CardAnswer = {
    kind: 'card',
    ...spoken(language, POPUP_WORDS),
    shown: null,
    owed: [],
    standing: null,
    beside: 'new',
    signerChanged: false,
    problems: [],
  };
  if (text === '') return nothing;
  const opened = await open(text, nowMs);
  if (Array.isArray(opened)) return { ...nothing, problems: sayProblems(opened, translate) };
  const { book, engagement, issuedMs, key } = opened;
  const view = customerView(book, engagement, { nowMs, language })!;
  const kept = (await keptCards(nowMs)).find(({ id }) => id === idOf(opened))?.opened;
  return {
    ...nothing,
    shown: sayCustomer(view, book, { translate, nowMs, issuedMs }),
    owed: owedOn(opened, nowMs),
    standing: await standingOf(opened, nowMs),
    beside: kept === undefined ? 'new' : besideKept(issuedMs, kept.issuedMs),
    signerChanged: kept !== undefined && (await isKnown(kept.key)) && !(await isKnown(key)),
  };
}

function besideKept(issuedMs: number, keptMs: number): CardAnswer['beside'] {
  if (issuedMs === keptMs) return 'same';
  return issuedMs > keptMs ? 'newer' : 'older';
}
