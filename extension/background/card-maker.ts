/** Makes customer cards, for the options page. */
import { cardFileName, owedOn } from '#core/card/card-file.ts';
import { pageOfLink } from '#core/card/card-link.ts';
import { writeCard } from '#core/card/card-text.ts';
import { makeCard, type Shared } from '#core/card/make-card.ts';
import { isProblem, type Problem, problem } from '#core/problem.ts';
import type { CardMaker, MadeCard } from '../platform/card-messages.ts';
import { makeSigningKey, nameOfKey, packing, signerOf } from '../platform/card-tools.ts';
import { bringBackSigningKey, renewSigningKey, signingKey } from '../platform/key-store.ts';
import { ownAddress } from '../platform/own-page.ts';
import { cardPageItem } from '../state/cards.ts';
import { currentDirectory } from './directory.ts';
import { labelOf } from './showable.ts';
import { surfaceLanguage } from './speak.ts';

export async function answerCardMaker(nowMs: number): Promise<CardMaker> {
  const [{ book }, language, page, signer] = await Promise.all([
    currentDirectory(),
    surfaceLanguage(),
    cardPageItem.getValue(),
    ownSigner(),
  ]);
  const engagements = book?.directory.engagements ?? [];
  return {
    kind: 'card-maker',
    engagements: engagements
      .map(({ id }) => ({ id, label: labelOf(book!, id, language, nowMs) }))
      .sort((a, b) => a.label.localeCompare(b.label, language)),
    page,
    key: await nameOfKey(signer.publicKey),
  };
}

export async function renewKey(undo: boolean, nowMs: number): Promise<CardMaker> {
  await (undo ? bringBackSigningKey() : renewSigningKey(makeSigningKey));
  return answerCardMaker(nowMs);
}

interface Order {
  engagement: string;
  shared: Shared;
  signed: boolean;
  page: string | null;
}

/** Makes the card of an engagement, signed with this browser's own key where that is wanted. */
export async function makeCardOf(
  { engagement, shared, signed, page }: Order,
  nowMs: number,
): Promise<MadeCard | Problem> {
  const { book, problems } = await currentDirectory();
  if (book === null) {
    return problems[0] ?? problem('missing-entry', [], { entry: '', kind: 'engagement', id: engagement });
  }
  const card = makeCard(book, engagement, nowMs, shared);
  if (isProblem(card)) return card;
  const linkPage = page === null ? null : pageOfLink(page);
  if (page !== null && linkPage === null) return problem('card-page-wrong', [], { page });
  await cardPageItem.setValue(linkPage);
  const text = await writeCard(card, packing, signed ? await ownSigner() : null);
  return {
    kind: 'made-card',
    text,
    link: `${linkPage ?? ownAddress('card.html')}#${text}`,
    fileName: cardFileName(card),
    owed: owedOn(card),
  };
}

async function ownSigner() {
  return signerOf(await signingKey(makeSigningKey));
}
