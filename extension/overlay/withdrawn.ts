/**
 * Our own elements know whether it was us who took them off the page: what the page throws out comes back, and what
 * we take off is no change of the page. A property of ours is seen in our own world of the page alone.
 */
const WITHDRAWN = Symbol.for('dueline.withdrawn');

interface Own {
  [WITHDRAWN]?: boolean;
}

export function attachTo(parent: Element, element: Element): void {
  (element as Own)[WITHDRAWN] = false;
  parent.append(element);
}

export function withdraw(element: Element): void {
  (element as Own)[WITHDRAWN] = true;
  element.remove();
}

export function isWithdrawn(node: Node): boolean {
  return (node as Own)[WITHDRAWN] === true;
}
