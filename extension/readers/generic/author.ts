/** Who wrote a message: an element marked as its author, else somebody whom the page has named, else the bold name. */
import { LABELS, MARKS, wordKey } from '../words/index.ts';
import type { Entry } from './entry.ts';
import { writerOf } from './mail-heads.ts';
import { attr, type Page, PROSE, textIn, tokensOf } from './page.ts';
import { type Person, personOf, samePerson } from './people.ts';
import type { Cast } from './roles.ts';

const AUTHOR = /\b(author|user|username|sender|from|creator|writer)\b/;
const BOLD = 'strong,b,cite,h2,h3,h4,h5,h6,address,dt';

export function authorOf(page: Page, entry: Entry, cast: Cast): Person | null {
  const { box, head, body } = entry;
  const prose = body.find((leaf) => leaf.parent.closest(PROSE))?.index ?? Number.POSITIVE_INFINITY;
  const opening = [...head, ...body.slice(0, 12)].filter((leaf) => leaf.index < prose);
  const author =
    writerOf(head) ??
    marked(page, box, prose) ??
    known(
      head.map(({ text }) => text.toLowerCase()),
      cast,
    ) ??
    linked(entry) ??
    bold(entry) ??
    told(entry);
  if (!author || author.email) return author;
  // The address may stand beside the name, or in a "From" line below it.
  for (const [at, { text }] of opening.entries()) {
    const person = personOf(text);
    const isAlone = person?.aliases.size === 1 && isOwn(opening[at - 1]?.text ?? '', author);
    if (person?.email && (isAlone || samePerson(person, author)))
      return { ...author, email: person.email, aliases: author.aliases.add(person.email) };
  }
  return author;
}

/** The words before an address: the author's name, or "From". */
function isOwn(before: string, author: Person): boolean {
  const person = personOf(before);
  return (person && samePerson(person, author)) || (LABELS.get(wordKey(before))?.has('requester') ?? false);
}

export function marked(page: Page, box: Element, prose: number): Person | null {
  for (const element of box.querySelectorAll('*')) {
    const [start, end] = page.ranges.get(element) ?? [0, 0];
    if (start === end || start >= prose) continue;
    const href = attr(element, 'href');
    const rel = `${attr(element, 'rel')} ${attr(element, 'itemprop')}`;
    if (!href.startsWith('mailto:') && !/author|name/.test(rel) && !AUTHOR.test(tokensOf(element))) continue;
    const person = personOf(textIn(page, element), href || attr(element, 'title'));
    const word = wordKey(person?.name ?? '');
    // A picture's initials, the head of a column.
    if (person && !MARKS.has(word) && !LABELS.has(word) && !/^\p{L}{1,3}$/u.test(word)) return person;
  }
  return null;
}

function known(texts: readonly string[], { requester, staff }: Cast): Person | null {
  const named = (person: Person | null) =>
    person && [...person.aliases].some((alias) => texts.some((text) => text.startsWith(alias)));
  return [requester, ...staff].find(named) ?? null;
}

const PROFILE = /\/(~|(user|people|profile|person|member)s?\/)[^/]+\/?$/i;

/** Whose page the head of an entry leads to. */
function linked({ head }: Entry): Person | null {
  const leaf = head.find(({ parent }) => PROFILE.test(attr(parent.closest('a') ?? parent, 'href')));
  return leaf ? personOf(leaf.text) : null;
}

const SAID =
  /(?<!\p{L})(added|wrote|commented|replied|by|schrieb|hat|von|escribió|por|scritto)(?!\p{L})|님이|写道/giu;

/** "Ada added on 10 June 2026:" in one piece of text. */
function told({ mark }: Entry): Person | null {
  const name = mark.time.rest.replace(SAID, ' ');
  return name === mark.time.rest ? null : personOf(name);
}

function bold({ head }: Entry): Person | null {
  const leaf = head.find(({ parent, text }) => parent.closest(BOLD) && !/[\d#]/.test(text));
  return leaf ? personOf(leaf.text) : null;
}
