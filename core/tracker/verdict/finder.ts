/** The place of a text in a list, whatever its case, from 0; of two alike the first; -1 where it is not there. */
export type Finder = (text: string) => number;

/** For lists that are asked for every row of a tab. */
export function finder(list: readonly string[]): Finder {
  const places = new Map<string, number>();
  for (const [place, text] of list.entries()) {
    const key = text.toLowerCase();
    if (key !== '' && !places.has(key)) places.set(key, place);
  }
  // Nearly every cell holds a word of the list as it stands there.
  const known = new Map<string, number>();
  for (const text of list) known.set(text, places.get(text.toLowerCase()) ?? -1);
  return (text) => known.get(text) ?? places.get(text.toLowerCase()) ?? -1;
}
