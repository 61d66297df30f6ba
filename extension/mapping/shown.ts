/** Whether an element is in view; not every DOM can tell. */
export function isShown(element: Element): boolean {
  return (
    typeof element.checkVisibility !== 'function' || element.checkVisibility({ visibilityProperty: true })
  );
}
