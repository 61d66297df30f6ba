/** Programs of an older Debian, with all that they need, unpacked into a folder which is their root: nothing is installed. */

import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canInstall } from '../../support/debian.mjs';
import { unpackedFolder } from './debian-packages.ts';
import { runToEnd } from './processes.ts';
import type { Prepared } from './system.ts';

const ENV = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' };
const KEY = '/usr/share/keyrings/debian-archive-keyring.gpg';
/** What Python looks into; the rest of the kernel's files are not for what runs there. */
const DEVICES = [
  ['null', '3'],
  ['urandom', '9'],
] as const;
const KERNEL_FILES = ['cpuinfo', 'meminfo', 'stat'];

export const rootOf = (name: string): string => join(unpackedFolder(name), 'root');

/** `from`: suite and component. */
export async function unpackWithAll(
  name: string,
  packages: readonly string[],
  from: string,
): Promise<Prepared> {
  const folder = unpackedFolder(name);
  const done = join(folder, 'done');
  if (existsSync(done)) return { ok: true };
  if (!canInstall()) return { skipped: `${name} comes from Debian's ${from}, as root.` };
  const apt = join(folder, 'apt');
  await mkdir(join(apt, 'lists', 'partial'), { recursive: true });
  await mkdir(join(apt, 'archives', 'partial'), { recursive: true });
  await mkdir(join(apt, 'none'), { recursive: true });
  // Nothing counts as installed: what the machine has is of another release.
  await writeFile(join(apt, 'status'), '');
  await writeFile(
    join(apt, 'sources.list'),
    `deb [signed-by=${KEY} check-valid-until=no] http://deb.debian.org/debian ${from}\n`,
  );
  const own = {
    ...{ 'Dir::Etc::sourcelist': join(apt, 'sources.list'), 'Dir::Etc::sourceparts': join(apt, 'none') },
    ...{ 'Dir::State::lists': join(apt, 'lists'), 'Dir::State::status': join(apt, 'status') },
    ...{ 'Dir::Cache': apt, 'APT::Install-Recommends': '0', 'APT::Sandbox::User': 'root' },
  };
  const options = Object.entries(own).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  try {
    await runToEnd('apt-get', [...options, '-qq', 'update'], { env: ENV });
    await runToEnd('apt-get', [...options, '-qq', '-y', '--download-only', 'install', ...packages], {
      env: ENV,
    });
  } catch (error) {
    return { skipped: `${name}: ${error instanceof Error ? error.message : String(error)}` };
  }
  const root = rootOf(name);
  await mkdir(root, { recursive: true });
  const archives = join(apt, 'archives');
  for (const file of (await readdir(archives)).filter((each) => each.endsWith('.deb')))
    await runToEnd('dpkg-deb', ['-x', join(archives, file), root], { env: ENV });
  await mkdir(join(root, 'dev'), { recursive: true });
  for (const [name, minor] of DEVICES) {
    const device = join(root, 'dev', name);
    if (!existsSync(device)) await runToEnd('mknod', ['-m', '666', device, 'c', '1', minor], { env: ENV });
  }
  await mkdir(join(root, 'proc'), { recursive: true });
  for (const file of KERNEL_FILES) await copyFile(join('/proc', file), join(root, 'proc', file));
  await writeFile(done, '');
  return { ok: true };
}
