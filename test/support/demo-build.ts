/** A copy of the built extension that may read pages on loopback from the start; nothing else differs. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const LOOPBACK = ['http://127.0.0.1/*', 'http://localhost/*'];

/**
 * Copies the build at `from` to `to`, which is replaced, and adds loopback to the copy's host permissions;
 * `permissions` are those that nobody can be asked for without a window.
 */
export function makeDemoBuild(from: string, to: string, permissions: readonly string[] = []): string {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  const path = join(to, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { permissions: string[] };
  const granted = [...manifest.permissions, ...permissions];
  writeFileSync(path, JSON.stringify({ ...manifest, permissions: granted, host_permissions: LOOPBACK }));
  return to;
}
