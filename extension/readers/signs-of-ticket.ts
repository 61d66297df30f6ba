/** Whether it is worth bringing the reader into a page: signs that cost next to nothing to look for. */
import { frameIn } from './frames.ts';
import { headingId, mentionsTickets, urlId } from './generic/ticket-id.ts';
import { hasSign } from './sites/signs.ts';

const HEADINGS = 'h1,h2,h3,[role=heading]';
/** So much text tells what a page is about. */
const MOST_TEXTS = 2000;
/** `NodeFilter.SHOW_TEXT` */
const SHOW_TEXT = 4;

/** No ticket is missed by it: the reader finds none without a number in address, title or heading, or a word for one. */
export function mayShowTicket(document: Document, url: URL): boolean {
  return (
    hasSign(url) ||
    urlId(url) !== null ||
    headingId(document.title) !== null ||
    [...document.querySelectorAll(HEADINGS)].some((each) => headingId(each.textContent ?? '') !== null) ||
    frameIn(document, url) !== null ||
    speaksOfTickets(document)
  );
}

function speaksOfTickets(document: Document): boolean {
  const texts = document.createTreeWalker(document, SHOW_TEXT);
  for (let count = 0; count < MOST_TEXTS && texts.nextNode(); count++) {
    if (mentionsTickets(texts.currentNode.nodeValue ?? '')) return true;
  }
  return false;
}
