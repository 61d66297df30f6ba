/**
 * A form can hide its own properties behind fields of the same name (`<input name="parentElement">`). Whoever walked
 * through such a form would be led wherever the page wants, in circles too.
 */

/** What the readers ask of elements. */
const ASKED = [
  ...[
    'checkVisibility',
    'childNodes',
    'children',
    'className',
    'closest',
    'contains',
    'getAttribute',
    'matches',
  ],
  ...[
    'getAttributeNames',
    'hasAttribute',
    'nextElementSibling',
    'nodeType',
    'parentElement',
    'querySelector',
  ],
  ...['querySelectorAll', 'shadowRoot', 'tagName', 'textContent'],
];

/** The forms that are not to be walked into. */
export function forgedIn(document: Document): ReadonlySet<Element> {
  const forms = [...document.querySelectorAll('form')];
  return new Set(forms.filter((form) => ASKED.some((name) => Object.hasOwn(form, name))));
}
