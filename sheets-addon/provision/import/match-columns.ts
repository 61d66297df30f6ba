/** Which column of the tracker a column of the file is: by its header in any of the six languages, or as its user says. */
import { LANGUAGES } from '#core';
import { type Column, type Tab, wordsOf } from '#core/tracker/index.ts';
import { formerHeaders } from '../../former-words.ts';
import WORDS from './column-words.json' with { type: 'json' };

export interface ColumnMatch {
  header: string;
  /** Place in the file, from 0. */
  place: number;
  /** `null`: nothing in the tracker; it is left out. */
  column: Column | null;
}

export type Wish = { header: string; column: string };

/** `Their header=Our header, Other=id` as the user typed it. */
export function readWishes(text: string): Wish[] {
  return text.split(',').flatMap((part) => {
    const at = part.lastIndexOf('=');
    return at < 0 ? [] : [{ header: part.slice(0, at).trim(), column: part.slice(at + 1).trim() }];
  });
}

/** Where a wish names a column that one of the two sides does not have, that word. */
export function unknownWish(
  wishes: readonly Wish[],
  headers: readonly string[],
  tab: Tab,
): string | undefined {
  for (const { header, column } of wishes) {
    if (!headers.some((candidate) => plain(candidate) === plain(header))) return header;
    if (column !== '' && !typedColumns(tab).some((candidate) => isCalled(candidate, column))) return column;
  }
  return undefined;
}

/**
 * A wish goes first, then our own headers in whichever language, then other words for the same; a column is filled from
 * one place only.
 */
export function matchColumns(headers: readonly string[], tab: Tab, wishes: readonly Wish[]): ColumnMatch[] {
  const columns = typedColumns(tab);
  const plainHeaders = headers.map(plain);
  const found = new Map<number, Column | null>();
  for (const { header, column } of wishes) {
    const place = plainHeaders.indexOf(plain(header));
    if (place >= 0) found.set(place, columns.find((candidate) => isCalled(candidate, column)) ?? null);
  }
  const pass = (namesOf: (column: Column) => readonly string[]) => {
    const taken = new Set(found.values());
    const named = columns.map((column) => ({ column, names: new Set(namesOf(column).map(plain)) }));
    for (const [place, header] of plainHeaders.entries()) {
      if (found.has(place) || header === '') continue;
      const match = named.find(({ column, names }) => !taken.has(column) && names.has(header));
      if (!match) continue;
      found.set(place, match.column);
      taken.add(match.column);
    }
  };
  pass(({ header }) => [header]);
  pass(({ id }) => LANGUAGES.map((language) => wordsOf(language).header(tab.id, id)));
  pass(({ id }) => LANGUAGES.flatMap((language) => formerHeaders(language, tab.id, id)));
  pass(({ id }) => [id, ...((WORDS as Record<string, string[]>)[`${tab.id}.${id}`] ?? [])]);
  return headers.map((header, place) => ({ header, place, column: found.get(place) ?? null }));
}

function typedColumns(tab: Tab): Column[] {
  return tab.columns.filter(({ role }) => role === 'typed');
}

function isCalled({ id, header }: Column, name: string): boolean {
  return plain(id) === plain(name) || plain(header) === plain(name);
}

/** Without case, accents, spaces and signs: "E-Mail-Adresse" is "emailadresse". */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
