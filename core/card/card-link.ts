/** How a card stands in a link. Small: what only looks for a card needs nothing of what opens it. */

/** Version, body, and where it is signed key and signature. */
export const CARD_TEXT = /dueline-card-(\d{1,6})\.([\w-]+)(?:\.([\w-]+)\.([\w-]+))?/;

/** Whether a card stands somewhere in a text, a link's fragment for one. */
export function holdsCard(text: string): boolean {
  return CARD_TEXT.test(text);
}

/** The page on which a link opens, in one spelling; `null` where a card must not be sent there. */
export function pageOfLink(typed: string): string | null {
  const text = typed.trim();
  if (!URL.canParse(text)) return null;
  const { protocol, hash, href, username } = new URL(text);
  return protocol === 'https:' && hash === '' && !href.endsWith('#') && username === '' ? href : null;
}
