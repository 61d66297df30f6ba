import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/walk.ts';
import { findings, findingsIn, type Rule, SOURCES, TESTS } from './source.ts';

const MAX_LINES = 250;

const length: Rule = ({ path, text }) => {
  const lines = text.split('\n').length - 1;
  return lines > MAX_LINES
    ? [`${path} has ${lines} lines (limit ${MAX_LINES}): one idea a file; take the next one out.`]
    : [];
};

/** A path that only one machine has, and the hosts of package registries other than npm's own name. */
const MACHINE = [
  /(?<![\w.])\/(?:home|Users)\/(?!runner\b)[\w.-]+\//,
  /(?<![\w.])\/(?:root|work|workspace)\/[\w.-]+/,
  /\b[A-Z]:\\Users\\/,
  new RegExp('\\bregistry' + '\\.[\\w.-]+\\.\\w+'),
  /\b(?:archive|deb|ftp|security)\.(?:debian|ubuntu)\.(?:com|org)\b/,
  /https?:\/\/[\w.:-]*(?:artifactory|nexus|verdaccio|npm-proxy|mirror)[\w.:-]*\//i,
];

const machine: Rule = ({ path, text }) =>
  text.split('\n').flatMap((line, index) => {
    const found = MACHINE.map((pattern) => pattern.exec(line)?.[0]).find((hit) => hit !== undefined);
    return found
      ? [`${path}:${index + 1} names ${found}: take it from the environment, or leave it out.`]
      : [];
  });

/** Every text file that git has, whatever its kind. */
function tracked(): { path: string; text: string }[] {
  if (!existsSync(join(ROOT, '.git'))) return [...SOURCES, ...TESTS];
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
  });
  return list
    .toString()
    .split('\0')
    .filter(
      (path) => path !== '' && existsSync(join(ROOT, path)) && !/\.(png|jpg|ico|woff2|xlsx)$/.test(path),
    )
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** What may lie at the root: what a tool or a reader looks for there, and the four rooms. */
const AT_THE_ROOT = [
  ...['core', 'extension', 'sheets-addon', 'test', 'docs'],
  ...[
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'biome.json',
    'vitest.config.ts',
    '.gitignore',
    '.ci',
  ],
  ...['README.md', 'SECURITY.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'LICENSE'],
];
/** Never in git. */
const BUILT = ['node_modules', 'dist', '.git', '.wxt', '.output', 'coverage'];

describe('files', () => {
  test('no file is longer than one can hold in mind', () => {
    expect(findings(length, [...SOURCES, ...TESTS])).toEqual([]);
    expect(findingsIn(length, 'core/a.ts', 'x;\n'.repeat(MAX_LINES))).toEqual([]);
    expect(findingsIn(length, 'core/a.ts', 'x;\n'.repeat(MAX_LINES + 1))).toHaveLength(1);
  });

  test('no file names one machine or one registry', () => {
    const own = 'test/conventions/files.test.ts';
    const all = tracked().filter(({ path }) => path !== own);
    expect(all.flatMap((file) => machine(file as Parameters<Rule>[0]))).toEqual([]);
    const home = homedir();
    const holders = home.length > 5 ? all.filter(({ text }) => text.includes(`${home}/`)) : [];
    expect(holders.map(({ path }) => path)).toEqual([]);
  });

  test.each([
    "const path = '/home/somebody/dueline';",
    `const path = '/${'root'}/.npm';`,
    '"resolved": "https://registry.example.org/x.tgz"',
    "const host = 'https://artifactory.example.org/npm/';",
    `const list = 'deb https://deb.debian.${'org'}/debian sid main';`,
  ])('finds the machine in %s', (text) => {
    expect(findingsIn(machine, 'core/a.ts', text)).toHaveLength(1);
  });

  test('an address on a page is no path of a machine', () => {
    expect(
      findingsIn(machine, 'core/a.ts', `const url = 'https://desk.example/${'work'}/tickets/1';`),
    ).toEqual([]);
  });

  test('nothing lies at the root that need not', () => {
    const extra = readdirSync(ROOT).filter((name) => !AT_THE_ROOT.includes(name) && !BUILT.includes(name));
    expect(extra.map((name) => `${name}: move it into the room that it belongs to`)).toEqual([]);
  });
});
