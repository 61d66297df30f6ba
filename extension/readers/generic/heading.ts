/** The heading of a ticket, and what it tells of the ticket. */
import { type Page, textIn } from './page.ts';
import { headed, headingId, isHeading, isLedBy, shownId } from './ticket-id.ts';

export interface Heading {
  element: Element | null;
  text: string;
  id: string | null;
}

/** What a text says after the id. */
const after = (text: string, id: string): string =>
  text.slice(text.indexOf(id) + id.length).replace(/^[^\p{L}\p{N}]+/u, '');

/** "Bug logs - #6 Berths disappear": the site's own words are no subject where the title has them elsewhere. */
export function withoutSite(text: string, id: string | null, title: string): string {
  if (id === null || !text.includes(id) || isLedBy({ text, id })) return text;
  const own = after(text, id);
  return own.length > 3 && title.includes(id) && after(title, id).startsWith(own) ? own : text;
}

/** The heading with the address's id, else one that its own id leads, else the one that the title repeats. */
export function headingOf(page: Page, document: Document, address: string | null): Heading | null {
  const headings = page.elements
    .filter(isHeading)
    .map((element) => headed(element, textIn(page, element)))
    .filter((each) => each.text.length > 0 && each.text.length <= 300);
  const { title } = document;
  const id = shownId(headings, title, address);
  // "Support #6: Berths disappear" as the title, "Berths disappear" as a heading: the rest of the title is no subject.
  const rest = id !== null && title.includes(id) ? after(title, id) : '';
  const isTold = (text: string) => text.length > 3 && rest.startsWith(text);
  const told = headings.find((each) => each.id !== id && isTold(each.text));
  if (told) return { ...told, id };
  // "#6", and that beside it: no heading needs to say so.
  const beside = page.leaves.find(
    ({ text, index }) => isTold(text) && page.leaves[index - 1]?.text.replace('#', '') === id,
  );
  // A line that is the whole title says whose number is in it: another ticket's.
  const line = page.leaves.find(
    ({ text }) =>
      text.length > 3 &&
      title.includes(text) &&
      (isLedBy(headed(null, text)) || (text === title && headingId(text))),
  );
  const found =
    headings.find((each) => each.id !== null && each.id === id) ??
    headings.find(isLedBy) ??
    (beside && { element: beside.parent, text: beside.text, id }) ??
    headings.find((each) => each.text.length > 3 && title.includes(each.text)) ??
    (line && headed(line.parent, line.text));
  if (found) return isLedBy(found) || found.id === id ? found : { ...found, id: null };
  if (headingId(title)) return headed(null, title);
  const only = onlyOne(headings);
  return only && { ...only, id: null };
}

/** The first of the page's main part; without one, the only one of the highest level. */
function onlyOne<T extends { element: Element }>(headings: readonly T[]): T | null {
  const main = headings.find(({ element }) => element.closest('main,[role=main]'));
  if (main) return main;
  const [first, ...others] = headings;
  return first && others.every(({ element }) => element.tagName !== first.element.tagName) ? first : null;
}
