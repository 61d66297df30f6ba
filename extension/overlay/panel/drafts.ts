/**
 * What is being typed in, by ticket: the panel goes whenever the page draws itself anew or it is folded, and is drawn
 * with it again. The background keeps it too, for the time after an update of ours.
 */
import type { Draft } from '../../platform/changes.ts';

const typed = new Map<string, Draft | null>();
let isTelling = false;
let next: (() => Promise<unknown>) | null = null;

export function draftOf(url: string, stored: Draft | null): Draft | null {
  return typed.get(url) === undefined ? stored : typed.get(url)!;
}

/** Of all that is typed while one message is under way only the last goes out. */
export function rememberDraft(
  url: string,
  draft: Draft | null,
  tell: (draft: Draft | null) => Promise<unknown>,
): void {
  typed.set(url, draft);
  next = () => tell(draft);
  if (!isTelling) void tellAll();
}

async function tellAll(): Promise<void> {
  isTelling = true;
  while (next) {
    const now = next;
    next = null;
    await now();
  }
  isTelling = false;
}
