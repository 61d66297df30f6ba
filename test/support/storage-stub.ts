/** The browser's storage in memory, for tests of the background that need no browser. Call it before the import. */
import { vi } from 'vitest';

function area() {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (keys: string | string[] | null) =>
      Object.fromEntries([...kept].filter(([key]) => keys === null || [keys].flat().includes(key))),
    set: async (items: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
    },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) kept.delete(key);
    },
    onChanged: { addListener: () => undefined, removeListener: () => undefined },
  };
}

export function stubStorage() {
  const local = area();
  const session = area();
  vi.stubGlobal('browser', {
    runtime: { id: 'dueline', sendMessage: async () => undefined },
    storage: { local, session },
    tabs: { query: async () => [], sendMessage: async () => undefined },
    i18n: { getUILanguage: () => 'en' },
  });
  return { local, session };
}
