/** What somebody is typing: there again when its form is drawn anew or the sidebar is opened anew, until it is added. */
import { useState } from 'preact/hooks';

export interface Drafting<T> {
  draft: T;
  set(draft: T): void;
  /** Empties the form, or fills it again as it was before that. */
  clear(): void;
  bringBack: (() => void) | null;
  isFresh: boolean;
  /** It has been added: the form begins anew. */
  done(): void;
}

/** As long as this sidebar is open, even where the browser keeps nothing for a page inside a page. */
const inMemory = new Map<string, string>();

export function useDraft<T>(name: string, fresh: T, fitting: (kept: unknown) => T): Drafting<T> {
  const [draft, setDraft] = useState<T>(() => {
    const text = kept(name);
    return text === null ? fresh : fitting(parsed(text));
  });
  const [cleared, setCleared] = useState<T | null>(null);
  const isFresh = JSON.stringify(draft) === JSON.stringify(fresh);
  const put = (next: T, before: T | null) => {
    setDraft(next);
    setCleared(before);
    keep(name, next === fresh ? null : JSON.stringify(next));
  };
  return {
    draft,
    isFresh,
    set: (next) => put(next, null),
    clear: () => put(fresh, draft),
    bringBack: cleared === null ? null : () => put(cleared, null),
    done: () => put(fresh, null),
  };
}

/** Of what was kept every text that still fits: what was chosen has to be on offer. */
export function stillFitting<T extends Record<string, string>>(
  kept: unknown,
  fresh: T,
  offers: { [id: string]: readonly string[] | undefined },
): T {
  const given = Object(kept) as Record<string, unknown>;
  const entries = Object.entries(fresh).map(([id, value]) => {
    const text = given[id];
    return [id, typeof text === 'string' && (offers[id]?.includes(text) ?? true) ? text : value];
  });
  return Object.fromEntries(entries) as T;
}

function kept(name: string): string | null {
  try {
    return sessionStorage.getItem(name) ?? inMemory.get(name) ?? null;
  } catch {
    // The browser keeps nothing for this page.
    return inMemory.get(name) ?? null;
  }
}

function keep(name: string, text: string | null): void {
  if (text === null) inMemory.delete(name);
  else inMemory.set(name, text);
  try {
    if (text === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, text);
  } catch {
    // As above: it is kept as long as the sidebar is open.
  }
}

/** What cannot be read was not written by this form. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
