/** Entries of a thread that say what was changed, and nothing else. */
import { isLabel } from '../words/index.ts';
import type { Entry } from './entry.ts';
import type { Leaf } from './page.ts';

export const kindOf = ({ tagName, className }: Element): string => `${tagName} ${className}`;

/** A property and what became of it: "State ⇒ Assigned". */
export const isTurned = ({ text }: Leaf): boolean => isLabel(/^(.+?)[⇒→]/.exec(text)?.[1] ?? '');

/**
 * An entry that is nothing but what its neighbours have as their head says nothing of its own. Rows are alike without
 * a class: such a one must say what was changed, in nothing but short lines.
 */
export function bodiless(entries: Entry[]): Entry[] {
  const heads = new Set(entries.filter(({ body }) => body.length > 0).map(({ top }) => kindOf(top)));
  return entries.map((entry) => {
    const { box, outer, head, body } = entry;
    if (box === outer || !heads.has(kindOf(box))) return entry;
    const isPlain = body.some(isTurned) && !body.some((leaf) => leaf.text.length > 40 && !isTurned(leaf));
    if (!box.className && !isPlain) return entry;
    return { ...entry, head: [...head, ...body].sort((one, other) => one.index - other.index), body: [] };
  });
}
