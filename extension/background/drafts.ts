/** What is half typed in on a ticket: neither a page that draws itself anew nor an update of ours loses it. */
import type { Draft } from '../platform/changes.ts';
import { draftsItem, update } from '../state/settings.ts';
import { fairShare } from './fair-share.ts';

/** Of so many forms, the last ones. */
const MOST_DRAFTS = 20;

/** `note`: the form that it is of, absent where time is typed in; `null`: it was saved, or given up. */
export async function keepDraft(url: string, note: string | undefined, draft: Draft | null): Promise<void> {
  await update(draftsItem, (drafts) => {
    const others = drafts.filter(([of, other]) => of !== url || noteOf(other) !== note);
    if (draft === null) return others;
    return fairShare([...others, [url, draft] as [string, Draft]], MOST_DRAFTS, ([of]) => of);
  });
}

export async function draftsOn(url: string): Promise<Draft[]> {
  return (await draftsItem.getValue()).flatMap(([of, draft]) => (of === url ? [draft] : []));
}

function noteOf(draft: Draft): string | undefined {
  return 'note' in draft ? draft.note : undefined;
}
