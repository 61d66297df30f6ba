/** The browser's storage as it can go wrong: full, emptied, damaged, and a background that dies between two writes. */

export class Killed extends Error {}

export interface Wrong {
  /** Writes that still go well before the fault. */
  after: number;
  kind: 'full' | 'killed' | 'killed-after';
}

function area() {
  const kept = new Map<string, unknown>();
  const state = { wrong: null as Wrong | null };
  return {
    kept,
    state,
    get: async (keys: string | string[] | null) =>
      Object.fromEntries(
        structuredClone([...kept].filter(([key]) => keys === null || [keys].flat().includes(key))),
      ),
    set: async (items: Record<string, unknown>) => {
      const { wrong } = state;
      const isNow = wrong !== null && wrong.after-- <= 0;
      if (isNow && wrong.kind === 'full') throw new Error('QUOTA_BYTES quota exceeded');
      if (isNow && wrong.kind === 'killed') throw new Killed();
      for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
      if (isNow) throw new Killed();
    },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) kept.delete(key);
    },
    onChanged: { addListener: () => undefined, removeListener: () => undefined },
  };
}

/** Puts itself in the place of the browser; to be called before the background is imported. */
export function breakableBrowser() {
  const [local, session] = [area(), area()];
  Object.assign(globalThis, {
    browser: {
      runtime: { id: 'dueline', sendMessage: async () => undefined },
      storage: { local, session },
      tabs: { query: async () => [], sendMessage: async () => undefined },
      i18n: { getUILanguage: () => 'en' },
    },
  });
  return local;
}
