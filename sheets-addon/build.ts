/** Builds the add-on for Apps Script: one script whose functions are global, and its manifest. */
import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { compactCatalogues } from './compact-catalogues.ts';

const ROOM = dirname(fileURLToPath(import.meta.url));
const OUTPUT = join(ROOM, '..', 'dist', 'sheets-addon');
const EXPORTED = /^export function (\w+)\(/gm;

/** Apps Script calls functions that stand at the top of the script by their names. */
function globalFunctions(): string {
  const source = readFileSync(join(ROOM, 'entry.ts'), 'utf8');
  return [...source.matchAll(EXPORTED)]
    .map(([, name]) => `function ${name}(){return Dueline.${name}.apply(null,arguments)}`)
    .join('\n');
}

export async function buildAddOn(output = OUTPUT): Promise<void> {
  await build({
    root: ROOM,
    configFile: false,
    logLevel: 'warn',
    plugins: [compactCatalogues()],
    esbuild: { charset: 'utf8' },
    build: {
      // Newer syntax is refused by the parser that Apps Script checks a script with.
      target: 'es2019',
      outDir: output,
      emptyOutDir: true,
      minify: 'esbuild',
      lib: { entry: join(ROOM, 'entry.ts'), formats: ['iife'], name: 'Dueline', fileName: () => 'Code.js' },
    },
  });
  // After the minifier, which would drop functions that nothing in the script calls.
  appendFileSync(join(output, 'Code.js'), `\n${globalFunctions()}\n`);
  cpSync(join(ROOM, 'appsscript.json'), join(output, 'appsscript.json'));
}

if (argv[1] === fileURLToPath(import.meta.url)) await buildAddOn();
