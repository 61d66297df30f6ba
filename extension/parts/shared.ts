/**
 * Code that several scripts in a page use comes into the page once, as a part that runs before them. What a part holds
 * is said here, and read where it is built, where its users are built, and where they are brought into a page. Our own
 * pages, `pages` here, load it before their first module.
 */
export const SHARED = {
  drawing: {
    usedBy: ['forms', 'lists', 'pages', 'panel', 'picker', 'view'],
    packages: {
      '@preact/signals': ['computed', 'effect', 'signal', 'useSignal'],
      preact: ['Fragment', 'h', 'render'],
      'preact/hooks': ['useEffect', 'useLayoutEffect', 'useRef', 'useState'],
      'preact/jsx-runtime': ['Fragment', 'jsx', 'jsxs'],
    },
    files: {
      countdown: 'overlay/countdown.ts',
      format: 'ui/format.ts',
      mark: 'ui/StateMark.tsx',
      now: 'state/now.ts',
      parts: 'ui/parts.css?inline',
      standing: 'overlay/standing.ts',
      tokens: 'ui/tokens.css?inline',
      words: 'ui/words.ts',
    },
  },
  overlay: {
    usedBy: ['lists', 'mapped', 'picker', 'reader', 'sites'],
    packages: {},
    files: {
      address: 'mapping/address.ts',
      ask: 'platform/ask.ts',
      id: 'readers/generic/ticket-id.ts',
      links: 'lists/ticket-links.ts',
      order: 'readers/stated-order.ts',
      rows: 'lists/scripted-rows.ts',
      signs: 'readers/sites/signs.ts',
    },
  },
  reading: {
    usedBy: ['lists', 'mapped', 'picker', 'reader', 'sites'],
    packages: {},
    files: {
      parse: 'readers/times/parse.ts',
      people: 'readers/generic/people.ts',
      resolve: 'readers/times/resolve.ts',
      shown: 'readers/generic/page-times.ts',
      times: 'readers/generic/times.ts',
      words: 'readers/words/index.ts',
      zone: 'readers/times/zone.ts',
    },
  },
} as const;

type Shared = typeof SHARED;
type PartName = keyof Shared;

/** A part's modules: of a package the names that are used, of our own files all, each by its short name. */
type PartOf<Name extends PartName> = {
  [Id in keyof Shared[Name]['packages']]: Record<Names<Shared[Name]['packages'][Id]>, unknown>;
} & Record<keyof Shared[Name]['files'], object>;
type Names<List> = List extends readonly (infer Name extends string)[] ? Name : never;

export const placeOf = (part: string): string => `dueline.part.${part}`;

/** Leaves a part in our own world of the page. A second run changes nothing: what was made with the first goes on. */
export function keepPart<Name extends PartName>(name: Name, part: PartOf<Name>): void {
  const world = globalThis as unknown as Record<symbol, object>;
  world[Symbol.for(placeOf(name))] ??= part;
}

/** The content script leaves what it shares itself: it is in a page before any other. */
const FIRST: PartName = 'overlay';

/** What has to run in a page for these scripts to run there, in order. */
export function withParts(scripts: readonly string[]): string[] {
  const needed = Object.entries(SHARED).filter(
    ([part, { usedBy }]) => part !== FIRST && usedBy.some((user) => scripts.includes(user)),
  );
  return [...needed.map(([part]) => part), ...scripts].map((name) => `/${name}.js`);
}
