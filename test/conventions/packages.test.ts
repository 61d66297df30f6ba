import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { offlineReport, saidBy } from '../support/audit.mjs';
import { missingFrom } from '../support/complete-lock.mjs';
import { billOfMaterials, shippedPackages } from '../support/package/bill.ts';
import { reasonToInstall } from '../support/packages.mjs';
import { ROOT } from '../support/walk.ts';
import { importsOf } from './imports.ts';
import { SOURCES } from './source.ts';

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

function readJson(name: string) {
  return JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
}

function loose(versions: Record<string, string> = {}): string[] {
  return Object.entries(versions)
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${name}@${version}: pin it (npm install --save-exact)`);
}

describe('packages', () => {
  const manifest = readJson('package.json');
  const lock = readJson('package-lock.json');

  test('every version is pinned', () => {
    expect([
      ...loose(manifest.dependencies),
      ...loose(manifest.devDependencies),
      ...loose(manifest.overrides),
    ]).toEqual([]);
    expect(loose({ a: '^1.0.0', b: '1.x', c: 'latest', d: '1.2.3', e: '1.2.3-rc.1' })).toHaveLength(3);
  });

  test('the lock file names no registry, and every package by its version', () => {
    const entries = Object.entries<{ resolved?: string; version?: string }>(lock.packages);
    const wrong = entries.filter(([path, { resolved, version }]) => path !== '' && (resolved || !version));
    expect(wrong.map(([path]) => `${path}: run npm run lock`)).toEqual([]);
  });

  test('the lock file has the packages of every platform', () => {
    expect(missingFrom(lock).map(([, name]) => `${name}: run npm run lock`)).toEqual([]);
    const damaged = {
      packages: { 'node_modules/a': { version: '1.0.0', optionalDependencies: { 'a-linux': '1.0.0' } } },
    };
    expect(missingFrom(damaged)).toEqual([['node_modules/a', 'a-linux', '1.0.0']]);
  });

  test('the lock file is that of package.json', () => {
    expect(lock.packages[''].devDependencies).toEqual(manifest.devDependencies);
    expect(lock.packages[''].dependencies).toEqual(manifest.dependencies);
  });

  test('no package runs a script of its own at its installation but the one that is named', () => {
    const entries = Object.entries<{ hasInstallScript?: boolean; optional?: boolean }>(lock.packages);
    const running = entries.filter(([, { hasInstallScript, optional }]) => hasInstallScript && !optional);
    const names = new Set(running.map(([path]) => path.split('node_modules/').at(-1)!));
    expect([...names].filter((name) => !(name in manifest.allowScripts))).toEqual([]);
    expect(Object.keys(manifest.allowScripts).filter((name) => manifest.allowScripts[name])).toEqual([
      'esbuild',
    ]);
  });

  test('whatever is installed anywhere is held to its checksum where the registry gave one', () => {
    const entries = Object.entries<{ integrity?: string; optional?: boolean }>(lock.packages);
    const open = entries.filter(([path, { integrity, optional }]) => path !== '' && !integrity && !optional);
    expect(open.map(([path]) => path)).toEqual([]);
    const weak = entries.filter(([, { integrity }]) => integrity && !integrity.startsWith('sha512-'));
    expect(weak.map(([path]) => path)).toEqual([]);
  });

  test('the bill of materials names every package that ships, at its version, and is the same each time', () => {
    const built =
      /^(extension\/(build\/|wxt\.config)|sheets-addon\/(provision\/|build\.ts|compact-catalogues))/;
    const imported = SOURCES.filter(({ path }) => !built.test(path)).flatMap((source) =>
      importsOf(source).flatMap(({ isPackage, target }) => (isPackage ? [target] : [])),
    );
    const shipped = shippedPackages();
    expect([...new Set(imported)].filter((name) => !shipped.includes(name))).toEqual([]);
    const bill = JSON.parse(billOfMaterials());
    expect(bill.components).toContainEqual(
      expect.objectContaining({ name: 'zod', version: manifest.devDependencies.zod }),
    );
    expect(bill.components.map(({ name }: { name: string }) => name)).toEqual(shipped);
    expect(billOfMaterials()).toBe(billOfMaterials());
  });

  test('an audit that nobody could answer is never told as a clean one', () => {
    const refused = { message: '405 Method Not Allowed', statusCode: 405 };
    expect(saidBy(refused)).toEqual({ isKnown: false, text: 'No advisory service: 405 Method Not Allowed' });
    expect(saidBy({})).toMatchObject({ isKnown: false });
    const found = { info: 0, low: 1, moderate: 0, high: 2, critical: 0, total: 3 };
    expect(saidBy({ metadata: { vulnerabilities: found } })).toEqual({
      isKnown: true,
      text: '3 advisories, low 1, high 2',
      total: 3,
    });
    expect(offlineReport(lock).join('\n')).toContain('no licence named in the lock file: ');
  });

  test('what ships may be shipped: each package’s licence is one that we keep to', () => {
    const { components } = JSON.parse(billOfMaterials());
    const named = components.map(
      ({ name, licenses }: { name: string; licenses?: { license: { name: string } }[] }) =>
        `${name}: ${licenses?.[0]?.license.name ?? 'none'}`,
    );
    const open = named.filter(
      (entry: string) => !/: (?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|PSF-2\.0|Unlicense)$/.test(entry),
    );
    // Data whose source is named where they are offered, and files that stay under their own licence.
    expect(open).toEqual(['date-holidays: (ISC AND CC-BY-3.0)', 'ical.js: MPL-2.0']);
  });

  test('no package wants a newer Node than ours', () => {
    const engines = Object.entries<{ optional?: boolean; engines?: { node?: string } }>(lock.packages).filter(
      ([path, { optional, engines }]) =>
        path !== '' && !optional && /^\s*(>=|\^)\s*2[1-9]/.test(engines?.node ?? ''),
    );
    expect(engines.map(([path, entry]) => `${path} wants Node ${entry.engines?.node}`)).toEqual([]);
  });

  test('packages are installed again when the lock file asks for others, and only then', () => {
    const wanted = { packages: { '': {}, a: { version: '1.0.0' }, b: { version: '1.0.0', optional: true } } };
    expect(reasonToInstall(wanted, undefined)).toBe('no packages are installed');
    expect(reasonToInstall(wanted, { packages: { a: { version: '1.0.0' } } })).toBeUndefined();
    expect(reasonToInstall(wanted, { packages: { a: { version: '0.9.0' } } })).toBe(
      'a is 0.9.0, wanted 1.0.0',
    );
    expect(reasonToInstall(wanted, { packages: {} })).toBe('a is missing, wanted 1.0.0');
    const foreign = { packages: { a: { version: '1.0.0' }, c: { version: '1.0.0', os: ['darwin'] } } };
    expect(reasonToInstall(wanted, foreign, 'linux')).toBe('c is for another system');
  });
});
