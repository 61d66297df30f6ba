/** A card as its text, its link and its file. */
import type { CustomerCard } from '#core/card/card.ts';
import { cardFileName, owedOn } from '#core/card/card-file.ts';
import { pageOfLink } from '#core/card/card-link.ts';
import { writeCard } from '#core/card/card-text.ts';

export interface MadeCard {
  text: string;
  /** `null` where no page is named that it could open. */
  link: string | null;
  fileName: string;
  owed: number;
}

/** Not signed: this page has no place of its own in which a key could be kept. */
export async function madeCard(card: CustomerCard, page: string): Promise<MadeCard> {
  const text = await writeCard(card, { pack }, null);
  const opens = pageOfLink(page);
  return {
    text,
    link: opens === null ? null : `${opens}#${text}`,
    fileName: cardFileName(card),
    owed: owedOn(card),
  };
}

async function pack(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
