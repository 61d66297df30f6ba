/**
 * Code that several scripts in a page use comes into the page once, as a part that runs before them. What a part holds
 * is said here, and read where it is built, where its users are built, and where they are brought into a page.
 */
export const SHARED = {
  drawing: {
    usedBy: ['forms', 'lists', 'panel', 'picker', 'view'],
    packages: {
      '@preact/signals': ['computed', 'effect', 'signal'],
      preact: ['Fragment', 'h', 'render'],
      'preact/hooks': ['useEffect', 'useLayoutEffect', 'useRef', 'useState'],
      'preact/jsx-runtime': ['Fragment', 'jsx', 'jsxs'],
    },
    files: [
      'overlay/countdown.ts',
      'overlay/standing.ts',
      'state/now.ts',
      'ui/StateMark.tsx',
      'ui/format.ts',
      'ui/parts.css?inline',
      'ui/tokens.css?inline',
      'ui/words.ts',
    ],
  },
  reading: {
    usedBy: ['lists', 'mapped', 'picker', 'reader', 'sites'],
    packages: {},
    files: [
      'readers/generic/people.ts',
      'readers/generic/times.ts',
      'readers/times/parse.ts',
      'readers/times/resolve.ts',
      'readers/times/zone.ts',
      'readers/words/index.ts',
    ],
  },
} as const;

type Shared = typeof SHARED;
type PartName = keyof Shared;

/** A part's modules: of a package the names that are used, of our own files all. */
type PartOf<Name extends PartName> = {
  [Id in keyof Shared[Name]['packages']]: Record<Names<Shared[Name]['packages'][Id]>, unknown>;
} & Record<Shared[Name]['files'][number], object>;
type Names<List> = List extends readonly (infer Name extends string)[] ? Name : never;

export const placeOf = (part: string): string => `dueline.part.${part}`;

/** Leaves a part in our own world of the page. A second run changes nothing: what was made with the first goes on. */
export function keepPart<Name extends PartName>(name: Name, part: PartOf<Name>): void {
  const world = globalThis as unknown as Record<symbol, object>;
  world[Symbol.for(placeOf(name))] ??= part;
}

/** What has to run in a page for these scripts to run there, in order. */
export function withParts(scripts: readonly string[]): string[] {
  const needed = Object.entries(SHARED).filter(([, { usedBy }]) =>
    usedBy.some((user) => scripts.includes(user)),
  );
  return [...needed.map(([part]) => part), ...scripts].map((name) => `/${name}.js`);
}
