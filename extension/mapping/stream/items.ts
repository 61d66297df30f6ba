/** The messages of a page, from one that was pointed at: boxes alike beside each other, each with a time in it. */
import type { Anchor, FactMapping } from '../../platform/mapping.ts';
import { textIn, timeIn } from '../../readers/element-page.ts';
import { classSelector, findAnchor, idOf, isLasting, pathOf, selectorOf, WEIGHTS } from '../anchors.ts';
import type { Root } from '../roots.ts';
import { isShown } from '../shown.ts';

const MOST_STEPS = 12;
const MOST_ITEMS = 500;
/** More than a time and a name. */
const LEAST_LETTERS = 30;

/** A date within its words alone does not make a message of a paragraph. */
const isMessage = (element: Element): boolean =>
  isShown(element) &&
  textIn(element).length >= LEAST_LETTERS &&
  [...element.children].some((part) => timeIn(part) !== null);

/** All messages beside the one that holds an element, in the order of the page; none where nothing is one. */
export function messagesAround(element: Element): Element[] {
  let single: Element | null = null;
  for (
    let box: Element | null = element, up = 0;
    box && box.localName !== 'body' && up < MOST_STEPS;
    box = box.parentElement, up += 1
  ) {
    if (!isMessage(box)) continue;
    const alike = alikeOf(box);
    if (alike.length > 1) return alike;
    single ??= box;
  }
  return single ? [single] : [];
}

function alikeOf(box: Element): Element[] {
  const lasting = [...box.classList].filter(isLasting);
  const isAlike = (other: Element) =>
    other.localName === box.localName &&
    (lasting.length === 0 || lasting.some((name) => other.classList.contains(name))) &&
    isMessage(other);
  return [...(box.parentElement?.children ?? [])].slice(0, MOST_ITEMS).filter(isAlike);
}

/** The anchors that lead to exactly these messages. */
export function itemAnchors(items: readonly Element[], roots: readonly Root[]): Anchor[] {
  const [first] = items;
  if (!first) return [];
  const { localName, parentElement } = first;
  const classes = [...first.classList].filter(
    (name) =>
      isLasting(name) && /^[\w-]+$/.test(name) && items.every((each) => each.classList.contains(name)),
  );
  const own = localName + classes.map((name) => `.${name}`).join('');
  const around =
    parentElement &&
    (idOf(parentElement) && isLasting(idOf(parentElement))
      ? selectorOf('', 'id', idOf(parentElement))
      : classSelector(parentElement));
  const candidates: Anchor[] = [
    ...dataSelectors(items).map((value): Anchor => ({ by: 'data', value })),
    ...(classes.length > 0 ? [{ by: 'class', value: own } as const] : []),
    ...(around ? [{ by: 'class', value: `${around} > ${own}` } as const] : []),
    ...(parentElement ? [{ by: 'path', value: `${pathOf(parentElement)} > ${localName}` } as const] : []),
  ];
  return candidates.filter((anchor) => isSame(itemsAt(roots, anchor), items)).slice(0, 8);
}

/** By an attribute that all of them have: with its value, where that is one for all. */
function dataSelectors(items: readonly Element[]): string[] {
  const [first] = items;
  const names = first!
    .getAttributeNames()
    .filter(
      (name) => /^(data-[\w-]+|itemprop|role)$/.test(name) && items.every((each) => each.hasAttribute(name)),
    );
  return names.map((name) => {
    const value = first!.getAttribute(name) ?? '';
    const isOne = isLasting(value) && items.every((each) => each.getAttribute(name) === value);
    return isOne ? selectorOf(first!.localName, name, value) : `${first!.localName}[${name}]`;
  });
}

const itemsAt = (roots: readonly Root[], anchor: Anchor) =>
  findAnchor(roots, anchor).slice(0, MOST_ITEMS).filter(isMessage);

const isSame = (one: readonly Element[], other: readonly Element[]) =>
  one.length === other.length && one.every((each, index) => each === other[index]);

/** The messages that most of the anchors still lead to. */
export function itemsOf(roots: readonly Root[], { anchors }: FactMapping): Element[] {
  const found: { items: Element[]; weight: number }[] = [];
  for (const anchor of anchors) {
    const items = itemsAt(roots, anchor);
    if (items.length === 0) continue;
    const same = found.find((each) => isSame(each.items, items));
    if (same) same.weight += WEIGHTS[anchor.by];
    else found.push({ items, weight: WEIGHTS[anchor.by] });
  }
  return found.sort((one, other) => other.weight - one.weight)[0]?.items ?? [];
}
