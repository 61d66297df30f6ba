/** Programs of an older Debian, with all that they need, unpacked into a folder which is their root: nothing is installed. */

import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canInstall } from '../../support/debian.mjs';
import { APT_ENV, aptIn } from './apt-folder.ts';
import { unpackedFolder } from './debian-packages.ts';
import { runToEnd } from './processes.ts';
import type { Prepared } from './system.ts';

/** What Python looks into; the rest of the kernel's files are not for what runs there. */
const DEVICES = [
  ['null', '3'],
  ['urandom', '9'],
] as const;
const KERNEL_FILES = ['cpuinfo', 'meminfo', 'stat'];

export const rootOf = (name: string): string => join(unpackedFolder(name), 'root');

/** `from`: suites and components; what the first has comes from it. */
export async function unpackWithAll(
  name: string,
  packages: readonly string[],
  ...from: readonly [string, ...string[]]
): Promise<Prepared> {
  const folder = unpackedFolder(name);
  const done = join(folder, 'done');
  if (existsSync(done)) return { ok: true };
  if (!canInstall()) return { skipped: `${name} comes from Debian's ${from.join(' and ')}, as root.` };
  const apt = join(folder, 'apt');
  const status = join(apt, 'status');
  try {
    const options = await aptIn(apt, from, ' check-valid-until=no', {
      ...{ 'Dir::State::status': status, 'APT::Install-Recommends': '0', 'APT::Sandbox::User': 'root' },
      'APT::Default-Release': from[0].split(' ')[0]!,
    });
    // Nothing counts as installed: what the machine has is of another release.
    await writeFile(status, '');
    await runToEnd('apt-get', [...options, '-qq', 'update'], { env: APT_ENV });
    await runToEnd('apt-get', [...options, '-qq', '-y', '--download-only', 'install', ...packages], {
      env: APT_ENV,
    });
  } catch (error) {
    return { skipped: `${name}: ${error instanceof Error ? error.message : String(error)}` };
  }
  const root = rootOf(name);
  await mkdir(root, { recursive: true });
  const archives = join(apt, 'archives');
  for (const file of (await readdir(archives)).filter((each) => each.endsWith('.deb')))
    await runToEnd('dpkg-deb', ['-x', join(archives, file), root], { env: APT_ENV });
  await mkdir(join(root, 'dev'), { recursive: true });
  for (const [name, minor] of DEVICES) {
    const device = join(root, 'dev', name);
    if (!existsSync(device))
      await runToEnd('mknod', ['-m', '666', device, 'c', '1', minor], { env: APT_ENV });
  }
  await mkdir(join(root, 'proc'), { recursive: true });
  for (const file of KERNEL_FILES) await copyFile(join('/proc', file), join(root, 'proc', file));
  await writeFile(done, '');
  return { ok: true };
}
