/** Finds a mapped fact on a page: the place that most of its anchors still lead to. */
import type { Anchor, FactMapping, MappedFact } from '../platform/mapping.ts';
import { personIn, textIn, timeIn } from '../readers/element-page.ts';
import { findAnchor, isSamePlace, WEIGHTS } from './anchors.ts';
import type { Root } from './roots.ts';
import { isShown } from './shown.ts';
import { messagesAround } from './stream/items.ts';

export interface Place {
  element: Element;
  /** The anchors that lead there. */
  holding: Anchor[];
}

const LONGEST = 300;
/** The least weight that is believed: the path alone is not, once something better was known. */
const ENOUGH = 2;

const isTime = (element: Element) => timeIn(element) !== null;
const isPerson = (element: Element) => personIn(element) !== null;
const isText = (element: Element) => {
  const { length } = valueText(element);
  return length > 0 && length <= LONGEST;
};

/** What must stand in a place for it to be that of a fact. */
export const FITS: Record<MappedFact, (element: Element) => boolean> = {
  answered: isTime,
  assignee: isText,
  created: isTime,
  id: isText,
  messages: (element) => messagesAround(element).includes(element),
  organisation: isText,
  priority: isText,
  requester: isPerson,
  status: isText,
  subject: isText,
  wrote: isTime,
};

/** What a field holds, or an element shows. */
export function valueText(element: Element): string {
  const { value, selectedOptions } = element as Partial<HTMLSelectElement>;
  if (selectedOptions?.[0]) return textIn(selectedOptions[0]);
  return typeof value === 'string' ? value.trim() : textIn(element);
}

/** `null`: none of the anchors fits this page any more, or only the weakest of several. */
export function resolveFact(roots: readonly Root[], { fact, anchors }: FactMapping): Place | null {
  const places: (Place & { weight: number })[] = [];
  for (const anchor of anchors) {
    const found = findAnchor(roots, anchor).filter((element) => isShown(element) && FITS[fact](element));
    const [element] = found;
    if (!element || found.length > 1) continue;
    const same = places.find((place) => isSamePlace(place.element, element));
    if (same) {
      same.holding.push(anchor);
      same.weight += WEIGHTS[anchor.by];
      if (same.element.contains(element)) same.element = element;
    } else places.push({ element, holding: [anchor], weight: WEIGHTS[anchor.by] });
  }
  const [best, next] = places.sort((one, other) => other.weight - one.weight);
  if (!best || next?.weight === best.weight) return null;
  const hadBetter = anchors.some(({ by }) => WEIGHTS[by] >= ENOUGH);
  return best.weight >= ENOUGH || !hadBetter ? best : null;
}
