/** The heading of a ticket, and what it tells of the ticket. */
import { type Page, textIn } from './page.ts';
import { headingId, isHeading } from './ticket-id.ts';

export interface Heading {
  element: Element | null;
  text: string;
  id: string | null;
}

/** The heading with the address's id, else with any id, else the one that the title repeats. */
export function headingOf(page: Page, document: Document, id: string | null): Heading | null {
  const headings = page.elements
    .filter((element) => isHeading(element))
    .map((element) => ({ element, text: textIn(page, element), id: headingId(textIn(page, element)) }))
    .filter((each) => each.text.length > 0 && each.text.length <= 300);
  const { title } = document;
  return (
    headings.find((each) => each.id !== null && each.id === id) ??
    headings.find((each) => each.id !== null) ??
    headings.find((each) => each.text.length > 3 && title.includes(each.text)) ??
    (headingId(title) ? { element: null, text: title, id: headingId(title) } : (headings[0] ?? null))
  );
}
