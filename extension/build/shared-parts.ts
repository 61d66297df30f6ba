/** Where a script is built that finds a part in its page, the part's modules are not packed into it again. */
import { posix } from 'node:path';
import type { Plugin } from 'vite';
import { placeOf, SHARED, withParts } from '../parts/shared.ts';

const PREFIX = '\0dueline-part:';
const WHOLE = `${PREFIX}whole:`;

interface Module {
  /** The package, or the file. */
  id: string;
  part: string;
  /** What it is called in the part. */
  key: string;
  /** What it exports; `null` for a file of ours, which says so itself. */
  names: readonly string[] | null;
}

/** Like nothing that another plugin takes for its own: what stands in for a style sheet is a script. */
const standIn = (id: string): string => `${PREFIX}${id.replace(/\W/g, '-')}`;

/** All that is no single script is built in one go: the pages. */
const PAGES = 'pages';

/** `folder`: the extension's own. */
export function sharedParts(folder: string): Plugin {
  const root = folder.replaceAll('\\', '/');
  let modules = new Map<string, Module>();
  return {
    name: 'shared-parts',
    enforce: 'pre',
    configResolved({ build }) {
      modules = modulesFor(build.lib ? (build.lib.name ?? '') : PAGES);
    },
    config: () => ({
      build: {
        rollupOptions: {
          // What is read of a part has no effect, so that what is not used is not looked up.
          treeshake: { propertyReadSideEffects: false },
          // A part's modules are for our own scripts, which need no proof of what they are.
          output: { freeze: false, generatedCode: { preset: 'es2015', symbols: false } },
        },
      },
    }),
    transformIndexHtml: {
      order: 'post',
      handler: () =>
        withParts([PAGES])
          .slice(0, -1)
          .map((src) => ({ tag: 'script', attrs: { src }, injectTo: 'head-prepend' })),
    },
    resolveId(id, importer) {
      if (id.startsWith(PREFIX)) return id;
      const found = standIn(id.startsWith('.') && importer ? below(root, id, importer) : id);
      return modules.has(found) ? found : null;
    },
    async load(found) {
      if (found.startsWith(WHOLE)) {
        return `export default /* @__PURE__ */ globalThis[/* @__PURE__ */ Symbol.for('${placeOf(found.slice(WHOLE.length))}')];`;
      }
      const module = modules.get(found);
      if (!module) return null;
      const { id, part, key, names } = module;
      const exported = names ?? (await this.load({ id: `${root}/${id}` })).exports ?? [];
      const lines = exported.map((name) =>
        name === 'default' ? `export default from.${name};` : `export const ${name} = from.${name};`,
      );
      return [`import part from '${WHOLE}${part}';`, `const from = part['${key}'];`, ...lines].join('\n');
    },
  };
}

function modulesFor(script: string): Map<string, Module> {
  const found = new Map<string, Module>();
  for (const [part, { files, packages, usedBy }] of Object.entries(SHARED)) {
    if (!(usedBy as readonly string[]).includes(script)) continue;
    for (const [key, id] of Object.entries<string>(files))
      found.set(standIn(id), { id, part, key, names: null });
    for (const [id, names] of Object.entries(packages)) found.set(standIn(id), { id, part, key: id, names });
  }
  return found;
}

function below(root: string, id: string, importer: string): string {
  const path = posix.join(posix.dirname(importer.replaceAll('\\', '/')), id);
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : id;
}
