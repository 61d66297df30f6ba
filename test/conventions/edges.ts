/**
 * The edges: the only files that may ask the machine what time it is, which language it speaks and in which zone
 * it stands. Everything else is told. Each entry says which of the three and why; keep this list short.
 */
export type Asks = 'time' | 'language' | 'zone';

export const EDGES: Record<string, { asks: readonly Asks[]; why: string }> = {
  'extension/background/speak.ts': {
    asks: ['language'],
    why: "the browser's own language, where the user has chosen none",
  },
  'extension/entrypoints/overlay.ts': {
    asks: ['language', 'time', 'zone'],
    why: "the page's wiring: tells the overlay when, where and in which language it is",
  },
  'extension/overlay/page-watch.ts': {
    asks: ['time'],
    why: 'measures how long reading the page takes, to rest for it',
  },
};
