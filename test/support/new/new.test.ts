import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../run.mjs';
import { ROOT } from '../walk.ts';

const COPIED = [
  'core',
  'extension',
  'sheets-addon',
  'test',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'biome.json',
  'vitest.config.ts',
];
const BUILT = /[\\/](node_modules|\.output|\.wxt|dist)([\\/]|$)/;
const ADDED = [
  ['language', 'fr'],
  ['reader', 'help-spot'],
  ['rule', 'open-escalations'],
  ['tier', 'gold'],
] as const;

describe('npm run new', () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'dueline-new-'));
    for (const name of COPIED) {
      cpSync(join(ROOT, name), join(copy, name), {
        recursive: true,
        filter: (path) => !BUILT.test(path.slice(ROOT.length)),
      });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  });

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  function add(...args: string[]) {
    return run(process.execPath, ['--import', 'tsx', 'test/support/new/main.ts', ...args], { cwd: copy });
  }

  test('what it writes is listed, compiles, and passes the tests that it brings', async () => {
    for (const [kind, name] of ADDED) {
      const { code, output } = await add(kind, name);
      expect(code, output).toBe(0);
    }
    expect(readFileSync(join(copy, 'core/rulebook/tiers/index.ts'), 'utf8')).toContain(
      '[gold, premium, standard, tsam]',
    );
    const types = await run(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'], {
      cwd: copy,
    });
    const ours = types.output
      .split('\n')
      .filter((line) => ADDED.some(([, name]) => line.includes(`/${name}.`)));
    expect(ours).toEqual([]);
    const { code, output } = await run(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--project',
        'core UTC',
        '--project',
        'surfaces',
        '--project',
        'conventions',
        ...ADDED.map(([, name]) => `/${name}.test.ts`),
        'conventions/lists',
        'conventions/catalogues',
      ],
      { cwd: copy },
    );
    expect(code, output).toBe(0);
  }, 120_000);

  test('it says what is wrong with a name, and overwrites nothing', async () => {
    expect((await add('tier', 'Gold Tier')).output).toContain('write it like gold');
    expect((await add('tier', 'premium')).output).toContain(
      'core/rulebook/tiers/premium.ts is there already',
    );
    expect((await add('sandwich', 'cheese')).output).toContain('language|reader|rule|tier');
  }, 60_000);
});
