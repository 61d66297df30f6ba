/** Builds the add-on for Apps Script: one script whose functions are global, and its manifest. */
import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const ROOM = dirname(fileURLToPath(import.meta.url));
const OUTPUT = join(ROOM, '..', 'dist', 'sheets-addon');
/** What of the language catalogues the add-on says; a test holds this to what it uses. */
export const SPOKEN =
  /^(clause|column|deliverable|frequency|menu|method|rests|section|tab|tier|tracker|trackerStatus)\.|^finding\.(cases-in-hand|contacts|weekly-hours)-|^problem\.zone-unknown$/;
const CATALOGUE = /\/core\/language\/[\w-]+\.json$/;
const EXPORTED = /^export function (\w+)\(/gm;

/** Leaves out of each catalogue what only the extension says. */
function onlyWhatWeSay(): Plugin {
  return {
    name: 'only-what-we-say',
    enforce: 'pre',
    transform(code, id) {
      if (!CATALOGUE.test(id)) return null;
      const catalogue = JSON.parse(code) as Record<string, Record<string, unknown>>;
      const kept = Object.entries(catalogue).map(([section, messages]) => [
        section,
        Object.fromEntries(Object.entries(messages).filter(([key]) => SPOKEN.test(`${section}.${key}`))),
      ]);
      return { code: JSON.stringify(Object.fromEntries(kept)), map: null };
    },
  };
}

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
    plugins: [onlyWhatWeSay()],
    json: { stringify: false, namedExports: false },
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
