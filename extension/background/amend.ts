/** Time that was logged earlier, changed or taken out: where it waits it is simply made anew, else its row is changed. */
import { type Amendment, isSameWork } from '#core/engagement/amendments.ts';
import { clockOf, type DirectoryBook } from '#core/engagement/book.ts';
import type { Activity } from '#core/engagement/schema.ts';
import type { Problem } from '#core/problem.ts';
import { additionsItem, amendmentsItem } from '../state/settings.ts';
import { changeAdditions, changeAmendments, currentDirectory } from './directory.ts';
import { isStillOurs } from './queue/store.ts';

/**
 * Puts `next` in the place of what was logged under an id; `null` takes it out. `false` where there is nothing of that
 * id, or nothing any more.
 */
export async function amend(id: string, next: Activity | null): Promise<Problem | boolean> {
  const { activities } = await additionsItem.getValue();
  const isAddition = activities.some((entry) => entry.id === id);
  if (isAddition && (await isStillOurs(id))) return (await replaceAddition(id, next)) ?? true;
  const amendments = await amendmentsItem.getValue();
  const before = amendments.findLast(({ base }) => base.id === id);
  const isOpen = before !== undefined && (await isStillOurs(before.key));
  const base = isOpen ? before.base : await standing(id);
  if (base === null) return false;
  if (isAddition) await replaceAddition(id, base);
  const amendment: Amendment = {
    key: isOpen ? before.key : `${id} ${amendments.length + 1}-${crypto.randomUUID()}`,
    base,
    next: next && { ...beside(base), ...next },
  };
  const failed = await changeAmendments((now) => [
    ...now.filter(({ key }) => key !== amendment.key),
    // Back to what the tracker says: nothing is left to change.
    ...(isSameWork(amendment.base, amendment.next) ? [] : [amendment]),
  ]);
  return failed ?? true;
}

function replaceAddition(id: string, next: Activity | null): Promise<Problem | null> {
  return changeAdditions((additions) => ({
    ...additions,
    activities: [...additions.activities.filter((entry) => entry.id !== id), ...(next ? [next] : [])],
  }));
}

async function standing(id: string): Promise<Activity | null> {
  const { book } = await currentDirectory();
  const found = book?.directory.activities?.find((entry) => entry.id === id);
  return book && found ? dated(found, book) : null;
}

/** As a tracker holds it: by its date. */
function dated({ at, ...activity }: Activity, book: DirectoryBook): Activity {
  const engagement = book.engagements.get(activity.engagement);
  if (activity.date !== undefined || at === undefined || !engagement) return activity;
  return { ...activity, date: clockOf(book, engagement).localDateOf(Date.parse(at)) };
}

/** What the form does not ask for stays as it was. */
function beside({ language, case: ofCase, priorNotice }: Activity): Partial<Activity> {
  return { language, case: ofCase, priorNotice };
}
