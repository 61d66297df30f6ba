import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildExtension } from '../support/build.ts';

/** The least that the extension can live with; each more is a question to its user. */
const PERMISSIONS = ['activeTab', 'alarms', 'identity', 'scripting', 'storage'];

describe('the built manifest', () => {
  let folder: string;
  let manifest: Record<string, unknown> & { permissions?: string[] };

  beforeAll(async () => {
    folder = await buildExtension();
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  }, 5 * 60_000);

  test('asks for nothing that is not needed', () => {
    expect([...(manifest.permissions ?? [])].sort()).toEqual(PERMISSIONS);
  });

  test('asks for notifications only once somebody wants them', () => {
    expect(manifest.optional_permissions).toEqual(['notifications']);
  });

  test('sees no page before its user has switched it on', () => {
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  test('offers no file of its own to pages', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
  });

  test('runs its own files alone, and reaches nothing but Google’s sign-in and sheets', () => {
    const { extension_pages: policy } = manifest.content_security_policy as { extension_pages: string };
    const directives = Object.fromEntries(
      policy.split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources];
      }),
    );
    const { 'connect-src': reached, ...rest } = directives;
    expect(reached?.map((source) => new URL(source).origin)).toEqual(reached);
    expect(reached?.every((source) => source.endsWith('.googleapis.com'))).toBe(true);
    expect(new Set(Object.values(rest).flat())).toEqual(new Set(["'none'", "'self'", 'data:']));
    expect(directives['script-src']).toEqual(["'self'"]);
    expect(directives['default-src']).toEqual(["'none'"]);
    expect(manifest.manifest_version).toBe(3);
  });

  test('names only files that are there', () => {
    const named = [...JSON.stringify(manifest).matchAll(/"([\w/-]+\.(?:js|html|css|png|svg))"/g)].map(
      ([, file = '']) => file,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  });
});
