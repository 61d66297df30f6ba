/** The place of a text in a list, whatever its case, from 0; of two alike the first; -1 where it is not there. */
export type Finder = (text: string) => number;

/** For lists that are asked for every row of a tab. */
export function finder(list: readonly string[]): Finder {
  const places = new Map<string, number>([['', -1]]);
  // Nearly every cell holds a word of the list as it stands there.
  const known = new Map<string, number>();
  for (const [place, text] of list.entries()) {
    const key = text.toLowerCase();
    const first = places.get(key);
    if (first === undefined) places.set(key, place);
    known.set(text, first ?? place);
  }
  return (text) => known.get(text) ?? places.get(text.toLowerCase()) ?? -1;
}
