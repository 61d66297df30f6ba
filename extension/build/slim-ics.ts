/**
 * The reader of .ics files as it is shipped: without what writes them, and without address cards, which the package
 * reads too. A test holds what it reads to what the whole one does.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SLIM = '\0dueline-ics';
const MODULES = join(dirname(fileURLToPath(import.meta.resolve('ical.js'))), '..', 'lib', 'ical');
const FOLDER = /\/ical\.js\/lib\/ical\/(\w+)\.js$/;
/** Needed by nobody who only reads calendars, though named by those who do. */
const UNUSED: Record<string, string> = {
  binary: 'export default class {}',
  module: 'export default {};',
  stringify: 'export default {};',
  vcard_time: 'export default class {}',
};
const CARDS =
  /const vcardValues = [\s\S]*?(?=\/\*\*\n \* iCalendar design set)|let vcard3?Set = \{[\s\S]*?\n\};|\bvcard3?: vcard3?Set,/g;

export function slimIcs() {
  return {
    name: 'slim-ics',
    enforce: 'pre' as const,
    resolveId(id: string) {
      return id === 'ical.js' ? SLIM : null;
    },
    load(id: string) {
      if (id === SLIM) return entry();
      const [, module = ''] = FOLDER.exec(id.replaceAll('\\', '/')) ?? [];
      if (module !== 'design') return UNUSED[module] ?? null;
      const whole = readFileSync(id, 'utf8');
      const slim = whole.replace(CARDS, '');
      if (/vcard/i.test(slim.replace(/\/\*[\s\S]*?\*\/|vcard_time|VCard_?Time|FROM_VCARD|TO_VCARD/gi, '')))
        throw new Error('slim-ics.ts no longer finds the address cards in the design of ical.js');
      return slim;
    },
  };
}

function entry(): string {
  const path = (name: string) => JSON.stringify(join(MODULES, `${name}.js`).replaceAll('\\', '/'));
  return [
    // In the package's own order: its modules import one another in circles.
    `import Component from ${path('component')};`,
    `import Event from ${path('event')};`,
    `import parse from ${path('parse')};`,
    'export default { parse, Component, Event };',
  ].join('\n');
}
