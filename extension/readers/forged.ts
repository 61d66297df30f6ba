/**
 * A form can hide its own properties behind fields of the same name (`<input name="parentElement">`), and a document
 * behind its images and forms. Whoever walked through such a form would be led wherever the page wants, in circles too.
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
const ASKED_OF_DOCUMENT = ['body', 'documentElement', 'querySelector', 'querySelectorAll', 'title'];

const find = Document.prototype.querySelectorAll;

const hides = (node: Node, names: readonly string[]): boolean =>
  names.some((name) => Object.hasOwn(node, name));

/** The forms that are not to be walked into; `null` where the document itself cannot be asked anything. */
export function forgedIn(document: Document): ReadonlySet<Element> | null {
  if (hides(document, ASKED_OF_DOCUMENT)) return null;
  return new Set([...find.call(document, 'form')].filter((form) => hides(form, ASKED)));
}
