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
  'extension/entrypoints/background.ts': {
    asks: ['time', 'zone'],
    why: 'wiring: gives the answering side its clock, and reminders their quiet hours',
  },
  'extension/entrypoints/card/main.tsx': {
    asks: ['time', 'zone'],
    why: 'wiring: tells the page of customer cards when and where it is',
  },
  'extension/entrypoints/lists.ts': {
    asks: ['time', 'zone'],
    why: 'wiring: tells the lists when and where it is',
  },
  'extension/entrypoints/options/main.tsx': {
    asks: ['time', 'zone'],
    why: 'wiring: tells the options page when and where it is',
  },
  'extension/entrypoints/overlay.ts': {
    asks: ['time'],
    why: 'wiring: tells the reading side when it is',
  },
  'extension/entrypoints/popup/main.tsx': {
    asks: ['time', 'zone'],
    why: 'wiring: tells the popup when and where it is',
  },
  'extension/entrypoints/sample/main.tsx': {
    asks: ['time'],
    why: 'wiring: tells the sample ticket when it is',
  },
  'extension/entrypoints/sites.ts': {
    asks: ['time'],
    why: 'wiring: tells the readers of known systems when they may ask again',
  },
  'extension/overlay/host.ts': {
    asks: ['time'],
    why: 'how long the page has been loading, to keep out of its way',
  },
  'extension/overlay/page-watch.ts': {
    asks: ['time'],
    why: 'how long reading the page takes, to rest for it',
  },
  'extension/overlay/view.ts': { asks: ['time'], why: 'the wiring of view.js, a bundle of its own' },
  'extension/state/zone-here.ts': { asks: ['time', 'zone'], why: 'tells the wirings where they are' },
  'sheets-addon/entry.ts': {
    asks: ['language', 'time'],
    why: 'wiring: tells the add-on when it is, and which language its user speaks',
  },
  'sheets-addon/sidebar/main.tsx': {
    asks: ['language'],
    why: "wiring: the browser's language, until the script has answered in its user's",
  },
  'sheets-addon/provision/edge.ts': {
    asks: ['language', 'time'],
    why: "the commands' edge: when they are run, and which language the machine speaks",
  },
  'sheets-addon/provision/write-tracker.ts': { asks: ['time'], why: 'a command: the day on which it is run' },
};
