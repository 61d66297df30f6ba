import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesBelow, ROOT } from '../support/walk.ts';
import { importsOf } from './imports.ts';
import { type Finding, nodesOf, type Source, sourceOf } from './source.ts';

/** A folder whose files are one thing each, and the one list of them. */
interface List {
  kind: string;
  folder: string;
  list: string;
  ending: '.ts' | '.json';
  /** Files of the folder that are not entries. */
  helpers: readonly string[];
  /** Where not every file is an entry: by what an entry is known. */
  mark?: RegExp;
}

const LISTS: readonly List[] = [
  { kind: 'language', folder: 'core/language', list: 'core/language/index.ts', ending: '.json', helpers: [] },
  {
    kind: 'rule',
    folder: 'core/scope',
    list: 'core/scope/index.ts',
    ending: '.ts',
    helpers: ['index.ts'],
    mark: /^export const \w+: ScopeRule\b/m,
  },
  {
    kind: 'tier',
    folder: 'core/rulebook/tiers',
    list: 'core/rulebook/tiers/index.ts',
    ending: '.ts',
    helpers: ['index.ts'],
  },
  {
    kind: 'reader',
    folder: 'extension/readers/sites',
    list: 'extension/readers/sites/index.ts',
    ending: '.ts',
    helpers: ['index.ts', 'signs.ts', 'site-reader.ts'],
  },
  {
    kind: 'language',
    folder: 'extension/readers/words',
    list: 'extension/readers/words/index.ts',
    ending: '.json',
    helpers: [],
  },
];

function isSorted(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name);
}

/** The names in the array or object literal that has one entry for each import of `names`. */
function listedNames({ tree }: Source, names: readonly string[]): string[][] {
  return [...nodesOf(tree)]
    .map((node) => {
      if (ts.isArrayLiteralExpression(node)) return node.elements.map((element) => element.getText());
      if (!ts.isObjectLiteralExpression(node)) return [];
      return node.properties.map((property) =>
        ts.isPropertyAssignment(property) ? property.initializer.getText() : (property.name?.getText() ?? ''),
      );
    })
    .filter((elements) => elements.some((element) => names.includes(element)));
}

/** What is wrong with a list, given the files of its folder. */
function findingsOf(
  { kind, folder, list, ending, helpers }: List,
  files: readonly string[],
  source: Source,
): Finding[] {
  const wanted = files
    .filter((path) => posix.dirname(path) === folder && path.endsWith(ending))
    .filter((path) => !helpers.includes(posix.basename(path)));
  const imports = importsOf(source).filter(({ target }) => wanted.includes(target));
  const targets = imports.map(({ target }) => target);
  const names = imports.flatMap(({ node }) => {
    const clause = ts.isImportDeclaration(node) ? node.importClause : undefined;
    const bindings = clause?.namedBindings;
    if (clause?.name) return [clause.name.text];
    return bindings && ts.isNamedImports(bindings)
      ? bindings.elements.map((element) => element.name.text)
      : [];
  });
  const lists = listedNames(source, names);
  return [
    ...wanted
      .filter((path) => !targets.includes(path))
      .map(
        (path) =>
          `${path} is not in ${list}: import it there and add its line (npm run new ${kind} does both).`,
      ),
    ...names
      .filter((name) => !lists.some((elements) => elements.includes(name)))
      .map((name) => `${list} imports ${name} but does not list it: add it to the list.`),
    ...(isSorted(targets)
      ? []
      : [`${list}: put the imports of its entries in alphabetical order of their files.`]),
    ...lists
      .filter((elements) => !isSorted(elements.map((element) => element.toLowerCase())))
      .map(
        (elements) => `${list}: put its entries in alphabetical order: ${[...elements].sort().join(', ')}.`,
      ),
  ];
}

const EXAMPLE: List = { kind: 'tier', folder: 't', list: 't/index.ts', ending: '.ts', helpers: ['index.ts'] };
const FILES = ['t/a.ts', 't/b.ts', 't/index.ts'];

function wrongIn(text: string): Finding[] {
  return findingsOf(EXAMPLE, FILES, sourceOf('t/index.ts', text));
}

describe('lists are alphabetical and complete', () => {
  const present = LISTS.filter(({ list }) => existsSync(join(ROOT, list)));

  test.each(present)('every $kind of $folder is in $list', (list) => {
    const source = sourceOf(list.list, readFileSync(join(ROOT, list.list), 'utf8'));
    const { folder, mark } = list;
    const files = filesBelow(folder).filter(
      (path) => !mark || mark.test(readFileSync(join(ROOT, path), 'utf8')),
    );
    expect(files.length > 0 || list.kind === 'reader').toBe(true);
    expect(findingsOf(list, files, source)).toEqual([]);
  });

  test('a folder has its list', () => {
    const folders = LISTS.filter(
      ({ folder, list }) => existsSync(join(ROOT, folder)) && !existsSync(join(ROOT, list)),
    );
    expect(folders.map(({ folder, list }) => `${folder} has no ${list}`)).toEqual([]);
  });

  test('a good list is left alone', () => {
    expect(
      wrongIn("import { a } from './a.ts'; import { b } from './b.ts'; export const L = [a, b];"),
    ).toEqual([]);
  });

  test.each([
    ['a file that is not listed', "import { a } from './a.ts'; export const L = [a];", 't/b.ts is not in'],
    [
      'an import that is not listed',
      "import { a } from './a.ts'; import { b } from './b.ts'; export const L = [a];",
      'b but does',
    ],
    [
      'imports out of order',
      "import { b } from './b.ts'; import { a } from './a.ts'; export const L = [a, b];",
      'imports of its',
    ],
    [
      'entries out of order',
      "import { a } from './a.ts'; import { b } from './b.ts'; export const L = [b, a];",
      'its entries in',
    ],
  ])('finds %s', (_, text, words) => {
    expect(wrongIn(text).join('\n')).toContain(words);
  });
});
