/** Work that is half typed in on a ticket: neither a page that draws itself anew nor an update of ours loses it. */
import type { Draft } from '../platform/changes.ts';
import { draftsItem, update } from '../state/settings.ts';

/** Of so many tickets, the last ones. */
const MOST_DRAFTS = 20;

/** `null`: it was saved, or given up. */
export async function keepDraft(url: string, draft: Draft | null): Promise<void> {
  await update(draftsItem, (drafts) => {
    const others = drafts.filter(([of]) => of !== url);
    return draft === null ? others : [...others, [url, draft] as [string, Draft]].slice(-MOST_DRAFTS);
  });
}

export async function draftOn(url: string): Promise<Draft | null> {
  return (await draftsItem.getValue()).find(([of]) => of === url)?.[1] ?? null;
}
