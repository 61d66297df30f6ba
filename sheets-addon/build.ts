/** Builds the add-on for Apps Script: one script whose functions are global, and its manifest. */
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rollup } from 'vite';
import { compactCatalogues, SAID_BY_SCRIPT, SAID_BY_SIDEBAR } from './compact-catalogues.ts';

const ROOM = dirname(fileURLToPath(import.meta.url));
const OUTPUT = join(ROOM, '..', 'dist', 'sheets-addon');
const EXPORTED = /^export function (\w+)\(/gm;

/**
 * All that is asked of luxon is whether there is a zone of some name, which luxon asks of Intl in turn; the rest of it,
 * twenty kilobytes, stays behind.
 */
function onlyZonesOfLuxon(): Plugin {
  const own = '\0luxon-zones';
  return {
    name: 'only-zones-of-luxon',
    enforce: 'pre',
    resolveId: (id) => (id === 'luxon' ? own : null),
    load: (id) =>
      id === own
        ? `export const IANAZone = { isValidZone(timeZone) {
            try { return timeZone !== '' && new Intl.DateTimeFormat('en-US', { timeZone }).format() !== ''; }
            catch { return false; }
          } };`
        : null,
  };
}

/** Apps Script calls functions that stand at the top of the script by their names. */
function globalFunctions(): string {
  const source = readFileSync(join(ROOM, 'entry.ts'), 'utf8');
  return [...source.matchAll(EXPORTED)]
    .map(([, name]) => `function ${name}(){return Dueline.${name}(...arguments)}`)
    .join('\n');
}

export async function buildAddOn(output = OUTPUT): Promise<void> {
  await build({
    root: ROOM,
    configFile: false,
    logLevel: 'warn',
    plugins: [compactCatalogues(SAID_BY_SCRIPT), onlyZonesOfLuxon()],
    esbuild: { charset: 'utf8' },
    build: {
      // Class fields and other newer syntax are refused by the parser that Apps Script checks a script with.
      target: 'es2020',
      outDir: output,
      emptyOutDir: true,
      minify: 'terser',
      terserOptions: {
        ecma: 2020,
        compress: {
          passes: 3,
          hoist_funs: true,
          pure_getters: true,
          unsafe_arrows: true,
          // The minifier leaves their long names as they are.
          global_defs: { '@Number.NEGATIVE_INFINITY': '-1/0', '@Number.POSITIVE_INFINITY': '1/0' },
        },
      },
      lib: { entry: join(ROOM, 'entry.ts'), formats: ['iife'], name: 'Dueline', fileName: () => 'Code.js' },
    },
  });
  // After the minifier, which would drop functions that nothing in the script calls.
  appendFileSync(join(output, 'Code.js'), `\n${globalFunctions()}\n`);
  writeFileSync(join(output, 'sidebar.html'), await sidebarPage());
  cpSync(join(ROOM, 'appsscript.json'), join(output, 'appsscript.json'));
}

/** The sidebar as one page: Apps Script serves no files beside it. */
async function sidebarPage(): Promise<string> {
  const built = (await build({
    root: ROOM,
    configFile: false,
    logLevel: 'warn',
    plugins: [compactCatalogues(SAID_BY_SIDEBAR), onlyZonesOfLuxon()],
    esbuild: { charset: 'utf8', jsx: 'automatic', jsxImportSource: 'preact', jsxDev: false },
    build: {
      write: false,
      target: 'es2020',
      minify: 'esbuild',
      lib: {
        entry: join(ROOM, 'sidebar', 'main.tsx'),
        formats: ['iife'],
        name: 'Sidebar',
        cssFileName: 'sidebar',
      },
    },
  })) as Rollup.RollupOutput[];
  const parts = built[0]!.output;
  const script = parts.flatMap((part) => (part.type === 'chunk' ? part.code : [])).join('\n');
  const style = parts.flatMap((part) => (part.type === 'asset' ? String(part.source) : [])).join('\n');
  const page = readFileSync(join(ROOM, 'sidebar', 'index.html'), 'utf8');
  // Functions, so that no `$&` of the script is taken for a pattern; a closing tag in it would end it early.
  return page
    .replace('</head>', () => `<style>${style}</style></head>`)
    .replace('</body>', () => `<script>${script.replaceAll('</script', '<\\/script')}</script></body>`);
}

if (argv[1] === fileURLToPath(import.meta.url)) await buildAddOn();
