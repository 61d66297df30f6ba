import { describe, expect, test } from 'vitest';
import { type Import, importsOf, roomOf } from './imports.ts';
import { at, findings, findingsIn, type Rule, SOURCES } from './source.ts';

/** core runs in a page, in a worker, in Apps Script and in Node: these packages do too. */
const CORE_PACKAGES = ['date-holidays', 'ical.js', 'luxon', 'zod'];

/** Which rooms a room may import from, beside itself. */
const ROOMS: Record<string, readonly string[]> = { core: [], extension: ['core'], 'sheets-addon': ['core'] };

/** The one file that may know a thing, by the name of the thing. */
const ONLY_IN: Record<string, string> = {
  'date-holidays': 'core/holidays/by-country.ts',
  'ical.js': 'core/holidays/from-ics.ts',
  luxon: 'core/time/zone.ts',
};

function eachImport(check: (found: Import, path: string) => string | undefined): Rule {
  return (source) =>
    importsOf(source).flatMap((found) => {
      const fix = check(found, source.path);
      return fix ? [at(source, found.node, fix)] : [];
    });
}

const directions = eachImport(({ target, isPackage, specifier }, path) => {
  const room = roomOf(path);
  if (isPackage || target === 'package.json') return undefined;
  const other = roomOf(target);
  if (other === room || ROOMS[room]?.includes(other)) return undefined;
  if (other === 'test')
    return `imports ${specifier}: what ships never imports a test; move the helper out of test/.`;
  if (room === 'core')
    return `imports ${specifier}: core knows no surface; pass what it needs in as an argument.`;
  return `imports ${specifier}: ${room} may import core only; move what both surfaces need into core.`;
});

const viaAlias = eachImport(({ specifier, target, isPackage }, path) =>
  !isPackage && specifier.startsWith('.') && roomOf(target) !== roomOf(path) && roomOf(target) === 'core'
    ? `imports ${specifier}: reach core as #core or #core/<file>.ts.`
    : undefined,
);

const corePackages = eachImport(({ isPackage, target, specifier }, path) =>
  roomOf(path) === 'core' && isPackage && !CORE_PACKAGES.includes(target)
    ? `imports ${specifier}: core imports nothing of a platform; it may use ${CORE_PACKAGES.join(' and ')} alone.`
    : undefined,
);

const oneFile = eachImport(({ isPackage, target }, path) => {
  const home = ONLY_IN[target];
  return isPackage && home && path !== home
    ? `imports ${target}: only ${home} may; ask that file instead.`
    : undefined;
});

const ownIndex = eachImport(({ target }, path) =>
  roomOf(path) === 'core' && path !== 'core/index.ts' && target === 'core/index.ts'
    ? 'imports core/index.ts from inside core: import the file that holds the thing.'
    : undefined,
);

const zodMini = eachImport(({ target, specifier, isNamespace }) => {
  if (target !== 'zod') return undefined;
  return specifier === 'zod/mini' && isNamespace ? undefined : "write it as: import * as z from 'zod/mini';";
});

const extensions = eachImport(({ isPackage, specifier }) =>
  !isPackage && specifier !== '#core' && !/\.(ts|tsx|mjs|json|css|svg|html)(\?\w+)?$/.test(specifier)
    ? `imports ${specifier}: write the file's extension (.ts, .tsx) out.`
    : undefined,
);

const spreadsheetApp: Rule = (source) => {
  if (/^sheets-addon\/spreadsheet(-[\w-]+)?\.ts$/.test(source.path)) return [];
  const line = source.text.split('\n').findIndex((text) => /\bSpreadsheetApp\s*\./.test(text));
  if (line < 0) return [];
  return [
    `${source.path}:${line + 1} uses SpreadsheetApp: only sheets-addon/spreadsheet*.ts may; add a function there.`,
  ];
};

const SAMPLES: [string, Rule, string, string][] = [
  ['core imports no surface', directions, 'core/a/b.ts', "import { x } from '../../extension/x.ts';"],
  [
    'the extension does not import the add-on',
    directions,
    'extension/a.ts',
    "export * from '../sheets-addon/x.ts';",
  ],
  [
    'what ships does not import tests',
    directions,
    'core/a.ts',
    "const x = await import('../test/support/x.ts');",
  ],
  ['core is reached by its name', viaAlias, 'extension/a/b.ts', "import { x } from '../../core/x.ts';"],
  [
    'core imports nothing of a platform',
    corePackages,
    'core/a.ts',
    "import { readFileSync } from 'node:fs';",
  ],
  ['core takes no type of a platform', corePackages, 'core/a.ts', "type A = import('preact').VNode;"],
  ['luxon is imported in one file', oneFile, 'core/time/calendar.ts', "import { DateTime } from 'luxon';"],
  ["core's index is for others", ownIndex, 'core/time/zone.ts', "import { problem } from '../index.ts';"],
  ['zod is zod/mini', zodMini, 'core/a.ts', "import * as z from 'zod';"],
  ['zod is a namespace', zodMini, 'core/a.ts', "import { z } from 'zod/mini';"],
  ['imports have extensions', extensions, 'core/a.ts', "import { x } from './x';"],
  [
    'SpreadsheetApp is used in its own files',
    spreadsheetApp,
    'sheets-addon/menu.ts',
    'SpreadsheetApp.getUi();',
  ],
];

describe('rooms', () => {
  test.each([...new Map(SAMPLES.map((sample) => [sample[1], sample])).values()])('%s', (_, rule) => {
    expect(findings(rule, SOURCES)).toEqual([]);
  });

  test.each(SAMPLES)('the rule "%s" can fail', (_, rule, path, text) => {
    expect(findingsIn(rule, path, text)).toHaveLength(1);
  });

  test('a room may import itself and core', () => {
    const text = "import { a } from './a.ts'; import { b } from '#core'; import { c } from '#core/c.ts';";
    for (const rule of [directions, viaAlias, ownIndex, extensions]) {
      expect(findingsIn(rule, 'extension/x.ts', text)).toEqual([]);
    }
  });
});
